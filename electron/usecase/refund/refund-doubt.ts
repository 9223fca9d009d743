import type { RefundDestination } from '../../../shared/domain/refund-destination.ts';
import type { OpenRefundLine } from '../../ledger/refund-store.ts';
import type { Ground } from './refund-ground.ts';

/**
 * The lines that stop a refund from the same source or payment (settled.md 5): those in doubt; in cash also those
 * under way from the same payment, since each rounding counts on the one before. A conflict stops the whole account
 * until a supervisor has settled it (settled.md 8).
 */
export function blockingLines(ground: Ground, destination: RefundDestination | undefined): OpenRefundLine[] {
  return ground.openLines.filter(
    (line) =>
      ['unknown', 'needs-operator', 'conflict'].includes(line.attemptState) ||
      // a gateway that says "it settles by itself" leaves no doubt: its hold is enough
      (line.attemptState === 'resolving' && line.driver !== 'gateway') ||
      (destination === 'cash' && line.driver === 'cash'),
  );
}

/** The contradiction that stops an account until a supervisor has settled it (settled.md 8). */
export function conflictOf(lines: readonly OpenRefundLine[], clientId: number): OpenRefundLine | undefined {
  return lines.find((line) => line.attemptState === 'conflict' && line.clientId === clientId);
}

/** The ground without what waits for an outcome: its sources and payments give nothing. */
export function withoutBlocked(ground: Ground, blocking: readonly OpenRefundLine[]): Ground {
  if (blocking.length === 0) return ground;
  const parked = conflictOf(blocking, ground.client.clientId) !== undefined;
  return {
    ...ground,
    sources: ground.sources.map((source) =>
      parked || blocking.some((line) => isSourceOf(line, source))
        ? { ...source, heldMinor: source.openMinor }
        : source,
    ),
    origins: ground.origins.map((origin) =>
      blocking.some((line) => line.originPaymentId === origin.paymentId)
        ? { ...origin, heldMinor: Math.max(0, origin.amountMinor - origin.refundedMinor) }
        : origin,
    ),
  };
}

/** The ground as it would be if the waiting refunds had moved nothing: tells whether waiting is all that stops one. */
export function asIfReleased(ground: Ground, blocking: readonly OpenRefundLine[]): Ground {
  const held = blocking.filter((line) => line.holdState === 'held');
  const sumOf = (lines: OpenRefundLine[]) => lines.reduce((sum, line) => sum + line.lineMinor, 0);
  return {
    ...ground,
    sources: ground.sources.map((source) => ({
      ...source,
      heldMinor: source.heldMinor - sumOf(held.filter((line) => isSourceOf(line, source))),
      ...(source.funding && {
        funding: source.funding.map((part) => ({
          ...part,
          leftMinor:
            part.leftMinor +
            sumOf(
              held.filter((line) => line.memoId === source.id && line.originPaymentId === part.paymentId),
            ),
        })),
      }),
    })),
    origins: ground.origins.map((origin) => ({
      ...origin,
      heldMinor: origin.heldMinor - sumOf(held.filter((line) => line.originPaymentId === origin.paymentId)),
    })),
  };
}

export function isSourceOf(line: OpenRefundLine, source: { kind: string; id: number }): boolean {
  return source.kind === 'credit-memo' ? line.memoId === source.id : line.paymentId === source.id;
}
