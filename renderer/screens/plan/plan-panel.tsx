import { useRead } from '../../connection/use-read.ts';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './plan.module.css';
import { PlannedTable } from './planned-table.tsx';

type Scope = { invoiceId: number } | { clientId: number };

/** The instalments of an invoice or an account; nothing at all where nothing was ever planned. */
export function PlanPanel({ scope }: { scope: Scope }) {
  const { t } = useWords();
  const { data: plan } = useRead('plan.read', scope);
  const isLong = 'invoiceId' in scope;
  const isAbout = isLong ? (plan?.payments.length ?? 0) > 0 : (plan?.schedule.length ?? 0) > 0;
  if (!plan || !isAbout) return null;
  return (
    <Panel title={t('plan.title')}>
      <div className={classes.stack}>
        <PlannedTable plan={plan} isLong={isLong} />
        {plan.unplannedMinor > 0 ? (
          <p className={classes.soft}>{t('plan.unplanned', { amount: plan.unplannedMinor })}</p>
        ) : null}
      </div>
    </Panel>
  );
}
