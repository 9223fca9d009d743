import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { Balance } from '../../parts/balance.tsx';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { MoneyField } from '../../parts/money-field.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import classes from './refund.module.css';
import type { RefundRead } from './refund-facts.tsx';

/** A refund gave too much: an invoice takes the credit back, shown with its taxes before it is made (domain.md B13). */
export function TakeBackDialog({ refund, onClose }: { refund: RefundRead; onClose: () => void }) {
  const { t } = useWords();
  const { refundId } = refund;
  const [typed, setTyped] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const whole = useRead('refund.takeBackPreview', { refundId });
  const command = useCommand('refund.takeBack', String(refundId));
  const maximumMinor = whole.data?.maximumMinor ?? 0;
  const amountMinor = typed ?? maximumMinor;
  const preview = useRead(
    'refund.takeBackPreview',
    { refundId, amountMinor },
    { enabled: amountMinor > 0, keepPrevious: true },
  );
  const shown = amountMinor > 0 && !preview.failure ? preview.data : undefined;
  const send = async () => {
    const made = await command.run({ refundId, amountMinor, reason: reason.trim() });
    if (made) goTo('invoice', made.invoiceId);
  };
  return (
    <Dialog onClose={onClose} size={620} title={t('refund.done.takeBack.title')}>
      <div className={classes.stack}>
        <p className={classes.soft}>{t('refund.done.takeBack.lead')}</p>
        <MoneyField
          required
          autoFocus
          label={t('refund.done.takeBack.amount')}
          description={t('refund.done.takeBack.maximum', { amount: maximumMinor })}
          disabled={command.isUnanswered}
          value={amountMinor}
          onChange={(minor) => setTyped(minor ?? 0)}
        />
        <TextInput
          required
          label={t('refund.done.takeBack.reason')}
          description={t('refund.done.takeBack.reasonHelp')}
          maxLength={200}
          disabled={command.isUnanswered}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {shown ? (
          <dl className={classes.pairs} aria-live="polite">
            {(['net', 'gst', 'qst'] as const).map((part) => (
              <div key={part} className={classes.pair}>
                <dt>{t(`refund.done.takeBack.${part}`)}</dt>
                <dd>
                  <Amount minor={shown[`${part}Minor`]} />
                </dd>
              </div>
            ))}
            <div className={classes.pair}>
              <dt>{t('refund.done.takeBack.after')}</dt>
              <dd>
                <Balance minor={shown.balanceAfterMinor} />
              </dd>
            </div>
          </dl>
        ) : null}
        <FailureAlert
          failure={command.failure ?? whole.failure ?? (amountMinor > 0 ? preview.failure : null)}
          isUnanswered={command.isUnanswered}
        />
        <ConfirmBar
          inDialog
          label={t('refund.done.takeBack.confirm', { amount: amountMinor })}
          disabled={!shown || preview.isStale || reason.trim() === ''}
          isRunning={command.isRunning}
          isUnanswered={command.isUnanswered}
          onConfirm={() => void send()}
          onBack={onClose}
        />
      </div>
    </Dialog>
  );
}
