import { businessDaysBetween, daysBetween } from '../../../shared/domain/local-time.ts';
import { sumMinor } from '../../../shared/domain/money.ts';
import type { RefundChoice, RefundOrigin, RefundSource } from '../../../shared/domain/refund-maximum.ts';
import { cardStatusOf } from '../../../shared/domain/saved-method.ts';
import { type GatewayKind, readGateway } from '../../ledger/gateway-store.ts';
import {
  type FundingRow,
  type MemoRow,
  type OriginRow,
  readFunding,
  readOpenDeposits,
  readOpenMemos,
  readOrigins,
} from '../../ledger/refund-source-store.ts';
import { type OpenRefundLine, type RefundClient, readOpenRefundLines } from '../../ledger/refund-store.ts';
import { readMethodOfPayment } from '../../ledger/saved-method-store.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';

export interface GroundSource extends RefundSource {
  number: string;
}
export interface GroundOrigin extends RefundOrigin, Omit<OriginRow, keyof RefundOrigin> {}

/** Everything a refund of one client can be planned from: open memos and deposits, and the payments behind them. */
export interface Ground {
  client: RefundClient;
  sources: GroundSource[];
  origins: GroundOrigin[];
  /** The gateway of this organisation: without one nothing goes back online. */
  gateway: GatewayKind;
  /** Lines of refunds whose outcome nobody knows yet, and that touch these sources or payments. */
  openLines: OpenRefundLine[];
}

export async function readGround(
  db: ReadableLedger,
  client: RefundClient,
  localDate: string,
): Promise<Ground> {
  const isWalkIn = client.kind === 'walk-in';
  const funding = await readFunding(db, client.clientId);
  const memos = await readOpenMemos(db, client.clientId);
  const deposits = await readOpenDeposits(db, client.clientId, isWalkIn);
  const origins: GroundOrigin[] = [];
  for (const origin of await readOrigins(db, client.clientId))
    origins.push(await withFacts(db, origin, localDate));
  const sources: GroundSource[] = [
    ...memos.map((memo) => memoSource(memo, funding)),
    ...deposits.map(
      ({ paymentId, number, at, openMinor, heldMinor }): GroundSource => ({
        kind: 'deposit',
        id: paymentId,
        number,
        at,
        openMinor,
        heldMinor,
      }),
    ),
  ];
  const openLines = (await readOpenRefundLines(db)).filter(
    (line) =>
      line.clientId === client.clientId ||
      origins.some((origin) => origin.paymentId === line.originPaymentId),
  );
  return { client, sources, origins, openLines, gateway: (await readGateway(db)).kind };
}

/** How old the money is, and how the card or account that paid it stands today, unless somebody marked it. */
async function withFacts(db: ReadableLedger, origin: OriginRow, localDate: string): Promise<GroundOrigin> {
  const isOnline = origin.method === 'online-card' || origin.method === 'echeck';
  const method = isOnline ? await readMethodOfPayment(db, origin.paymentId) : undefined;
  const marked = origin.cardStatus !== null && origin.cardStatus !== 'valid';
  return {
    ...origin,
    cardStatus: method && !marked ? cardStatusOf(method, localDate) : origin.cardStatus,
    chequeAgeDays: Math.max(0, daysBetween(origin.localDate, localDate)),
    settledBusinessDays: businessDaysBetween(origin.localDate, localDate),
  };
}

/** A choice as the contract brings it, in the words of the pure rules. */
export function choiceOf(input: {
  sources?: ({ memoId: number } | { paymentId: number })[] | undefined;
  originPaymentId?: number | undefined;
}): RefundChoice {
  return {
    onlySources: input.sources?.map((source) =>
      'memoId' in source
        ? { kind: 'credit-memo' as const, id: source.memoId }
        : { kind: 'deposit' as const, id: source.paymentId },
    ),
    originPaymentId: input.originPaymentId,
  };
}

/** The walk-in account is many people: each of its refunds starts from its own receipt (settled.md 11). */
export function isReceiptMissing(
  client: RefundClient,
  input: { sources?: readonly unknown[] | undefined; originPaymentId?: number | undefined },
): boolean {
  return client.kind === 'walk-in' && input.originPaymentId === undefined && !input.sources;
}

function memoSource(memo: MemoRow, funding: readonly FundingRow[]): GroundSource {
  const own = funding.filter((part) => part.memoId === memo.memoId);
  const source = {
    kind: 'credit-memo' as const,
    id: memo.memoId,
    number: memo.number,
    at: memo.at,
    openMinor: memo.totalMinor - memo.spentMinor - memo.refundedMinor,
    heldMinor: memo.heldMinor,
  };
  if (own.length > 0 || memo.hasItem === 1) return { ...source, funding: fundingLeft(memo, own) };
  return { ...source, unfunded: memo.refundableMinor > 0 ? 'permitted' : 'never' };
}

/**
 * What each funding still gives, newest payment first: what paid items took the non-refundable part first, then the
 * oldest payment's (settled.md 3, 4); what was refunded or is held is off the payment it came from.
 */
function fundingLeft(memo: MemoRow, oldestFirst: readonly FundingRow[]) {
  // by what is funded now, not when the memo was made: a void takes its payment's funding away
  const fundedMinor = sumMinor(oldestFirst.map((part) => part.fundedMinor));
  let passedOnMinor = Math.max(0, memo.spentMinor - (memo.totalMinor - fundedMinor));
  const left = oldestFirst.map(({ originPaymentId, fundedMinor, usedMinor }) => {
    const ownMinor = Math.max(0, fundedMinor - usedMinor);
    const goneMinor = Math.min(passedOnMinor, ownMinor);
    passedOnMinor -= goneMinor;
    return { paymentId: originPaymentId, leftMinor: ownMinor - goneMinor };
  });
  return left.reverse();
}
