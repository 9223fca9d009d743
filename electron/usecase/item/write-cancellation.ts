import { sumMinor } from '../../../shared/domain/money.ts';
import type { TaxedAmount } from '../../../shared/domain/tax.ts';
import { insertCreditMemo, insertFunding } from '../../ledger/credit-store.ts';
import { insertInvoice } from '../../ledger/invoice-store.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import { linkToItem } from '../../ledger/payment-store.ts';
import { postCreditMemo } from '../../ledger/post-credit-memo.ts';
import { postDiscountWithdrawal, postInvoice } from '../../ledger/post-invoice.ts';
import type { Account } from '../../sale/account.ts';
import type { PlannedFee } from './cancellation-fee.ts';
import type { PlannedCredit } from './item-credit.ts';
import type { PlannedWithdrawal } from './withdrawn-discounts.ts';

export interface CancellationWriting {
  account: Account;
  reason: string;
  language: 'fr' | 'en';
  tillSessionId: number | null;
  staffId: number;
}

export interface NewDocument {
  invoiceId: number;
  number: string;
  itemIds: number[];
}

const partsOf = ({ netMinor, gstMinor, qstMinor, totalMinor }: TaxedAmount) => ({
  net_minor: netMinor,
  gst_minor: gstMinor,
  qst_minor: qstMinor,
  total_minor: totalMinor,
});

/** What a memo is called when it only lowers its item: the rebate's label and ledger code. */
export interface RebateLine {
  nameFr: string;
  nameEn: string;
  ledgerCode: string;
}

/** Writes the credit memo of one item; it pays the item's own unpaid part and stands on the payments behind it. */
export async function writeMemo(
  db: WritableLedger,
  writing: CancellationWriting,
  given: {
    /** A cancellation, or a rebate when its line is given. */
    kind?: 'replacement';
    planned: Pick<PlannedCredit, 'item' | 'credit' | 'funding'>;
    askedBasisPoints: number | null;
    restockedQuantity: number;
    rebate?: RebateLine;
  },
): Promise<{ memoId: number; number: string }> {
  const { account, staffId, tillSessionId } = writing;
  const { item, credit, funding } = given.planned;
  const parts = partsOf(credit);
  const memo = await insertCreditMemo(db, {
    client_id: account.clientId,
    kind: given.rebate ? 'rebate' : (given.kind ?? 'cancellation'),
    source_invoice_id: item.invoiceId,
    till_session_id: tillSessionId,
    language: account.isWalkIn ? item.language : account.language,
    reason: writing.reason,
    ...parts,
    refundable_minor: funding.refundableMinor,
    staff_id: staffId,
  });
  const { memoId } = memo;
  const { itemId } = item;
  const { nameFr, nameEn, ledgerCode } = given.rebate ?? item;
  await db.insert('credit_memo_line', {
    memo_id: memoId,
    item_id: itemId,
    name_fr: nameFr,
    name_en: nameEn,
    ledger_code: ledgerCode,
    ...parts,
    asked_basis_points: given.askedBasisPoints,
    fraction_numerator: credit.fraction.numerator,
    fraction_denominator: credit.fraction.denominator,
    restocked_quantity: given.restockedQuantity,
  });
  const { clientId } = account;
  await postCreditMemo(db, { memoId, clientId, lines: [{ ledgerCode, ...credit }], tillSessionId });
  if (funding.toItemMinor > 0)
    await linkToItem(db, {
      clientId: item.clientId,
      source: { memoId },
      itemId,
      amountMinor: funding.toItemMinor,
      cause: 'credit',
      staffId,
    });
  for (const part of funding.funding) await insertFunding(db, { memoId, ...part });
  return memo;
}

interface NewLine extends TaxedAmount {
  productType: string;
  taxClass: string;
  nameFr: string;
  nameEn: string;
  ledgerCode: string;
  personId: number | null;
}

/** The invoice of discounts that are no longer earned, a line each, which lowers the discounts and is no sale. */
export async function writeWithdrawal(
  db: WritableLedger,
  writing: CancellationWriting,
  withdrawn: readonly PlannedWithdrawal[],
): Promise<NewDocument> {
  const lines = withdrawn.map(({ discount, item, netMinor, gstMinor, qstMinor, totalMinor }) => ({
    netMinor,
    gstMinor,
    qstMinor,
    totalMinor,
    productType: item.productType,
    taxClass: item.taxClass,
    nameFr: `Rabais retiré · ${discount.nameFr}`,
    nameEn: `Discount withdrawn · ${discount.nameEn === '' ? discount.nameFr : discount.nameEn}`,
    ledgerCode: discount.ledgerCode,
    personId: item.person?.personId ?? null,
  }));
  const written = await writeInvoiceOf(db, writing, 'discount-withdrawal', lines);
  for (const [index, { discountLineId, item, netMinor }] of withdrawn.entries())
    await db.insert('discount_withdrawal', {
      discount_line_id: discountLineId,
      item_id: written.itemIds[index] ?? 0,
      credited_numerator: item.creditedFraction.numerator,
      credited_denominator: item.creditedFraction.denominator,
      amount_minor: netMinor,
    });
  const { invoiceId } = written;
  const { account, tillSessionId } = writing;
  await postDiscountWithdrawal(db, { invoiceId, clientId: account.clientId, lines, tillSessionId });
  return written;
}

/** The invoice of the fees, a line each, dated today (settled.md 29). */
export async function writeFees(
  db: WritableLedger,
  writing: CancellationWriting,
  fees: readonly PlannedFee[],
): Promise<NewDocument> {
  const lines = fees.map((fee) => ({
    ...fee,
    productType: 'fee',
    taxClass: fee.gstMinor + fee.qstMinor > 0 ? 'taxable' : 'exempt',
    personId: null,
  }));
  const written = await writeInvoiceOf(db, writing, 'cancellation-fee', lines);
  await postInvoice(db, {
    invoiceId: written.invoiceId,
    clientId: writing.account.clientId,
    items: lines.map((line) => ({ ...line, grossMinor: line.netMinor, discounts: [] })),
    tillSessionId: writing.tillSessionId,
  });
  return written;
}

async function writeInvoiceOf(
  db: WritableLedger,
  writing: CancellationWriting,
  kind: string,
  lines: readonly NewLine[],
): Promise<NewDocument> {
  const sum = (part: keyof TaxedAmount) => sumMinor(lines.map((line) => line[part]));
  const { invoiceId, number } = await insertInvoice(db, {
    client_id: writing.account.clientId,
    kind,
    sale_id: null,
    till_session_id: writing.tillSessionId,
    language: writing.language,
    note: writing.reason,
    net_minor: sum('netMinor'),
    gst_minor: sum('gstMinor'),
    qst_minor: sum('qstMinor'),
    total_minor: sum('totalMinor'),
    staff_id: writing.staffId,
  });
  const itemIds: number[] = [];
  for (const [index, line] of lines.entries())
    itemIds.push(
      await db.insert('invoice_item', {
        invoice_id: invoiceId,
        line_number: index + 1,
        product_id: null,
        product_type: line.productType,
        name_fr: line.nameFr,
        name_en: line.nameEn,
        person_id: line.personId,
        quantity: 1,
        unit_price_minor: line.netMinor,
        gross_minor: line.netMinor,
        ...partsOf(line),
        tax_class: line.taxClass,
        ledger_code: line.ledgerCode,
        due_date: db.localDate,
      }),
    );
  return { invoiceId, number, itemIds };
}
