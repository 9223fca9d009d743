import { TextInput } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { formatInstant } from '../../../shared/i18n/format.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { hashOf, replaceRoute, useRoute } from '../../shell/router.ts';
import classes from './action.module.css';

type Exception = OutputOf<'refund.exceptions'>['exceptions'][number];

/** Refunds that a supervisor should look at, newest first; each leads to its own page. */
export function ExceptionList() {
  const { t } = useWords();
  const { from, to } = useRoute((route) => route.params);
  const { data, failure } = useRead(
    'refund.exceptions',
    { ...(from ? { fromDate: from } : {}), ...(to ? { toDate: to } : {}) },
    { keepPrevious: true },
  );
  if (failure) return <FailureAlert failure={failure} />;
  if (!data) return null;
  const change = (period: { from?: string; to?: string }) =>
    replaceRoute('action', null, {
      tab: 'exceptions',
      from: data.fromDate,
      to: data.toDate,
      ...(period.from || period.to ? period : {}),
    });
  return (
    <Panel>
      <div className={classes.stack}>
        <p>{t('action.exceptions.lead')}</p>
        <div className={classes.period}>
          <TextInput
            type="date"
            label={t('action.exceptions.from')}
            value={data.fromDate}
            max={data.toDate}
            onChange={(event) => change({ from: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('action.exceptions.to')}
            value={data.toDate}
            min={data.fromDate}
            onChange={(event) => change({ to: event.currentTarget.value })}
          />
        </div>
        {data.exceptions.length === 0 ? (
          <Empty
            icon={IconCircleCheck}
            title={t('action.exceptions.empty')}
            lead={t('action.exceptions.emptyLead')}
          />
        ) : (
          <ExceptionTable exceptions={data.exceptions} />
        )}
      </div>
    </Panel>
  );
}

function ExceptionTable({ exceptions }: { exceptions: readonly Exception[] }) {
  const { t, language } = useWords();
  const timeZone = useOrganisation()?.timeZone;
  return (
    <table className={classes.table} aria-label={t('action.exceptions.table')}>
      <thead>
        <tr>
          <th scope="col">{t('action.exceptions.what')}</th>
          <th scope="col">{t('action.exceptions.who')}</th>
          <th scope="col">{t('action.exceptions.client')}</th>
          <th scope="col">{t('action.exceptions.when')}</th>
          <th scope="col">{t('action.exceptions.refund')}</th>
          <th scope="col" className={classes.number}>
            {t('action.exceptions.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {exceptions.map((row) => (
          <tr key={`${row.rule} ${row.refundId}`}>
            <td className={classes.sentence}>
              {t(`action.exceptions.rule.${row.rule}`, { times: row.count })}
            </td>
            <td>
              {row.staffName}
              {row.approverName ? (
                <div className={classes.soft}>
                  {t('action.exceptions.approvedBy', { name: row.approverName })}
                </div>
              ) : null}
            </td>
            <td>{row.clientName}</td>
            <td>{formatInstant(row.at, language, timeZone)}</td>
            <td>
              <a href={hashOf('refund', row.refundId)}>{row.number}</a>
            </td>
            <td className={classes.number}>
              <Amount minor={row.amountMinor} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
