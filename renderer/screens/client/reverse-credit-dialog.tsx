import { useCommand } from '../../connection/use-command.ts';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { useWords } from '../../shell/language.ts';
import type { AccountRead } from './account.tsx';

interface ReverseCreditDialogProps {
  readonly document: AccountRead['documents'][number];
  readonly onClose: () => void;
}

/** Takes back what is still open of a credit made by hand: an invoice that the credit pays itself. */
export function ReverseCreditDialog({ document, onClose }: ReverseCreditDialogProps) {
  const { t } = useWords();
  const command = useCommand('credit.reverse', String(document.documentId));
  const send = async (reason: string) => {
    if (await command.run({ memoId: document.documentId, reason })) onClose();
  };
  return (
    <ReasonDialog
      title={t('client.reverse.title', { number: document.number })}
      lead={t('client.reverse.lead', { amount: document.openMinor })}
      reasonLabel={t('client.creditDialog.reason')}
      confirmLabel={t('client.reverse.confirm')}
      command={command}
      onConfirm={(reason) => void send(reason)}
      onClose={onClose}
    />
  );
}
