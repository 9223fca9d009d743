import { readAccountBalance } from '../../ledger/report/journal-sums.ts';
import { type HeldRow, readClientNames, readHeldByDocuments } from '../../ledger/report/receivable-store.ts';
import { readAccountSums } from './account-sums.ts';
import type { ReportHandler } from './report-context.ts';
import { column, documentOf, type Row, scopeOf, sectionOf, side, tieOf } from './report-parts.ts';
import { say } from './say.ts';
import { instantsOf } from './scope-instants.ts';

const columns = () => [
  column('date', 'date'),
  column('number', 'text'),
  column('client', 'text'),
  column('openMinor', 'money'),
  column('refundableMinor', 'money'),
  column('fixedMinor', 'money'),
  column('reservedMinor', 'money'),
  column('expiresDate', 'date'),
];

/** Deposits and open credits one by one: what is held for clients, and how much of it may be given back (domain.md §2). */
export const reportHeld: ReportHandler<'report.held'> = async (context, input) => {
  const { db, localDate } = context;
  const toDate = input.toDate ?? localDate;
  const scope = { ...scopeOf(context, { toDate }), asOf: true };
  const { owedMinor, heldMinor, held } = await readAccountSums(context, toDate);
  const clients = await readClientNames(db, [...new Set(held.map(({ clientId }) => clientId))]);
  const names = new Map(clients.map(({ clientId, name, number }) => [clientId, `${name} (${number})`]));
  const section = (kind: HeldRow['kind']) =>
    sectionOf(context, {
      id: kind,
      title: say(`report.section.${kind}`),
      columns: columns(),
      rows: held.filter((row) => row.kind === kind).map((row) => heldRow(row, names.get(row.clientId) ?? '')),
    });
  const sections = [section('deposit'), section('credit')];
  const total = (id: string) => sections.reduce((sum, { totals }) => sum + Number(totals?.[id] ?? 0), 0);
  const balanceMinor = await readAccountBalance(db, 'clients', toDate);
  const { endsAt } = instantsOf(context, { fromDate: toDate, toDate });
  const documentsMinor = await readHeldByDocuments(db, { toDate, endsAt });
  return await documentOf(context, 'held', scope, {
    totals: {
      openMinor: total('openMinor'),
      refundableMinor: total('refundableMinor'),
      fixedMinor: total('fixedMinor'),
      reservedMinor: total('reservedMinor'),
    },
    sections,
    ties: [
      tieOf('held-documents', side('held', heldMinor), side('documentsLessLinks', documentsMinor)),
      tieOf('held-clients', side('held', heldMinor), side('owedLessBalance', owedMinor - balanceMinor)),
    ],
  });
};

function heldRow(row: HeldRow, client: string): Row {
  const { localDate, number, openMinor, refundableMinor, reservedMinor, expiresDate, clientId } = row;
  const fixedMinor = openMinor - refundableMinor;
  return {
    cells: {
      date: localDate,
      number,
      client,
      openMinor,
      refundableMinor,
      fixedMinor,
      reservedMinor,
      expiresDate,
    },
    link: { to: 'client', id: clientId },
  };
}
