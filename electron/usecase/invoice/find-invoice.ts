import { findInvoiceIds, readInvoice } from '../../ledger/invoice-store.ts';
import type { QueryHandler } from '../context.ts';
import { invoiceHead } from './invoice-head.ts';

const USUAL_LIMIT = 50;

export const findInvoice: QueryHandler<'invoice.find'> = async ({ db }, input) => {
  const limit = input.limit ?? USUAL_LIMIT;
  const ids = await findInvoiceIds(db, {
    text: input.text ?? '',
    clientId: input.clientId ?? null,
    limit: limit + 1,
  });
  const invoices = [];
  for (const invoiceId of ids.slice(0, limit)) {
    const row = await readInvoice(db, invoiceId);
    if (row) invoices.push(invoiceHead(row));
  }
  return { invoices, hasMore: ids.length > limit };
};
