import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { DrawerEventKind } from '../../../shared/domain/till-count.ts';
import { formatTime } from '../../../shared/i18n/format.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { Amount } from '../../parts/amount.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { SignedAmount } from './signed-amount.tsx';
import classes from './till.module.css';

export type Report = OutputOf<'till.readX'>['report'];

/** What an X and a Z tell: sales, money, the drawer, reasons, people, and what has no answer yet. */
export function SessionReport({ report }: { report: Report }) {
  return (
    <>
      <Sales report={report} />
      <Money report={report} />
      <div className={classes.halves}>
        <DrawerSums drawer={report.drawer} expectedMinor={report.expectedMinor} />
        <Clerks report={report} />
      </div>
      <Movements report={report} />
      <Approvals report={report} />
      <OpenRows report={report} />
    </>
  );
}

function Sales({ report }: { report: Report }) {
  const { t } = useWords();
  const rows = [
    [t('tillReport.sales.invoices', { count: report.invoices.count }), report.invoices, 1],
    [t('tillReport.sales.credits', { count: report.credits.count }), report.credits, -1],
  ] as const;
  return (
    <Panel title={t('tillReport.sales.title')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('tillReport.sales.kind')}</th>
            {(['net', 'gst', 'qst', 'total'] as const).map((column) => (
              <th key={column} scope="col" className={classes.number}>
                {t(`tillReport.sales.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, sum, sign]) => (
            <tr key={label}>
              <td>{label}</td>
              {[sum.netMinor, sum.gstMinor, sum.qstMinor, sum.totalMinor].map((minor, column) => (
                <td key={column} className={classes.number}>
                  <SignedAmount minor={sign * minor} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

type Method = 'cash' | 'terminal' | 'cheque' | 'online-card';

function Money({ report }: { report: Report }) {
  const { t } = useWords();
  const rows = [
    ...report.payments.map(({ method, count, amountMinor }) => ({
      label: t(`tender.method.${method as Method}`),
      count,
      amountMinor,
    })),
    ...report.refunds.map(({ destination, count, amountMinor }) => ({
      label: t('tillReport.money.refund', { method: t(`tender.method.${destination as Method}`) }),
      count,
      amountMinor: -amountMinor,
    })),
    ...(report.voids.count === 0
      ? []
      : [{ label: t('tillReport.money.voids'), ...report.voids, amountMinor: -report.voids.amountMinor }]),
  ];
  return (
    <Panel title={t('tillReport.money.title')}>
      {rows.length === 0 ? (
        <p className={classes.soft}>{t('tillReport.money.none')}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('tillReport.money.what')}</th>
              <th scope="col" className={classes.number}>
                {t('tillReport.money.number')}
              </th>
              <th scope="col" className={classes.number}>
                {t('tillReport.money.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, count, amountMinor }) => (
              <tr key={label}>
                <td>{label}</td>
                <td className={classes.number}>{count}</td>
                <td className={classes.number}>
                  <SignedAmount minor={amountMinor} />
                </td>
              </tr>
            ))}
            <tr>
              <td>{t('tillReport.money.rounding')}</td>
              <td />
              <td className={classes.number}>
                <SignedAmount minor={report.roundingMinor} />
              </td>
            </tr>
          </tbody>
        </table>
      )}
    </Panel>
  );
}

interface DrawerSumsProps {
  drawer: readonly { kind: string; count: number; amountMinor: number }[];
  expectedMinor: number;
}

/** What makes up the expected cash, kind by kind. */
export function DrawerSums({ drawer, expectedMinor }: DrawerSumsProps) {
  const { t } = useWords();
  return (
    <Panel title={t('tillReport.drawer.title')}>
      <dl className={classes.pairs}>
        {drawer.map(({ kind, count, amountMinor }) => (
          <div key={kind} className={classes.pair}>
            <dt>
              {t(`till.events.kind.${kind as DrawerEventKind}`)} ({count})
            </dt>
            <dd>
              <SignedAmount minor={amountMinor} />
            </dd>
          </div>
        ))}
        <div className={classes.pair} data-total>
          <dt>{t('tillReport.drawer.expected')}</dt>
          <dd>
            <Amount minor={expectedMinor} />
          </dd>
        </div>
      </dl>
    </Panel>
  );
}

function Clerks({ report }: { report: Report }) {
  const { t } = useWords();
  return (
    <Panel title={t('tillReport.clerks.title')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('tillReport.clerks.name')}</th>
            <th scope="col" className={classes.number}>
              {t('tillReport.clerks.taken')}
            </th>
            <th scope="col" className={classes.number}>
              {t('tillReport.clerks.refunded')}
            </th>
          </tr>
        </thead>
        <tbody>
          {report.clerks.map((clerk) => (
            <tr key={clerk.name}>
              <td>{clerk.name}</td>
              <td className={classes.number}>
                <SignedAmount minor={clerk.takenMinor} />
              </td>
              <td className={classes.number}>
                <SignedAmount minor={-clerk.refundedMinor} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Movements({ report }: { report: Report }) {
  const { t, language } = useWords();
  const timeZone = useOrganisation()?.timeZone;
  if (report.movements.length === 0) return null;
  return (
    <Panel title={t('tillReport.movements.title')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('till.events.time')}</th>
            <th scope="col">{t('till.events.what')}</th>
            <th scope="col">{t('till.events.who')}</th>
            <th scope="col" className={classes.number}>
              {t('till.events.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {report.movements.map((move, index) => (
            <tr key={index}>
              <td className={classes.soft}>{formatTime(move.at, language, timeZone)}</td>
              <td>
                <span className={classes.strong}>
                  {t(`till.events.kind.${move.kind as DrawerEventKind}`)}
                </span>
                <div className={classes.soft}>{move.reason}</div>
              </td>
              <td>{move.staffName}</td>
              <td className={classes.number}>
                <SignedAmount minor={move.amountMinor} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Approvals({ report }: { report: Report }) {
  const { t } = useWords();
  if (report.approvals.length === 0) return null;
  return (
    <Panel title={t('tillReport.approvals.title')}>
      <ul className={classes.list}>
        {report.approvals.map((row) => (
          <li key={row.number}>
            {t('tillReport.approvals.row', {
              number: row.number,
              amount: row.amountMinor,
              staffName: row.staffName,
              approverName: row.approverName,
            })}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function OpenRows({ report }: { report: Report }) {
  const { t } = useWords();
  if (report.openAttempts.length === 0) return null;
  return (
    <Panel title={t('tillReport.open.title')}>
      <ul className={classes.list}>
        {report.openAttempts.map((attempt) => {
          const kind = attempt.driver === 'cash' ? 'cash' : attempt.refundId === null ? 'sale' : 'refund';
          const row = t('tillReport.open.row', {
            amount: attempt.amountMinor,
            what: t(`tillReport.open.${kind}`),
          });
          return (
            <li key={attempt.attemptId}>
              {attempt.carriedOver ? `${row} (${t('tillReport.open.carried')})` : row}
            </li>
          );
        })}
      </ul>
      <p className={classes.soft}>{t('tillReport.open.lead')}</p>
    </Panel>
  );
}
