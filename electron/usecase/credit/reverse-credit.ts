import { planCreditReversal } from '../../../shared/domain/manual-credit.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { readManualCredit, readReversed } from '../../ledger/credit-store.ts';
import { insertInvoice } from '../../ledger/invoice-store.ts';
import { linkToItem } from '../../ledger/payment-store.ts';
import { postCreditReversal } from '../../ledger/post-credit-memo.ts';
import { findOpenSession } from '../../till/till-session.ts';
import type { CommandHandler } from '../context.ts';

/**
 * A credit is never deleted: what is still open of it is taken back by an invoice that it pays itself, at its own
 * cents (domain.md B7, settled.md 32, 33). What is held for a refund stays.
 */
export const reverseCredit: CommandHandler<'credit.reverse'> = async ({ db, staff }, { memoId, reason }) => {
  const memo = await readManualCredit(db, memoId);
  if (!memo) refuse('memo-unknown', { memoId });
  if (memo.hasItem === 1) refuse('credit-of-item', { number: memo.number });
  if (memo.openMinor <= 0) refuse('credit-used', { number: memo.number });
  const before = await readReversed(db, memoId);
  const parts = planCreditReversal({ credit: memo, before, reversedMinor: memo.openMinor });
  const { netMinor, gstMinor, qstMinor, totalMinor } = parts;
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
    note: reason,
    ...amounts,
    staff_id: staff.staffId,
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
  const source = { memoId };
  await linkToItem(db, {
    clientId,
    source,
    itemId,
    amountMinor: totalMinor,
    cause: 'reversal',
    staffId: staff.staffId,
  });
  return { ...invoice, ...parts };
};
