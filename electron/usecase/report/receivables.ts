import type { Cells, Chart, Section } from '../../../shared/contract/report-model.ts';
import { addDays } from '../../../shared/domain/local-time.ts';
import { readAccountBalance } from '../../ledger/report/journal-sums.ts';
import {
  type ClientMovements,
  readClientMovements,
  readClientNames,
} from '../../ledger/report/receivable-store.ts';
import { type AccountSums, readAccountSums } from './account-sums.ts';
import type { ReportContext, ReportHandler } from './report-context.ts';
import { column, documentOf, type Row, scopeOf, sectionOf, side, tieOf } from './report-parts.ts';
import { say } from './say.ts';

const AGES = ['notDueMinor', 'upTo30Minor', 'upTo60Minor', 'upTo90Minor', 'over90Minor'] as const;
type Age = (typeof AGES)[number];

/** The age of a debt by the days since it was due: to come, then 0 to 30, 31 to 60, 61 to 90, more (domain.md B22). */
function ageOf(dueDate: string, toDate: string): Age {
  if (dueDate > toDate) return 'notDueMinor';
  if (dueDate >= addDays(toDate, -30)) return 'upTo30Minor';
  if (dueDate >= addDays(toDate, -60)) return 'upTo60Minor';
  if (dueDate >= addDays(toDate, -90)) return 'upTo90Minor';
  return 'over90Minor';
}

const ages = () => AGES.map((age) => column(age, 'money'));
const columns = () => [
  column('client', 'text'),
  ...ages(),
  column('owedMinor', 'money'),
  column('heldMinor', 'money'),
  column('balanceMinor', 'balance'),
  column('plannedMinor', 'money'),
];

/**
 * What clients owe at the end of a day, by age, less what is held for them; and how the period brought the accounts
 * from where they opened to where they closed.
 */
export const reportReceivables: ReportHandler<'report.receivables'> = async (context, input) => {
  const { db, localDate } = context;
  const toDate = input.toDate ?? localDate;
  const scope = scopeOf(context, { fromDate: input.fromDate ?? `${toDate.slice(0, 8)}01`, toDate });
  const sums = await readAccountSums(context, toDate);
  const rows = await clientRows(context, sums, toDate);
  const accounts = sectionOf(context, {
    id: 'clients',
    title: say('report.section.clients'),
    columns: columns(),
    rows,
  });
  const openingMinor = await readAccountBalance(db, 'clients', addDays(scope.fromDate, -1));
  const closingMinor = await readAccountBalance(db, 'clients', toDate);
  const moved = await readClientMovements(db, scope);
  const movedMinor = Object.values(moved).reduce((sum, minor) => sum + minor, 0);
  return await documentOf(context, 'receivables', scope, {
    totals: accounts.totals ?? {},
    sections: [accounts, movementSection(context, { openingMinor, moved, closingMinor })],
    ties: [
      tieOf(
        'receivable-clients',
        side('owedLessHeld', sums.owedMinor - sums.heldMinor),
        side('journalBalance', closingMinor),
      ),
      tieOf(
        'receivable-movement',
        side('openingAndMovements', openingMinor + movedMinor),
        side('journalBalance', closingMinor),
      ),
    ],
    charts: chartsOf(accounts.totals ?? {}),
  });
};

async function clientRows(
  { db }: ReportContext,
  { owed, planned, held }: AccountSums,
  toDate: string,
): Promise<Row[]> {
  const cells = new Map<
    number,
    Record<Age | 'owedMinor' | 'heldMinor' | 'balanceMinor' | 'plannedMinor', number>
  >();
  const of = (clientId: number) => {
    const none = { notDueMinor: 0, upTo30Minor: 0, upTo60Minor: 0, upTo90Minor: 0, over90Minor: 0 };
    const found = cells.get(clientId) ?? {
      ...none,
      owedMinor: 0,
      heldMinor: 0,
      balanceMinor: 0,
      plannedMinor: 0,
    };
    cells.set(clientId, found);
    return found;
  };
  for (const { clientId, dueDate, owedMinor } of owed) {
    const client = of(clientId);
    client[ageOf(dueDate, toDate)] += owedMinor;
    client.owedMinor += owedMinor;
    client.balanceMinor += owedMinor;
  }
  // A debt that was split over dates is as old as the date of each part (settled.md 30)
  for (const { clientId, itemDueDate, plannedDate, amountMinor } of planned) {
    const client = of(clientId);
    client[ageOf(itemDueDate, toDate)] -= amountMinor;
    client[ageOf(plannedDate, toDate)] += amountMinor;
    client.plannedMinor += amountMinor;
  }
  for (const { clientId, openMinor } of held) {
    const client = of(clientId);
    client.heldMinor -= openMinor;
    client.balanceMinor -= openMinor;
  }
  const names = await readClientNames(db, [...cells.keys()]);
  return names
    .map(({ clientId, number, name }): Row => {
      const client: Cells = { client: `${name} (${number})`, ...of(clientId) };
      return { cells: client, link: { to: 'client', id: clientId } };
    })
    .toSorted((left, right) => Number(right.cells.balanceMinor) - Number(left.cells.balanceMinor));
}

function movementSection(
  context: ReportContext,
  given: { openingMinor: number; moved: ClientMovements; closingMinor: number },
): Section {
  const { openingMinor, moved, closingMinor } = given;
  const row = (id: Parameters<typeof movementWords>[0], amountMinor: number): Row => ({
    cells: { name: movementWords(id), amountMinor },
  });
  return sectionOf(context, {
    id: 'movement',
    title: say('report.section.movement'),
    columns: [column('name', 'text'), column('amountMinor', 'money')],
    rows: [
      row('opening', openingMinor),
      row('invoices', moved.invoicesMinor),
      row('memos', moved.memosMinor),
      row('payments', moved.paymentsMinor),
      row('voids', moved.voidsMinor),
      row('returns', moved.returnsMinor),
      row('refunds', moved.refundsMinor),
      row('closing', closingMinor),
    ],
    totals: null,
  });
}

const movementWords = (
  id: 'opening' | 'invoices' | 'memos' | 'payments' | 'voids' | 'returns' | 'refunds' | 'closing',
) => say(`report.movement.${id}`);

function chartsOf(totals: Cells): Chart[] {
  if (AGES.every((age) => Number(totals[age] ?? 0) === 0)) return [];
  return [
    {
      id: 'receivablesByAge',
      title: say('report.chart.receivablesByAge'),
      kind: 'columns',
      unit: 'money',
      series: [{ id: 'owedMinor', title: say('report.column.owedMinor') }],
      points: AGES.map((age) => ({
        at: say(`report.column.${age}`),
        values: { owedMinor: Number(totals[age] ?? 0) },
      })),
    },
  ];
}
