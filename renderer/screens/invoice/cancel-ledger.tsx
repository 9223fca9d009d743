import { formatDate } from '../../../shared/i18n/format.ts';
import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { Balance } from '../../parts/balance.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import classes from './cancel.module.css';
import type { CancelState } from './use-cancel.ts';

interface Line {
  readonly label: string;
  /** Positive: the client owes more, or money leaves. */
  readonly minor: number;
  readonly detail?: string;
  readonly strong?: boolean;
}

/** The account before and after in two columns, what is owed and the money, each line in words. */
export function CancelLedger({ state }: { state: CancelState }) {
  const { t } = useWords();
  const [first] = state.chosen;
  const { preview, isStillOwed } = state;
  const invoiceClient = useRead(
    'item.cancelPreview',
    { items: first ? [{ itemId: first.itemId }] : [] },
    { enabled: isStillOwed && first !== undefined, keepPrevious: true },
  );
  const beforeMinor = (isStillOwed ? invoiceClient.data : preview)?.balanceBeforeMinor;
  const lines = useLines(state);
  if (beforeMinor === undefined || !lines)
    return (
      <section className={classes.ledger} aria-label={t('cancel.ledger.title')}>
        <h2 className={classes.ledgerTitle}>{t('cancel.ledger.title')}</h2>
        <p className={classes.soft}>{t(waitingFor(state))}</p>
      </section>
    );
  const afterMinor = beforeMinor - (isStillOwed ? 0 : (preview?.creditMinor ?? 0)) + state.refundMinor;
  return (
    <section className={classes.ledger} aria-label={t('cancel.ledger.title')} aria-live="polite">
      <h2 className={classes.ledgerTitle}>{t('cancel.ledger.title')}</h2>
      <div className={classes.balanceRow}>
        <span>{t('cancel.ledger.before')}</span>
        <Balance minor={beforeMinor} size="big" />
      </div>
      <div className={classes.sides}>
        <LedgerSide title={t('cancel.ledger.owed')} lines={lines.owed} none={t('cancel.ledger.noMoney')} />
        <LedgerSide title={t('cancel.ledger.money')} lines={lines.money} none={t('cancel.ledger.noMoney')} />
      </div>
      {preview?.plan && !isStillOwed ? <PlanSide plan={preview.plan} /> : null}
      {lines.words.map((sentence) => (
        <p key={sentence} className={classes.notice}>
          {sentence}
        </p>
      ))}
      <div className={classes.balanceRow} data-after>
        <span>{t('cancel.ledger.after')}</span>
        <Balance minor={afterMinor} size="big" />
      </div>
    </section>
  );
}

/** What is still missing before anything can be confirmed. */
export function waitingFor({ chosen, isComplete, failure }: CancelState) {
  if (chosen.length === 0) return 'cancel.choose';
  return isComplete && !failure ? 'cancel.counting' : 'cancel.incomplete';
}

function LedgerSide({ title, lines, none }: { title: string; lines: readonly Line[]; none: string }) {
  return (
    <div>
      <h3 className={classes.sideTitle}>{title}</h3>
      {lines.length === 0 ? <p className={classes.soft}>{none}</p> : null}
      <dl className={classes.lines}>
        {lines.map((line) => (
          <div
            key={`${line.label} ${line.minor}`}
            className={classes.line}
            data-strong={line.strong || undefined}
          >
            <dt>
              {line.label}
              {line.detail ? <span className={classes.detail}>{line.detail}</span> : null}
            </dt>
            <dd>
              <Amount minor={line.minor} strong={line.strong ?? false} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

type Plan = NonNullable<NonNullable<CancelState['preview']>['plan']>;

/** The instalments date by date, before and after; those on their way are never touched. */
function PlanSide({ plan }: { plan: Plan }) {
  const { t, language } = useWords();
  const amountOn = (rows: Plan['after'], dueDate: string) =>
    rows.find((row) => row.dueDate === dueDate)?.amountMinor ?? 0;
  const dates = [...new Set([...plan.before, ...plan.after].map(({ dueDate }) => dueDate))].sort();
  return (
    <table className={classes.plan}>
      <caption>{t('cancel.ledger.plan')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('cancel.ledger.dueDate')}</th>
          <th scope="col">{t('cancel.ledger.before')}</th>
          <th scope="col">{t('cancel.ledger.after')}</th>
        </tr>
      </thead>
      <tbody>
        {dates.map((dueDate) => (
          <tr key={dueDate}>
            <th scope="row">{formatDate(dueDate, language)}</th>
            <td>
              <Amount minor={amountOn(plan.before, dueDate)} />
            </td>
            <td>
              <Amount minor={amountOn(plan.after, dueDate)} strong />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useLines(state: CancelState): { owed: Line[]; money: Line[]; words: string[] } | null {
  const { t, language } = useWords();
  const { preview, refundMinor } = state;
  if (state.isStillOwed)
    return {
      owed: [{ label: t('cancel.ledger.owes'), minor: refundMinor }],
      money: [{ label: t('cancel.ledger.refund'), minor: refundMinor }],
      words: [],
    };
  if (!preview) return null;
  const memos = preview.items.filter((item) => item.totalMinor > 0);
  const fees = preview.items.flatMap(({ fee }) => fee ?? []);
  const parts = (line: { netMinor: number; gstMinor: number; qstMinor: number }) =>
    line.gstMinor + line.qstMinor === 0
      ? {}
      : {
          detail: t('cancel.ledger.parts', { net: line.netMinor, gst: line.gstMinor, qst: line.qstMinor }),
        };
  const owed: Line[] = [
    ...memos.map((item) => ({
      label: `${t('cancel.ledger.memo')} · ${pickName(item, language)}`,
      minor: -item.totalMinor,
      ...parts(item),
    })),
    ...preview.withdrawn.map((line) => ({
      label: t('cancel.ledger.withdrawn', { name: pickName(line, language) }),
      minor: line.totalMinor,
      ...parts(line),
    })),
    ...fees.map((fee) => ({ label: pickName(fee, language), minor: fee.totalMinor, ...parts(fee) })),
  ];
  const alongMinor = preview.totalMinor - memos.reduce((sum, item) => sum + item.totalMinor, 0);
  if (alongMinor > 0) owed.splice(memos.length, 0, { label: t('cancel.ledger.memo'), minor: -alongMinor });
  if (owed.length > 1)
    owed.push({ label: t('cancel.ledger.gain'), minor: preview.creditMinor, strong: true });
  const staysMinor = preview.openMinor - refundMinor;
  return {
    owed,
    money: [
      ...(refundMinor > 0 ? [{ label: t('cancel.ledger.refund'), minor: refundMinor }] : []),
      ...(staysMinor > 0 ? [{ label: t('cancel.ledger.stays'), minor: staysMinor }] : []),
    ],
    words: preview.withdrawn.map((line) =>
      t(preview.creditMinor < 0 ? 'cancel.ledger.withdrawnOwes' : 'cancel.ledger.withdrawnWords', {
        name: pickName(line, language),
        amount: line.totalMinor,
        credit: preview.creditMinor,
        owed: preview.owedMinor,
        total: preview.totalMinor,
      }),
    ),
  };
}
