import {
  IconCalendarTime,
  IconCircleCheck,
  IconCircleX,
  IconPlayerSkipForward,
  type TablerIcon,
} from '@tabler/icons-react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { formatDate } from '../../../shared/i18n/format.ts';
import { Amount } from '../../parts/amount.tsx';
import { StatusBadge, type Tone } from '../../parts/status-badge.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import classes from './plan.module.css';

export type PlanRead = OutputOf<'plan.read'>;
type Planned = PlanRead['payments'][number];

const LOOKS: Readonly<Record<Planned['state'], { tone: Tone; icon?: TablerIcon }>> = {
  planned: { tone: 'waiting', icon: IconCalendarTime },
  processing: { tone: 'waiting' },
  retried: { tone: 'waiting' },
  paid: { tone: 'good', icon: IconCircleCheck },
  failed: { tone: 'bad', icon: IconCircleX },
  skipped: { tone: 'plain', icon: IconPlayerSkipForward },
  voided: { tone: 'plain' },
};
const OVER: ReadonlySet<string> = new Set(['paid', 'skipped', 'voided']);

/** Every payment planned, by date, with what became of it. */
export function PlannedTable({ plan, isLong = false }: { plan: PlanRead; isLong?: boolean }) {
  const { t, language } = useWords();
  const shown = isLong ? plan.payments : plan.payments.filter(({ state }) => !OVER.has(state));
  if (shown.length === 0) return <p className={classes.soft}>{t('plan.none')}</p>;
  return (
    <table className={classes.table} aria-label={t('plan.title')}>
      <thead>
        <tr>
          <th scope="col">{t('plan.date')}</th>
          <th scope="col">{t('plan.item')}</th>
          <th scope="col">{t('plan.state')}</th>
          <th scope="col" className={classes.number}>
            {t('plan.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => {
          const { tone, icon } = LOOKS[row.state];
          return (
            <tr key={row.plannedPaymentId} data-over={OVER.has(row.state) || undefined}>
              <td className={classes.date}>{formatDate(row.dueDate, language)}</td>
              <td>
                {pickName(row, language)}
                <span className={classes.under}>{t(`plan.method.${row.method}`)}</span>
              </td>
              <td>
                <StatusBadge tone={tone} label={t(`plan.show.${row.state}`)} {...(icon ? { icon } : {})} />
              </td>
              <td className={classes.number}>
                <Amount minor={row.amountMinor} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
