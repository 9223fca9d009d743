import type { ReadableLedger } from './sql.ts';

export interface ReplacementRow {
  oldItemId: number;
  newItemId: number;
  /** Where each of the two stands. */
  oldInvoiceId: number;
  oldInvoiceNumber: string;
  newInvoiceId: number;
  newInvoiceNumber: string;
}

/** The replacements that touch an invoice, on either side. */
export async function readReplacements(db: ReadableLedger, invoiceId: number): Promise<ReplacementRow[]> {
  return await db.all<ReplacementRow>`
    SELECT old_item_id AS oldItemId, new_item_id AS newItemId, before.id AS oldInvoiceId,
      before.number AS oldInvoiceNumber, after.id AS newInvoiceId, after.number AS newInvoiceNumber
    FROM item_replacement JOIN invoice_item old ON old.id = old_item_id JOIN invoice before ON before.id = old.invoice_id
    JOIN invoice_item new ON new.id = new_item_id JOIN invoice after ON after.id = new.invoice_id
    WHERE before.id = ${invoiceId} OR after.id = ${invoiceId}`;
}

/** The item that took this one's place, or undefined. */
export async function findReplacement(
  db: ReadableLedger,
  itemId: number,
): Promise<{ newItemId: number; invoiceNumber: string } | undefined> {
  return await db.get<{ newItemId: number; invoiceNumber: string }>`
    SELECT new_item_id AS newItemId, invoice.number AS invoiceNumber FROM item_replacement
    JOIN invoice_item item ON item.id = new_item_id JOIN invoice ON invoice.id = item.invoice_id
    WHERE old_item_id = ${itemId}`;
}
