import type { Instalment } from '../../shared/domain/instalment.ts';
import { insertInvoice } from '../ledger/invoice-store.ts';
import type { WritableLedger } from '../ledger/ledger.ts';
import { planPayments } from '../ledger/planned-payment-store.ts';
import { postInvoice } from '../ledger/post-invoice.ts';
import { moveStock } from '../ledger/stock-store.ts';
import { type CartLine, cartTotal, lineDues, registersPerson } from './price-cart.ts';
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
 * Issues the cart as an invoice dated today and due today: items, registrations, stock, posting. An invoice of
 * zero is valid and posts nothing (settled.md 58).
 */
export async function writeInvoice(db: WritableLedger, settled: SettledSale): Promise<NewInvoice> {
  const { sale, account, staffId } = settled;
  const total = cartTotal(sale.lines);
  const tillSessionId = settled.session?.tillSessionId ?? null;
  const { invoiceId, number } = await insertInvoice(db, {
    client_id: account.clientId,
    kind: 'counter',
    sale_id: settled.saleId,
    till_session_id: tillSessionId,
    language: sale.language,
    note: sale.note,
    net_minor: total.netMinor,
    gst_minor: total.gstMinor,
    qst_minor: total.qstMinor,
    total_minor: total.totalMinor,
    staff_id: staffId,
  });
  const items: NewInvoice['items'] = [];
  for (const [index, line] of sale.lines.entries()) {
    const lineNumber = index + 1;
    const itemId = await insertItem(db, invoiceId, lineNumber, line);
    if (line.personId !== null && registersPerson(line.productType))
      await db.open('registration', {
        person_id: line.personId,
        product_id: line.productId,
        item_id: itemId,
        client_id: account.clientId,
        at: db.at,
      });
    if (line.isStockTracked)
      await moveStock(db, {
        productId: line.productId,
        quantity: -line.quantity,
        cause: 'sale',
        itemId,
        staffId,
      });
    const dues = lineDues(line, db.localDate);
    if (line.planDates)
      await planPayments(db, { itemId, clientId: account.clientId, instalments: dues, staffId });
    items.push({ itemId, lineNumber, owedMinor: line.totalMinor, dueDate: db.localDate, dues });
  }
  await postInvoice(db, {
    invoiceId,
    clientId: account.clientId,
    tillSessionId,
    items: sale.lines,
  });
  return { invoiceId, number, items };
}

async function insertItem(
  db: WritableLedger,
  invoiceId: number,
  lineNumber: number,
  line: CartLine,
): Promise<number> {
  const itemId = await db.insert('invoice_item', {
    invoice_id: invoiceId,
    line_number: lineNumber,
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
    due_date: db.localDate,
  });
  for (const [index, discount] of line.discounts.entries())
    await db.insert('discount_line', {
      item_id: itemId,
      position: index + 1,
      rule_id: discount.ruleId,
      name_fr: discount.nameFr,
      name_en: discount.nameEn,
      code: discount.code,
      ledger_code: discount.ledgerCode,
      amount_minor: discount.amountMinor,
    });
  return itemId;
}
