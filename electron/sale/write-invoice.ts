import type { Instalment } from '../../shared/domain/instalment.ts';
import { insertInvoice } from '../ledger/invoice-store.ts';
import type { WritableLedger } from '../ledger/ledger.ts';
import { planPayments } from '../ledger/planned-payment-store.ts';
import { postInvoice } from '../ledger/post-invoice.ts';
import { insertManualRebate } from '../ledger/rebate-store.ts';
import { moveStock } from '../ledger/stock-store.ts';
import type { InvoiceTerms } from './plan-sale.ts';
import { type CartLine, cartTotal, lineDues } from './price-cart.ts';
import { registersPerson } from './price-lines.ts';
import type { SettledSale } from './write-sale.ts';

export interface NewInvoice {
  invoiceId: number;
  number: string;
  items: {
    itemId: number;
    lineNumber: number;
    owedMinor: number;
    dueDate: string;
    dues: Instalment[];
  }[];
}

/**
 * Issues the cart as an invoice: items, rebates, registrations, stock, what it was let through against, posting. An
 * invoice of zero is valid and posts nothing (settled.md 58).
 */
export async function writeInvoice(
  db: WritableLedger,
  settled: Pick<SettledSale, 'saleId' | 'account' | 'sale' | 'session' | 'staffId'>,
): Promise<NewInvoice> {
  const { sale, account, staffId } = settled;
  const total = cartTotal(sale.lines);
  const terms = sale.terms ?? COUNTER_TERMS;
  const localDate = terms.localDate ?? db.localDate;
  const dueDate = terms.dueDate ?? localDate;
  const tillSessionId = settled.session?.tillSessionId ?? null;
  const { invoiceId, number } = await insertInvoice(db, {
    client_id: account.clientId,
    kind: terms.kind,
    sale_id: settled.saleId,
    till_session_id: tillSessionId,
    language: sale.language,
    note: sale.note,
    net_minor: total.netMinor,
    gst_minor: total.gstMinor,
    qst_minor: total.qstMinor,
    total_minor: total.totalMinor,
    staff_id: staffId,
    local_date: localDate,
  });
  const items: NewInvoice['items'] = [];
  for (const [index, line] of sale.lines.entries()) {
    const lineNumber = index + 1;
    const itemId = await insertItem(db, { invoiceId, lineNumber, line, dueDate });
    await insertDiscounts(db, itemId, line, { approvalId: terms.approvalId, staffId });
    if (line.personId !== null && line.productId !== null && registersPerson(line.productType))
      await db.open('registration', {
        person_id: line.personId,
        product_id: line.productId,
        item_id: itemId,
        client_id: account.clientId,
        at: db.at,
      });
    if (line.isStockTracked && line.productId !== null)
      await moveStock(db, {
        productId: line.productId,
        quantity: -line.quantity,
        cause: 'sale',
        itemId,
        staffId,
      });
    const dues = lineDues(line, dueDate);
    if (line.planDates && line.totalMinor > 0)
      await planPayments(db, { itemId, clientId: account.clientId, instalments: dues, staffId });
    items.push({ itemId, lineNumber, owedMinor: line.totalMinor, dueDate, dues });
  }
  for (const override of terms.overrides)
    await db.insert('invoice_override', {
      invoice_id: invoiceId,
      item_id: override.lineIndex === null ? null : (items[override.lineIndex]?.itemId ?? null),
      kind: override.kind,
      reason: override.reason,
      amount_minor: override.amountMinor,
      approval_id: terms.approvalId,
      staff_id: staffId,
      at: db.at,
    });
  await postInvoice(db, {
    invoiceId,
    clientId: account.clientId,
    tillSessionId,
    items: sale.lines,
    localDate,
  });
  return { invoiceId, number, items };
}

const COUNTER_TERMS: InvoiceTerms = {
  kind: 'counter',
  localDate: null,
  dueDate: null,
  overrides: [],
  approvalId: null,
};

async function insertItem(
  db: WritableLedger,
  item: { invoiceId: number; lineNumber: number; line: CartLine; dueDate: string },
): Promise<number> {
  const { line } = item;
  return await db.insert('invoice_item', {
    invoice_id: item.invoiceId,
    line_number: item.lineNumber,
    product_id: line.productId,
    product_type: line.productType,
    name_fr: line.nameFr,
    name_en: line.nameEn,
    person_id: line.personId,
    quantity: line.quantity,
    unit_price_minor: line.unitPriceMinor,
    gross_minor: line.grossMinor,
    net_minor: line.netMinor,
    gst_minor: line.gstMinor,
    qst_minor: line.qstMinor,
    total_minor: line.totalMinor,
    tax_class: line.taxClass,
    ledger_code: line.ledgerCode,
    due_date: item.dueDate,
  });
}

/** What was taken off the item, in order; of what was given by hand also who, why and under which label. */
async function insertDiscounts(
  db: WritableLedger,
  itemId: number,
  line: CartLine,
  by: { approvalId: number | null; staffId: number },
): Promise<void> {
  for (const [index, discount] of line.discounts.entries()) {
    const discountLineId = await db.insert('discount_line', {
      item_id: itemId,
      position: index + 1,
      rule_id: discount.ruleId,
      name_fr: discount.nameFr,
      name_en: discount.nameEn,
      code: discount.code,
      ledger_code: discount.ledgerCode,
      amount_minor: discount.amountMinor,
    });
    if (discount.rebate)
      await insertManualRebate(db, {
        itemId,
        discountLineId,
        memoId: null,
        customItemId: discount.rebate.customItemId,
        amountMinor: discount.amountMinor,
        reason: discount.rebate.reason,
        ...by,
      });
  }
}
