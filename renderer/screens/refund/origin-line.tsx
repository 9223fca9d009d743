import { IconAlertTriangle } from '@tabler/icons-react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { useWords } from '../../shell/language.ts';
import classes from './refund.module.css';

export type RefundOrigin = OutputOf<'refund.read'>['lines'][number]['origin'];

/** The payment an amount first came in by: method, card, when, and whether that card still works. */
export function OriginLine({ origin }: { origin: RefundOrigin }) {
  const { t } = useWords();
  const timeZone = useOrganisation()?.timeZone;
  const card = origin.cardLast4
    ? `${origin.cardBrand ?? ''} •••• ${origin.cardLast4}`.trim()
    : t(`refund.method.${origin.method}`);
  const status = origin.cardStatus as 'expired' | 'closed' | 'invalid' | 'valid' | null;
  return (
    <div className={classes.soft}>
      {t('refund.source.paidBy', { method: card, at: origin.at, timeZone })}
      {origin.cardLast4 ? ` · ${t(`refund.method.${origin.method}`)}` : null}
      {origin.approvalCode ? ` · ${t('refund.source.approval', { code: origin.approvalCode })}` : null}
      {status && status !== 'valid' ? (
        <div>
          <span className={classes.bad}>
            <IconAlertTriangle size={15} aria-hidden="true" />
            {t(`refund.cardStatus.${status}`)}
          </span>
        </div>
      ) : null}
    </div>
  );
}
