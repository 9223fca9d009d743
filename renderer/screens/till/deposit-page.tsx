import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import { BackToTill } from './back-to-till.tsx';
import { DepositForm } from './deposit-form.tsx';
import classes from './till.module.css';

/** Money from the safe to the bank: a new slip, and those already made. */
export function DepositPage() {
  const { t } = useWords();
  const plan = useRead('depositSlip.plan', {});
  const list = useRead('depositSlip.list', {});
  if (plan.failure) return <FailureAlert failure={plan.failure} />;
  if (!plan.data) return null;
  return (
    <Page title={t('tillReport.deposit.title')} lead={t('tillReport.deposit.lead')} actions={<BackToTill />}>
      {/* Another plan is another form: what was ticked is of the old one */}
      <DepositForm key={planKey(plan.data)} plan={plan.data} />
      <Panel title={t('tillReport.deposit.history')}>
        {list.data?.slips.length ? (
          <table className={classes.table}>
            <tbody>
              {list.data.slips.map((slip) => (
                <tr key={slip.depositSlipId}>
                  <td>
                    <button
                      type="button"
                      className={classes.linkButton}
                      aria-label={t('tillReport.deposit.show', { number: slip.number })}
                      onClick={() => goTo('till', null, { deposit: slip.depositSlipId })}
                    >
                      {slip.number}
                    </button>
                  </td>
                  <td>{t('tillReport.deposit.slipLead', { at: slip.at, name: slip.madeBy })}</td>
                  <td className={classes.number}>
                    <Amount minor={slip.totalMinor} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : (
          <p className={classes.soft}>{t('tillReport.deposit.none')}</p>
        )}
      </Panel>
    </Page>
  );
}

function planKey(plan: OutputOf<'depositSlip.plan'>): string {
  return [
    ...plan.closes.map((close) => close.zNumber),
    ...plan.cheques.map((cheque) => cheque.paymentId),
  ].join(' ');
}
