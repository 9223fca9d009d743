import { Button, TextInput } from '@mantine/core';
import { IconArrowLeft, IconCalendarTime } from '@tabler/icons-react';
import { useState } from 'react';
import { isCalendarDate } from '../../../shared/domain/local-time.ts';
import { formatDate } from '../../../shared/i18n/format.ts';
import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import { goTo, hashOf } from '../../shell/router.ts';
import classes from './plan.module.css';
import { RunPanel } from './run-panel.tsx';

/** What the desk has to collect, everybody's, oldest first (settled.md 40). */
export function DuePage() {
  const { t, language } = useWords();
  const [until, setUntil] = useState('');
  const typed = until.trim();
  const isRight = typed === '' || isCalendarDate(typed);
  const due = useRead('plan.due', isRight && typed !== '' ? { untilDate: typed } : {}, {
    keepPrevious: true,
  });
  const rows = due.data?.payments ?? [];
  const wordsOf = (daysLate: number) => {
    if (daysLate === 0) return t('plan.due.today');
    if (daysLate > 0) return t('plan.due.lateDays', { count: daysLate });
    return t('plan.due.inDays', { count: -daysLate });
  };
  return (
    <Page
      title={t('plan.due.title')}
      lead={t('plan.due.lead')}
      actions={
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={18} aria-hidden="true" />}
          onClick={() => goTo('client')}
        >
          {t('plan.due.back')}
        </Button>
      }
    >
      <RunPanel />
      <Panel>
        <div className={classes.stack}>
          <TextInput
            className={classes.until}
            label={t('plan.due.until')}
            placeholder={t('plan.make.dateHint')}
            inputMode="numeric"
            maxLength={10}
            value={until}
            error={isRight ? null : t('plan.make.dateHint')}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
          <FailureAlert failure={due.failure} />
          {rows.length === 0 ? (
            <Empty icon={IconCalendarTime} title={t('plan.due.empty')} lead={t('plan.due.emptyLead')} />
          ) : (
            <>
              <table className={classes.table} aria-label={t('plan.due.title')}>
                <thead>
                  <tr>
                    <th scope="col">{t('plan.date')}</th>
                    <th scope="col">{t('plan.due.client')}</th>
                    <th scope="col">{t('plan.item')}</th>
                    <th scope="col" className={classes.number}>
                      {t('plan.amount')}
                    </th>
                    <td />
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.plannedPaymentId}>
                      <td className={classes.date}>
                        {formatDate(row.dueDate, language)}
                        <span className={classes.under}>{wordsOf(row.daysLate)}</span>
                      </td>
                      <td>
                        <a className={classes.link} href={hashOf('client', row.clientId)}>
                          {row.clientName}
                        </a>
                        <span className={classes.under}>{row.phone}</span>
                      </td>
                      <td>
                        {pickName(row, language)}
                        <span className={classes.under}>
                          {[row.invoiceNumber, row.personName].filter(Boolean).join(' · ')}
                        </span>
                        {row.state === 'failed' ? (
                          <StatusBadge tone="bad" label={t('plan.show.failed')} />
                        ) : null}
                      </td>
                      <td className={classes.number}>
                        <Amount minor={row.amountMinor} strong />
                      </td>
                      <td className={classes.number}>
                        <Button
                          variant="default"
                          aria-label={t('plan.due.takeFor', {
                            amount: row.amountMinor,
                            name: row.clientName,
                          })}
                          onClick={() =>
                            goTo('client', row.clientId, { pay: 'all', planned: row.plannedPaymentId })
                          }
                        >
                          {t('plan.due.take')}
                        </Button>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <p className={classes.soft}>
                {t('plan.due.total', { amount: due.data?.totalMinor ?? 0 })}
                {due.data?.hasMore ? ` · ${t('plan.due.more')}` : ''}
              </p>
            </>
          )}
        </div>
      </Panel>
    </Page>
  );
}
