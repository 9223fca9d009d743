import type { OutputOf } from '../../../shared/contract/contract.ts';
import { businessDaysBetween, localDateOf } from '../../../shared/domain/local-time.ts';
import { causeOfCredit, MONEY_CAUSES } from '../../../shared/domain/money-where.ts';
import { ECHECK_SETTLES_AFTER_BUSINESS_DAYS } from '../../../shared/domain/refund-destination.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { readActions } from '../../ledger/action/action-sources.ts';
import { readClient } from '../../ledger/client-store.ts';
import { type InvoiceMoney, readInvoiceMoney, readRefundIds } from '../../ledger/money-where-store.ts';
import { readOrganisation } from '../../ledger/organisation-store.ts';
import { readRefund } from '../../ledger/refund-store.ts';
import type { QueryContext, QueryHandler } from '../context.ts';
import { DEFAULT_TIME_ZONE } from '../organisation/set-up-organisation.ts';
import { planRefundQuery } from '../refund/plan-refund.ts';
import { readRefundQuery } from '../refund/read-refund.ts';
import { cardOf, movementOfRefund } from './movement-of-refund.ts';

type Movement = OutputOf<'money.where'>['movements'][number];
type Source = OutputOf<'refund.plan'>['sources'][number];

/** What is asked about: a whole account, or what one invoice or one refund touched. */
interface Scope {
  clientId: number;
  refundId: number | null;
  invoice: InvoiceMoney | null;
}

/** Where a client's money is: every refund with what became of it, then every credit that no refund has taken up. */
export const findMoney: QueryHandler<'money.where'> = async (context, input) => {
  const { db, at, localDate } = context;
  const scope = await readScope(context, input);
  const client = await readClient(db, scope.clientId);
  if (!client) refuse('client-unknown', { clientId: scope.clientId });
  const organisation = await readOrganisation(db);
  const rows = await readActions(db, { at, localDate }, (kind) => kind !== 'unreconciled');
  const actionOf = (refundId: number) => rows.find((row) => row.refundId === refundId)?.actionId ?? null;
  const movements: Movement[] = [];
  const refundIds = scope.refundId === null ? await readRefundIds(db, scope.clientId) : [scope.refundId];
  const timeZone = organisation?.timeZone ?? DEFAULT_TIME_ZONE;
  for (const refundId of refundIds) {
    const refund = await readRefundQuery(context, { refundId });
    if (
      scope.invoice &&
      !refund.lines.some((line) => touches(scope.invoice, line.memoId, line.originPaymentId))
    )
      continue;
    movements.push(movementOfRefund(refund, { actionId: actionOf(refundId), today: localDate, timeZone }));
  }
  if (scope.refundId === null && client.kind !== 'walk-in')
    for (const source of (await planRefundQuery(context, { clientId: scope.clientId })).sources)
      if (
        source.openMinor > source.heldMinor &&
        (!scope.invoice || touches(scope.invoice, source.memoId, source.paymentId))
      )
        movements.push(movementOfCredit(source, { today: localDate, timeZone }));
  return {
    clientId: client.clientId,
    clientName: client.name,
    language: client.kind === 'walk-in' ? (organisation?.language ?? client.language) : client.language,
    movements: movements.sort(
      (one, other) =>
        MONEY_CAUSES.indexOf(one.cause) - MONEY_CAUSES.indexOf(other.cause) || (one.at < other.at ? 1 : -1),
    ),
  };
};

async function readScope({ db }: QueryContext, input: Parameters<typeof findMoney>[1]): Promise<Scope> {
  if ('clientId' in input) return { clientId: input.clientId, refundId: null, invoice: null };
  if ('refundId' in input) {
    const refund = await readRefund(db, input.refundId);
    if (!refund) refuse('refund-unknown', { refundId: input.refundId });
    return { clientId: refund.clientId, refundId: input.refundId, invoice: null };
  }
  const invoice = await readInvoiceMoney(db, input.invoiceId);
  if (!invoice) refuse('invoice-unknown', { invoiceId: input.invoiceId });
  return { clientId: invoice.clientId, refundId: null, invoice };
}

function touches(invoice: InvoiceMoney | null, memoId: number | null, paymentId: number | null): boolean {
  if (!invoice) return true;
  return memoId === null
    ? paymentId !== null && invoice.paymentIds.has(paymentId)
    : invoice.memoIds.has(memoId);
}

function movementOfCredit(
  source: Source,
  { today, timeZone }: { today: string; timeZone: string },
): Movement {
  const [origin] = source.origins;
  return {
    key: source.memoId === null ? `payment-${source.paymentId}` : `memo-${source.memoId}`,
    cause: causeOfCredit({
      maximumMinor: source.maximumMinor,
      why: source.why,
      origins: source.origins.map(({ method, cardStatus, at }) => ({
        method,
        cardStatus,
        isSettled:
          businessDaysBetween(localDateOf(at, timeZone), today) >= ECHECK_SETTLES_AFTER_BUSINESS_DAYS,
      })),
    }),
    amountMinor: source.openMinor - source.heldMinor,
    at: source.at,
    localDate: localDateOf(source.at, timeZone),
    refundId: null,
    memoId: source.memoId,
    paymentId: source.paymentId,
    number: source.number,
    card: origin ? cardOf(origin.cardBrand, origin.cardLast4) : null,
    terminalName: null,
    reference: null,
    chequeNumber: null,
    staffName: null,
    actionId: null,
    timeline: [{ at: source.at, kind: source.kind, staffName: null, note: source.number }],
  };
}
