import { useCommand } from '../../connection/use-command.ts';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import type { ItemRead } from './item-table.tsx';

interface UnlinkDialogProps {
  readonly item: ItemRead;
  readonly part: ItemRead['paidBy'][number];
  readonly onClose: () => void;
}

/** Takes away what one payment or credit pays of an item: the item is owed again, the money is free (domain.md B15). */
export function UnlinkDialog({ item, part, onClose }: UnlinkDialogProps) {
  const { t, language } = useWords();
  const command = useCommand('allocation.unlink', `${item.itemId}-${part.kind}-${part.documentId}`);
  const send = async (reason: string) => {
    const answer = await command.run({
      source: part.kind === 'payment' ? { paymentId: part.documentId } : { memoId: part.documentId },
      itemId: item.itemId,
      reason,
    });
    if (answer) onClose();
  };
  return (
    <ReasonDialog
      title={t('invoice.unlink.title', { number: part.number })}
      lead={t(part.kind === 'payment' ? 'invoice.unlink.leadPayment' : 'invoice.unlink.leadMemo', {
        name: pickName(item, language),
        amount: part.amountMinor,
      })}
      reasonLabel={t('invoice.unlink.reason')}
      confirmLabel={t('invoice.unlink.confirm')}
      command={command}
      onConfirm={(reason) => void send(reason)}
      onClose={onClose}
    />
  );
}
