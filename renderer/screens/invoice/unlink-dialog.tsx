import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../connection/use-command.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import classes from './invoice.module.css';
import type { ItemRead } from './item-table.tsx';

interface UnlinkDialogProps {
  readonly item: ItemRead;
  readonly part: ItemRead['paidBy'][number];
  readonly onClose: () => void;
}

/** Takes away what one payment or credit pays of an item: the item is owed again, the money is free (domain.md B15). */
export function UnlinkDialog({ item, part, onClose }: UnlinkDialogProps) {
  const { t, language } = useWords();
  const [reason, setReason] = useState('');
  const command = useCommand('allocation.unlink', `${item.itemId}-${part.kind}-${part.documentId}`);
  const send = async () => {
    const answer = await command.run({
      source: part.kind === 'payment' ? { paymentId: part.documentId } : { memoId: part.documentId },
      itemId: item.itemId,
      reason: reason.trim(),
    });
    if (answer) onClose();
  };
  return (
    <Dialog onClose={onClose} title={t('invoice.unlink.title', { number: part.number })}>
      <div className={classes.stack}>
        <p>
          {t(part.kind === 'payment' ? 'invoice.unlink.leadPayment' : 'invoice.unlink.leadMemo', {
            name: pickName(item, language),
            amount: part.amountMinor,
          })}
        </p>
        <TextInput
          data-autofocus
          required
          label={t('invoice.unlink.reason')}
          maxLength={200}
          disabled={command.isUnanswered}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <FailureAlert failure={command.failure} isUnanswered={command.isUnanswered} />
        <ConfirmBar
          inDialog
          label={t('invoice.unlink.confirm')}
          disabled={reason.trim() === ''}
          isRunning={command.isRunning}
          isUnanswered={command.isUnanswered}
          onConfirm={() => void send()}
          onBack={onClose}
        />
      </div>
    </Dialog>
  );
}
