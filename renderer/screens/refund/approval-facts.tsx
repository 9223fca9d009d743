import type { TFunction } from 'i18next';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { formatInstant, formatMoney, type Language } from '../../../shared/i18n/format.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { pickName, useWords } from '../../shell/language.ts';
import { reasonWords } from './reason-fields.tsx';
import classes from './refund.module.css';

export type ApprovalRead = OutputOf<'approval.read'>;

/** What leaves if it is approved: the drawer's amount in cash, else the refund's. */
export const leavesMinor = (approval: ApprovalRead) => approval.drawerMinor ?? approval.amountMinor;

/** What is approved, in words, before anybody enters a PIN: who gets how much, how, why, and who asks. */
export function ApprovalFacts({ approval }: { approval: ApprovalRead }) {
  const { t, language } = useWords();
  const timeZone = useOrganisation()?.timeZone;
  return (
    <section aria-label={t('approval.what')} className={classes.stack}>
      <p className={classes.question}>{approvalSentence(t, language, approval)}</p>
      {approval.refund?.parts ? (
        <ul>
          {approval.refund.parts.map(({ destination, amountMinor, terminalId, originPaymentId }) => (
            <li key={`${destination} ${terminalId} ${originPaymentId}`}>
              {formatMoney(amountMinor, language)} · {t(`refund.destination.${destination}`)}
            </li>
          ))}
        </ul>
      ) : null}
      {approval.invoice ? <InvoiceNeeds invoice={approval.invoice} /> : null}
      <dl className={classes.pairs}>
        <div className={classes.pair}>
          <dt>{t('refund.panel.reason')}</dt>
          <dd>{approval.refund ? reasonWords(t, approval.reason) : approval.reason}</dd>
        </div>
        {approval.note ? (
          <div className={classes.pair}>
            <dt>{t('refund.panel.note')}</dt>
            <dd>{approval.note}</dd>
          </div>
        ) : null}
        <div className={classes.pair}>
          <dt>{t('approval.asker')}</dt>
          <dd>
            {approval.staffName}
            <div className={`${classes.soft} ${classes.whole}`}>
              {formatInstant(approval.at, language, timeZone)}
            </div>
          </dd>
        </div>
      </dl>
      <p className={classes.soft}>
        {t('approval.rule')}{' '}
        <span className={classes.whole}>{t('approval.until', { at: approval.expiresAt, timeZone })}</span>
      </p>
    </section>
  );
}

function approvalSentence(t: TFunction, language: Language, approval: ApprovalRead): string {
  const { clientName: name, rebate, amountMinor: amount } = approval;
  if (rebate)
    return t('rebate.approval.rebate', { amount: rebate.netMinor, item: pickName(rebate, language), name });
  if (approval.invoice) return t('rebate.approval.invoice', { amount, name });
  const parts = approval.refund?.parts;
  if (parts) return t('refund.parts.approval', { amount, name, count: parts.length });
  const destination = approval.refund?.destination;
  const way = destination === 'cash' || destination === 'cheque' ? destination : 'terminal';
  return t(`approval.sentence.${way}`, { amount: leavesMinor(approval), name });
}

/** What of a sale goes beyond the asker's right, one by one. */
function InvoiceNeeds({ invoice }: { invoice: NonNullable<ApprovalRead['invoice']> }) {
  const { t, language } = useWords();
  return (
    <ul>
      {invoice.needs.map(({ kind, lineIndex, amountMinor: amount }) => {
        const what = kind === 'rebate' ? t('rebate.approval.needKind') : t(`refusalPart.override.${kind}`);
        const line = lineIndex === null ? undefined : invoice.lines[lineIndex];
        return (
          <li key={`${kind} ${lineIndex}`}>
            {line
              ? t('rebate.approval.needOf', { what, item: pickName(line, language), amount })
              : t('rebate.approval.need', { what, amount })}
          </li>
        );
      })}
    </ul>
  );
}
