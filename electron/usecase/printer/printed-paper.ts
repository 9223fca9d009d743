import type { OutputOf, ParsedInput, QueryName } from '../../../shared/contract/contract.ts';
import { creditNotePaper } from '../../../shared/document/credit-note-paper.ts';
import { invoicePaper } from '../../../shared/document/invoice-paper.ts';
import type { Paper } from '../../../shared/document/paper.ts';
import { paymentIdsOf } from '../../../shared/document/payment-ids.ts';
import { paymentPaper } from '../../../shared/document/payment-paper.ts';
import { refundPaper } from '../../../shared/document/refund-paper.ts';
import { zPaper } from '../../../shared/document/z-paper.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { PrintJob } from '../../ledger/print-job-store.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';
import { NOT_SIGNED_IN, type QueryHandler } from '../context.ts';
import { readInvoice } from '../invoice/read-invoice.ts';
import { readOrganisationDetails } from '../organisation/read-organisation.ts';
import { readPayment } from '../payment/read-payment.ts';
import { readRefundQuery } from '../refund/read-refund.ts';
import { readZ } from '../till/read-z.ts';
import { findPrinted } from './find-printed.ts';

/** What a queued job prints, from one snapshot and through the same reads as the screen's preview. */
export async function paperOf(ledger: Ledger, job: PrintJob, copy: number): Promise<Paper> {
  return await ledger.read(async (db) => await readPaper(db, job, copy));
}

async function readPaper(db: ReadableLedger, { kind, number }: PrintJob, copy: number): Promise<Paper> {
  const source = { organisation: await ask(readOrganisationDetails, db, {}), copy };
  const [document, ...others] = await findPrinted(db, kind, number);
  switch (kind) {
    case 'receipt':
    case 'invoice': {
      const invoice = await ask(readInvoice, db, { invoiceId: document.id });
      const payments = [];
      for (const paymentId of paymentIdsOf(invoice)) payments.push(await ask(readPayment, db, { paymentId }));
      return invoicePaper({ ...source, kind, invoice, payments });
    }
    case 'payment': {
      const first = await ask(readPayment, db, { paymentId: document.id });
      const more = [];
      for (const { id } of others) more.push(await ask(readPayment, db, { paymentId: id }));
      return paymentPaper({ ...source, payments: [first, ...more] });
    }
    case 'credit-note': {
      const invoice = await ask(readInvoice, db, { invoiceId: document.invoiceId ?? 0 });
      return creditNotePaper({ ...source, invoice, memoId: document.id });
    }
    case 'refund':
    case 'refund-merchant': {
      const refund = await ask(readRefundQuery, db, { refundId: document.id });
      return refundPaper({ ...source, refund, isMerchants: kind === 'refund-merchant' });
    }
    case 'z-report':
      return zPaper({ ...source, z: await ask(readZ, db, { zNumber: number }) });
  }
}

/** These reads look at nothing but the ledger and the rights of who asks; a printer has none. */
async function ask<N extends QueryName>(
  handler: QueryHandler<N>,
  db: ReadableLedger,
  input: ParsedInput<N>,
): Promise<OutputOf<N>> {
  return await handler({ db, staff: NOT_SIGNED_IN } as Parameters<QueryHandler<N>>[0], input);
}
