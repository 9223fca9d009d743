import { Button } from '@mantine/core';
import { useState } from 'react';
import { useHasRole } from '../../connection/session.ts';
import { useRead } from '../../connection/use-read.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Panel } from '../../parts/page.tsx';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import { ChangeButton, ShowInactive } from './list-controls.tsx';
import { PolicyDialog } from './policy-dialog.tsx';
import { type PolicyRead, quebecForm } from './policy-form.ts';
import classes from './settings.module.css';

/** What cancelling gives back and keeps, by how far the start is; each product picks one or none (domain.md B12). */
export function PoliciesPage() {
  const { t, language } = useWords();
  const [includeInactive, setIncludeInactive] = useState(false);
  const [edited, setEdited] = useState<PolicyRead | 'new' | 'quebec' | null>(null);
  const isAdministrator = useHasRole('administrator');
  const found = useRead('policy.list', { includeInactive }, { keepPrevious: true });
  const policies = found.data?.policies ?? [];
  return (
    <Panel>
      <div className={classes.stack}>
        <div className={classes.spread}>
          <ShowInactive isOn={includeInactive} onChange={setIncludeInactive} />
          {isAdministrator ? (
            <div className={classes.actions}>
              <Button variant="default" onClick={() => setEdited('quebec')}>
                {t('cancel.policies.fromQuebec')}
              </Button>
              <Button onClick={() => setEdited('new')}>{t('cancel.policies.add')}</Button>
            </div>
          ) : null}
        </div>
        <FailureAlert failure={found.failure} />
        {found.data && policies.length === 0 ? (
          <p className={classes.soft}>{t('cancel.policies.none')}</p>
        ) : null}
        {policies.length > 0 ? (
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('cancel.policies.column.name')}</th>
                <th scope="col">{t('cancel.policies.column.periods')}</th>
                <th scope="col">{t('cancel.policies.column.products')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {policies.map((policy) => (
                <tr key={policy.policyId}>
                  <td>
                    <div className={classes.strong}>{pickName(policy, language)}</div>
                    {policy.active ? null : <StatusBadge tone="plain" label={t('settings.inactive')} />}
                  </td>
                  <td>
                    {policy.periods.map((period) => (
                      <div key={period.fromDays ?? 'sale'} className={classes.soft}>
                        <PeriodWords period={period} />
                      </div>
                    ))}
                  </td>
                  <td>{t('cancel.policies.products', { count: policy.productCount })}</td>
                  <td className={classes.number}>
                    <ChangeButton name={pickName(policy, language)} onClick={() => setEdited(policy)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </div>
      {edited ? (
        <PolicyDialog
          policy={edited === 'new' || edited === 'quebec' ? null : edited}
          template={
            edited === 'quebec'
              ? quebecForm('Cours (Québec)', t('cancel.policies.quebecName', { lng: 'en' }))
              : null
          }
          onClose={() => setEdited(null)}
        />
      ) : null}
    </Panel>
  );
}

function PeriodWords({ period }: { period: PolicyRead['periods'][number] }) {
  const { t } = useWords();
  const { fromDays, creditBasisPoints: share, isProrated, fee } = period;
  const when =
    fromDays === undefined
      ? t('cancel.policies.sentence.from')
      : t('cancel.policies.sentence.day', { day: fromDays });
  const what = t(isProrated ? 'cancel.policies.sentence.prorated' : 'cancel.policies.sentence.share', {
    share,
  });
  return [when, what, ...(fee ? [feeWords(fee, t)] : [])].join(' · ');
}

function feeWords(
  fee: NonNullable<PolicyRead['periods'][number]['fee']>,
  t: ReturnType<typeof useWords>['t'],
): string {
  const { flatMinor, basisPoints, take } = fee;
  if (flatMinor !== undefined && basisPoints !== undefined)
    return t(`cancel.policies.sentence.${take ?? 'lesser'}`, { amount: flatMinor, share: basisPoints });
  if (flatMinor !== undefined) return t('cancel.policies.sentence.flat', { amount: flatMinor });
  return t('cancel.policies.sentence.percent', { share: basisPoints ?? 0 });
}
