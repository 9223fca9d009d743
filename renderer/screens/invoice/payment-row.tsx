import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { RETURN_REASONS, type ReturnReason } from '../../../shared/domain/payment-return.ts';
import { formatInstant } from '../../../shared/i18n/format.ts';
import { useHasRole } from '../../connection/session.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import classes from './invoice.module.css';
import { PaymentPaperDialog } from './payment-paper-dialog.tsx';
import { ReturnDialog } from './return-dialog.tsx';
import { VoidDialog } from './void-dialog.tsx';

const STATUSES = ['valid', 'expired', 'closed', 'invalid'] as const;

/** One payment: how it came, what became of it, and what can still be done with it. */
export function PaymentRow({ paymentId }: { paymentId: number }) {
  const { t, language } = useWords();
  const timeZone = useOrganisation()?.timeZone;
  const [isVoiding, setVoiding] = useState(false);
  const [isReturning, setReturning] = useState(false);
  const [isSeen, setSeen] = useState(false);
  const isSupervisor = useHasRole('supervisor');
  const mark = useCommand('payment.markCard', String(paymentId));
  const { data: payment } = useRead('payment.read', { paymentId });
  if (!payment) return null;
  const isCash = payment.method === 'cash' || payment.method === 'cheque';
  const facts = [
    payment.cardLast4
      ? t('invoice.payments.card', { brand: payment.cardBrand ?? '', last4: payment.cardLast4 })
      : '',
    payment.approvalCode ? t('invoice.payments.approval', { code: payment.approvalCode }) : '',
    payment.terminalName ?? '',
    payment.chequeNumber ?? '',
    payment.changeMinor > 0
      ? t('invoice.payments.tendered', { tendered: payment.tenderedMinor ?? 0, change: payment.changeMinor })
      : '',
  ].filter(Boolean);
  return (
    <div className={classes.payment}>
      <div>
        <div className={classes.strong}>
          {t(`invoice.method.${payment.method}`)} {payment.number}
        </div>
        <div className={classes.soft}>
          {[formatInstant(payment.at, language, timeZone), payment.staffName, ...facts].join(' · ')}
        </div>
        {payment.isVoid ? <StatusBadge tone="plain" label={t('invoice.payments.voided')} /> : null}
        {RETURN_REASONS.some((reason) => reason === payment.returnReason) ? (
          <StatusBadge
            tone="bad"
            label={t('gateway.returned.badge', {
              reason: t(`gateway.returned.reasons.${payment.returnReason as ReturnReason}`).toLowerCase(),
            })}
          />
        ) : null}
        {payment.refundedMinor > 0 ? (
          <div className={classes.soft}>
            {t('invoice.payments.refunded', { amount: payment.refundedMinor })}
          </div>
        ) : null}
        {payment.depositMinor > 0 ? (
          <div className={classes.soft}>
            {t('invoice.payments.deposit', { amount: payment.depositMinor })}
          </div>
        ) : null}
      </div>
      <div className={classes.paymentSum}>
        <Amount minor={payment.amountMinor} strong />
        <Button
          variant="default"
          aria-label={t('document.preview.seeOf', { number: payment.number })}
          onClick={() => setSeen(true)}
        >
          {t('document.preview.see')}
        </Button>
      </div>
      {payment.isVoid || payment.returnReason !== null ? null : (
        <>
          <div>
            {payment.method === 'online-card' ? (
              <NativeSelect
                label={t('invoice.payments.cardStatus')}
                description={t('invoice.payments.cardStatusHelp')}
                disabled={mark.isRunning}
                value={payment.cardStatus ?? 'valid'}
                onChange={(event) =>
                  void mark.run({ paymentId, status: event.currentTarget.value as (typeof STATUSES)[number] })
                }
              >
                {STATUSES.map((status) => (
                  <option key={status} value={status}>
                    {t(`invoice.payments.status.${status}`)}
                  </option>
                ))}
              </NativeSelect>
            ) : null}
            {isCash && !isSupervisor ? (
              <p className={classes.soft}>{t('invoice.payments.voidSupervisor')}</p>
            ) : null}
            <FailureAlert failure={mark.failure} isUnanswered={mark.isUnanswered} />
          </div>
          <div className={classes.paymentActions}>
            {payment.canReturn ? (
              <Button variant="default" onClick={() => setReturning(true)}>
                {t('gateway.returned.button')}
              </Button>
            ) : null}
            {payment.canVoid ? (
              <Button variant="default" onClick={() => setVoiding(true)}>
                {t('invoice.payments.void')}
              </Button>
            ) : null}
            <Button
              variant="default"
              onClick={() => goTo('refund', null, { client: payment.clientId, origin: paymentId })}
            >
              {t('invoice.actions.refund')}
            </Button>
          </div>
        </>
      )}
      {isSeen ? <PaymentPaperDialog payment={payment} onClose={() => setSeen(false)} /> : null}
      {isReturning ? <ReturnDialog payment={payment} onClose={() => setReturning(false)} /> : null}
      {isVoiding ? <VoidDialog payment={payment} onClose={() => setVoiding(false)} /> : null}
    </div>
  );
}
