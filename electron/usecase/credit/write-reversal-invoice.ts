import { sumMinor } from '../../../shared/domain/money.ts';
import type { TaxedAmount } from '../../../shared/domain/tax.ts';
import type { ManualCreditRow } from '../../ledger/credit-store.ts';
import { insertInvoice } from '../../ledger/invoice-store.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import { postCreditReversal } from '../../ledger/post-credit-memo.ts';
import { findOpenSession } from '../../till/till-session.ts';

export interface TakenCredit {
  readonly memoId: number;
  readonly memo: ManualCreditRow;
  /** What is taken back of it, at its own shares, in cents. */
  readonly parts: TaxedAmount;
}

interface Reversal {
  readonly clientId: number;
  readonly language: 'fr' | 'en';
  readonly taken: readonly TakenCredit[];
  readonly reason: string;
  readonly staffId: number;
}

/** The invoice that takes credits back, a line a credit, posted and paid by nothing yet; never a sale (settled.md 33). */
export async function writeReversalInvoice(
  db: WritableLedger,
  { clientId, language, taken, reason, staffId }: Reversal,
): Promise<{ invoiceId: number; number: string; itemIds: number[] }> {
  const tillSessionId = (await findOpenSession(db, undefined))?.tillSessionId ?? null;
  const invoice = await insertInvoice(db, {
    client_id: clientId,
    kind: 'credit-reversal',
    sale_id: null,
    till_session_id: tillSessionId,
    language,
    note: reason,
    ...columnsOf(sumParts(taken.map(({ parts }) => parts))),
    staff_id: staffId,
  });
  const itemIds: number[] = [];
  for (const [index, { memo, parts }] of taken.entries())
    itemIds.push(
      await db.insert('invoice_item', {
        invoice_id: invoice.invoiceId,
        line_number: index + 1,
        product_id: null,
        product_type: 'fee',
        name_fr: memo.nameFr,
        name_en: memo.nameEn,
        person_id: null,
        quantity: 1,
        unit_price_minor: parts.netMinor,
        gross_minor: parts.netMinor,
        ...columnsOf(parts),
        tax_class: parts.gstMinor + parts.qstMinor > 0 ? 'taxable' : 'exempt',
        ledger_code: memo.ledgerCode,
        due_date: db.localDate,
      }),
    );
  await postCreditReversal(db, {
    invoiceId: invoice.invoiceId,
    clientId,
    lines: taken.map(({ memo, parts }) => ({ ledgerCode: memo.ledgerCode, ...parts })),
    tillSessionId,
  });
  return { ...invoice, itemIds };
}

/** The parts of several amounts, each summed. */
export function sumParts(parts: readonly TaxedAmount[]): TaxedAmount {
  const sumOf = (part: keyof TaxedAmount) => sumMinor(parts.map((each) => each[part]));
  return {
    netMinor: sumOf('netMinor'),
    gstMinor: sumOf('gstMinor'),
    qstMinor: sumOf('qstMinor'),
    totalMinor: sumOf('totalMinor'),
  };
}

const columnsOf = ({ netMinor, gstMinor, qstMinor, totalMinor }: TaxedAmount) => ({
  net_minor: netMinor,
  gst_minor: gstMinor,
  qst_minor: qstMinor,
  total_minor: totalMinor,
});
