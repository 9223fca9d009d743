import { sumMinor } from '../../../shared/domain/money.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import type { TaxedAmount } from '../../../shared/domain/tax.ts';
import type { BatchAccountRow, BatchRow } from '../../ledger/bulk-store.ts';
import { insertCreditMemo } from '../../ledger/credit-store.ts';
import { insertInvoice } from '../../ledger/invoice-store.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import { postCreditMemo } from '../../ledger/post-credit-memo.ts';
import { postInvoice } from '../../ledger/post-invoice.ts';
import { type Account, requireAccount } from '../../sale/account.ts';

/** What a batch makes for one account. */
export interface MadeDocuments {
  invoiceIds: number[];
  memoIds: number[];
}

const partsOf = ({ netMinor, gstMinor, qstMinor, totalMinor }: TaxedAmount) => ({
  net_minor: netMinor,
  gst_minor: gstMinor,
  qst_minor: qstMinor,
  total_minor: totalMinor,
});

const sumOf = (lines: readonly TaxedAmount[]): TaxedAmount => ({
  netMinor: sumMinor(lines.map((line) => line.netMinor)),
  gstMinor: sumMinor(lines.map((line) => line.gstMinor)),
  qstMinor: sumMinor(lines.map((line) => line.qstMinor)),
  totalMinor: sumMinor(lines.map((line) => line.totalMinor)),
});

const lineName = (batch: BatchRow, personName: string) => `${batch.label} · ${personName}`;

async function requireNamed(db: WritableLedger, { clientId, totalMinor }: BatchAccountRow): Promise<Account> {
  const account = await requireAccount(db, clientId);
  if (account.isWalkIn) refuse('walk-in-no-credit', { mustRefundMinor: totalMinor });
  return account;
}

/** One credit memo for the account, a line a person; it pays nothing until it is linked or spent (domain.md B8). */
export async function writeBulkCredit(
  db: WritableLedger,
  batch: BatchRow,
  row: BatchAccountRow,
): Promise<MadeDocuments> {
  const account = await requireNamed(db, row);
  const { clientId, lines } = row;
  const { memoId } = await insertCreditMemo(db, {
    client_id: clientId,
    kind: batch.taxMode === 'waived' ? 'bulk-taxes-kept' : 'bulk',
    source_invoice_id: null,
    till_session_id: null,
    language: account.language,
    reason: batch.reason,
    ...partsOf(sumOf(lines)),
    refundable_minor: batch.isRefundable === 1 ? row.totalMinor : 0,
    staff_id: batch.staffId,
  });
  for (const line of lines)
    await db.insert('credit_memo_line', {
      memo_id: memoId,
      item_id: null,
      name_fr: lineName(batch, line.personName),
      name_en: lineName(batch, line.personName),
      ledger_code: batch.ledgerCode,
      ...partsOf(line),
      asked_basis_points: null,
      fraction_numerator: null,
      fraction_denominator: null,
      restocked_quantity: 0,
    });
  const { ledgerCode } = batch;
  await postCreditMemo(db, { memoId, clientId, lines: lines.map((line) => ({ ...line, ledgerCode })) });
  return { invoiceIds: [], memoIds: [memoId] };
}

/** One invoice for the account, a line a person, due today (domain.md B8). */
export async function writeBulkCharge(
  db: WritableLedger,
  batch: BatchRow,
  row: BatchAccountRow,
): Promise<MadeDocuments> {
  const account = await requireNamed(db, row);
  const { clientId, lines } = row;
  const { invoiceId } = await insertInvoice(db, {
    client_id: clientId,
    kind: 'bulk',
    sale_id: null,
    till_session_id: null,
    language: account.language,
    note: batch.reason,
    ...partsOf(sumOf(lines)),
    staff_id: batch.staffId,
  });
  for (const [index, line] of lines.entries())
    await db.insert('invoice_item', {
      invoice_id: invoiceId,
      line_number: index + 1,
      product_id: null,
      product_type: 'fee',
      name_fr: batch.label,
      name_en: batch.label,
      person_id: line.personId,
      quantity: 1,
      unit_price_minor: line.netMinor,
      gross_minor: line.netMinor,
      ...partsOf(line),
      tax_class: batch.taxMode === 'waived' ? 'exempt' : 'taxable',
      ledger_code: batch.ledgerCode,
      due_date: db.localDate,
    });
  const { ledgerCode } = batch;
  await postInvoice(db, {
    invoiceId,
    clientId,
    items: lines.map((line) => ({ ...line, ledgerCode, grossMinor: line.netMinor, discounts: [] })),
  });
  return { invoiceIds: [invoiceId], memoIds: [] };
}
