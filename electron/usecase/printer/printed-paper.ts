import type { OutputOf, ParsedInput, QueryName } from '../../../shared/contract/contract.ts';
import { creditNotePaper } from '../../../shared/document/credit-note-paper.ts';
import { depositSlipPaper } from '../../../shared/document/deposit-slip-paper.ts';
import { invoicePaper } from '../../../shared/document/invoice-paper.ts';
import { moneyWherePaper } from '../../../shared/document/money-where-paper.ts';
import type { Paper } from '../../../shared/document/paper.ts';
import { paymentIdsOf } from '../../../shared/document/payment-ids.ts';
import { paymentPaper } from '../../../shared/document/payment-paper.ts';
import { refundPaper } from '../../../shared/document/refund-paper.ts';
import { xPaper } from '../../../shared/document/x-paper.ts';
import { zPaper } from '../../../shared/document/z-paper.ts';
import { localDateOf } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { PrintJob } from '../../ledger/print-job-store.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';
import { NOT_SIGNED_IN, type QueryHandler } from '../context.ts';
import { readCredit } from '../credit/read-credit.ts';
import { readDepositSlip } from '../deposit-slip/read-deposit-slip.ts';
import { readInvoice } from '../invoice/read-invoice.ts';
import { findMoney } from '../money/find-money.ts';
import { readOrganisationDetails } from '../organisation/read-organisation.ts';
import { readPayment } from '../payment/read-payment.ts';
import { readRefundQuery } from '../refund/read-refund.ts';
import { readX } from '../till/read-x.ts';
import { readZ } from '../till/read-z.ts';
import { findPrinted } from './find-printed.ts';

/** What a queued job prints, from one snapshot and through the same reads as the screen's preview. */
export async function paperOf(ledger: Ledger, job: PrintJob, copy: number, at: string): Promise<Paper> {
  return await ledger.read(async (db) => await readPaper({ db, at }, job, copy));
}

/** What the reads of a paper look at: the ledger, and the clock for what has no moment of its own. */
interface Snapshot {
  readonly db: ReadableLedger;
  readonly at: string;
}

async function readPaper(now: Snapshot, { kind, number, at }: PrintJob, copy: number): Promise<Paper> {
  const source = { organisation: await ask(readOrganisationDetails, now, {}), copy };
  const [id, ...otherIds] = await findPrinted(now.db, kind, number, at);
  switch (kind) {
    case 'receipt':
    case 'invoice': {
      const invoice = await ask(readInvoice, now, { invoiceId: id });
      const payments = [];
      for (const paymentId of paymentIdsOf(invoice))
        payments.push(await ask(readPayment, now, { paymentId }));
      return invoicePaper({ ...source, kind, invoice, payments });
    }
    case 'payment': {
      const first = await ask(readPayment, now, { paymentId: id });
      const more = [];
      for (const paymentId of otherIds) more.push(await ask(readPayment, now, { paymentId }));
      return paymentPaper({ ...source, payments: [first, ...more] });
    }
    case 'credit-note':
      return creditNotePaper({ ...source, credit: await ask(readCredit, now, { memoId: id }) });
    case 'refund':
    case 'refund-merchant': {
      const refund = await ask(readRefundQuery, now, { refundId: id });
      return refundPaper({ ...source, refund, isMerchants: kind === 'refund-merchant' });
    }
    case 'x-report':
      return xPaper({ ...source, x: await ask(readX, now, { tillId: id }) });
    case 'z-report':
      return zPaper({ ...source, z: await ask(readZ, now, { zNumber: number }) });
    case 'deposit-slip':
      return depositSlipPaper({ ...source, slip: await ask(readDepositSlip, now, { depositSlipId: id }) });
    case 'money-where': {
      const today = { ...now, localDate: localDateOf(now.at, source.organisation.timeZone) };
      const read = await ask(findMoney, today, { clientId: id });
      const movement = read.movements.find(({ key }) => key === number);
      if (!movement) refuse('document-unknown', { number });
      return moneyWherePaper({ ...source, copy: 0, movement, ...read });
    }
  }
}

/** These reads look at nothing but the snapshot and the rights of who asks; a printer has none. */
async function ask<N extends QueryName>(
  handler: QueryHandler<N>,
  now: Snapshot,
  input: ParsedInput<N>,
): Promise<OutputOf<N>> {
  return await handler({ ...now, staff: NOT_SIGNED_IN } as Parameters<QueryHandler<N>>[0], input);
}
