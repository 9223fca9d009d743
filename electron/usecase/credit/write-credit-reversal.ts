import type { TaxedAmount } from '../../../shared/domain/tax.ts';
import type { ManualCreditRow } from '../../ledger/credit-store.ts';
import { insertInvoice } from '../../ledger/invoice-store.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import { linkToItem } from '../../ledger/payment-store.ts';
import { postCreditReversal } from '../../ledger/post-credit-memo.ts';
import { findOpenSession } from '../../till/till-session.ts';

/**
 * The invoice that takes a credit back, at these parts of its own cents. The credit pays it with what is still open;
 * beyond that the client owes it (settled.md 32, 33).
 */
export async function writeCreditReversal(
  db: WritableLedger,
  given: { memo: ManualCreditRow; memoId: number; parts: TaxedAmount; reason: string; staffId: number },
): Promise<{ invoiceId: number; number: string }> {
  const { memo, memoId, staffId } = given;
  const { netMinor, gstMinor, qstMinor, totalMinor } = given.parts;
  const tillSessionId = (await findOpenSession(db, undefined))?.tillSessionId ?? null;
  const amounts = {
    net_minor: netMinor,
    gst_minor: gstMinor,
    qst_minor: qstMinor,
    total_minor: totalMinor,
  };
  const { clientId, ledgerCode } = memo;
  const invoice = await insertInvoice(db, {
    client_id: clientId,
    kind: 'credit-reversal',
    sale_id: null,
    till_session_id: tillSessionId,
    language: memo.language,
    note: given.reason,
    ...amounts,
    staff_id: staffId,
  });
  const itemId = await db.insert('invoice_item', {
    invoice_id: invoice.invoiceId,
    line_number: 1,
    product_id: null,
    product_type: 'fee',
    name_fr: memo.nameFr,
    name_en: memo.nameEn,
    person_id: null,
    quantity: 1,
    unit_price_minor: netMinor,
    gross_minor: netMinor,
    ...amounts,
    tax_class: gstMinor + qstMinor > 0 ? 'taxable' : 'exempt',
    ledger_code: ledgerCode,
    due_date: db.localDate,
  });
  await postCreditReversal(db, {
    invoiceId: invoice.invoiceId,
    clientId,
    lines: [{ ledgerCode, netMinor, gstMinor, qstMinor }],
    tillSessionId,
  });
  const paidMinor = Math.min(totalMinor, Math.max(0, memo.openMinor));
  const source = { memoId };
  if (paidMinor > 0)
    await linkToItem(db, { clientId, source, itemId, amountMinor: paidMinor, cause: 'reversal', staffId });
  return invoice;
}
