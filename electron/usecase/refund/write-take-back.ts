import type { TaxedAmount } from '../../../shared/domain/tax.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { insertInvoice } from '../../ledger/invoice-store.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import { postCreditReversal } from '../../ledger/post-credit-memo.ts';
import type { RefundRow } from '../../ledger/refund-store.ts';
import { findOpenSession } from '../../till/till-session.ts';
import type { TakenCredit } from './take-back-refund.ts';

interface TakeBack {
  readonly refund: RefundRow;
  readonly taken: readonly TakenCredit[];
  readonly parts: TaxedAmount;
  readonly reason: string;
  readonly staffId: number;
}

/** One invoice, a line a credit, that nothing has paid yet. */
export async function writeTakeBack(
  db: WritableLedger,
  { refund, taken, parts, reason, staffId }: TakeBack,
): Promise<{ invoiceId: number; number: string }> {
  const { clientId } = refund;
  const tillSessionId = (await findOpenSession(db, undefined))?.tillSessionId ?? null;
  const invoice = await insertInvoice(db, {
    client_id: clientId,
    kind: 'credit-reversal',
    sale_id: null,
    till_session_id: tillSessionId,
    language: refund.language,
    note: reason,
    ...columnsOf(parts),
    staff_id: staffId,
  });
  for (const [index, { memo, memoId, parts: line }] of taken.entries()) {
    const itemId = await db.insert('invoice_item', {
      invoice_id: invoice.invoiceId,
      line_number: index + 1,
      product_id: null,
      product_type: 'fee',
      name_fr: memo.nameFr,
      name_en: memo.nameEn,
      person_id: null,
      quantity: 1,
      unit_price_minor: line.netMinor,
      gross_minor: line.netMinor,
      ...columnsOf(line),
      tax_class: line.gstMinor + line.qstMinor > 0 ? 'taxable' : 'exempt',
      ledger_code: memo.ledgerCode,
      due_date: db.localDate,
    });
    await db.insert('refund_take_back', {
      refund_id: refund.refundId,
      memo_id: memoId,
      item_id: itemId,
      amount_minor: line.totalMinor,
    });
  }
  await postCreditReversal(db, {
    invoiceId: invoice.invoiceId,
    clientId,
    lines: taken.map(({ memo, parts: line }) => ({ ledgerCode: memo.ledgerCode, ...line })),
    tillSessionId,
  });
  await recordAudit(db, {
    kind: 'refund.taken-back',
    staffId,
    subject: `refund:${refund.refundId}`,
    detail: { invoiceId: invoice.invoiceId, totalMinor: parts.totalMinor, reason },
  });
  return invoice;
}

const columnsOf = ({ netMinor, gstMinor, qstMinor, totalMinor }: TaxedAmount) => ({
  net_minor: netMinor,
  gst_minor: gstMinor,
  qst_minor: qstMinor,
  total_minor: totalMinor,
});
