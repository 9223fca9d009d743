import type { OutputOf } from '../../../shared/contract/contract.ts';
import { formatInstant } from '../../../shared/i18n/format.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { useWords } from '../../shell/language.ts';
import { reasonWords } from './reason-fields.tsx';
import classes from './refund.module.css';

export type ApprovalRead = OutputOf<'approval.read'>;

/** What leaves if it is approved: the drawer's amount in cash, else the refund's. */
export const leavesMinor = (approval: ApprovalRead) => approval.drawerMinor ?? approval.amountMinor;

/** What is approved, in words, before anybody enters a PIN: who gets how much, how, why, and who asks. */
export function ApprovalFacts({ approval }: { approval: ApprovalRead }) {
  const { t, language } = useWords();
  const timeZone = useOrganisation()?.timeZone;
  const way = approval.refund?.destination === 'cash' ? 'cash' : 'terminal';
  return (
    <section aria-label={t('approval.what')} className={classes.stack}>
      <p className={classes.question}>
        {t(`approval.sentence.${way}`, { amount: leavesMinor(approval), name: approval.clientName })}
      </p>
      <dl className={classes.pairs}>
        <div className={classes.pair}>
          <dt>{t('refund.panel.reason')}</dt>
          <dd>{reasonWords(t, approval.reason)}</dd>
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
