import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { taxItem } from '../../../shared/domain/tax.ts';
import { readCustomItem } from '../../ledger/custom-item-store.ts';
import { insertInvoice } from '../../ledger/invoice-store.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import type { PaymentRow } from '../../ledger/payment-store.ts';
import { postInvoice } from '../../ledger/post-invoice.ts';

type Fee = NonNullable<ParsedInput<'payment.return'>['fee']>;

/** What a fee is called and how it is taxed when no custom item says so: a bank's own charge, passed on. */
const PLAIN = {
  nameFr: 'Frais pour effet sans provision',
  nameEn: 'Returned payment fee',
  ledgerCode: 'NSF',
  taxClass: 'exempt',
} as const;

/**
 * Bills the fee of a returned payment as its own invoice, today's date and rates (domain.md B19, settled.md 33).
 * Refuses `custom-item-unknown`, `custom-item-inactive`, `invalid-input` without an amount.
 */
export async function writeReturnFee(
  db: WritableLedger,
  payment: Pick<PaymentRow, 'clientId' | 'number' | 'language'>,
  fee: Fee,
  staffId: number,
): Promise<{ invoiceId: number; number: string }> {
  const label = fee.customItemId === undefined ? PLAIN : await requireFee(db, fee.customItemId);
  const netMinor = fee.amountMinor ?? ('defaultAmountMinor' in label ? label.defaultAmountMinor : null);
  if (netMinor === null)
    refuse('invalid-input', { issues: [{ path: 'fee.amountMinor', problem: 'missing' }] });
  const taxClass = label.taxClass === 'as-item' ? 'exempt' : label.taxClass;
  const { gstMinor, qstMinor, totalMinor } = taxItem({ netMinor, taxClass, localDate: db.localDate });
  const amounts = {
    net_minor: netMinor,
    gst_minor: gstMinor,
    qst_minor: qstMinor,
    total_minor: totalMinor,
  };
  const invoice = await insertInvoice(db, {
    client_id: payment.clientId,
    kind: 'fee',
    sale_id: null,
    till_session_id: null,
    language: payment.language,
    note: payment.number,
    ...amounts,
    staff_id: staffId,
  });
  await db.insert('invoice_item', {
    invoice_id: invoice.invoiceId,
    line_number: 1,
    product_id: null,
    product_type: 'fee',
    name_fr: label.nameFr,
    name_en: label.nameEn,
    person_id: null,
    quantity: 1,
    unit_price_minor: netMinor,
    gross_minor: netMinor,
    ...amounts,
    tax_class: taxClass,
    ledger_code: label.ledgerCode,
    due_date: db.localDate,
  });
  await postInvoice(db, {
    invoiceId: invoice.invoiceId,
    clientId: payment.clientId,
    items: [
      { ledgerCode: label.ledgerCode, grossMinor: netMinor, netMinor, gstMinor, qstMinor, discounts: [] },
    ],
  });
  return invoice;
}

async function requireFee(db: WritableLedger, customItemId: number) {
  const item = await readCustomItem(db, customItemId);
  if (item?.kind !== 'fee') refuse('custom-item-unknown', { customItemId });
  if (!item.active) refuse('custom-item-inactive', { name: item.nameFr });
  return item;
}
