import type { OutputOf } from '../../../shared/contract/contract.ts';
import { sumMinor } from '../../../shared/domain/money.ts';
import { REFUND_DESTINATIONS, type RefundDestination } from '../../../shared/domain/refund-destination.ts';

/** One part of a refund that goes several ways, as the clerk is choosing it. Cents; 0 while nothing is typed. */
export interface DraftPart {
  readonly destination: RefundDestination;
  readonly amountMinor: number;
  readonly terminalId: number | null;
  /** Online, the payment it gives back. */
  readonly originPaymentId: number | null;
}

/** Where a part goes. */
export type PartWay = Omit<DraftPart, 'amountMinor'>;

export const MOST_PARTS = 6;

/** A way out as one word: `cash`, `terminal.t3`, `online-card.p7`. */
export function wayText({ destination, terminalId, originPaymentId }: PartWay): string {
  const terminal = terminalId === null ? '' : `.t${terminalId}`;
  return `${destination}${terminal}${originPaymentId === null ? '' : `.p${originPaymentId}`}`;
}

export function readWay(text: string): PartWay | null {
  const [name, ...ids] = text.split('.');
  const destination = REFUND_DESTINATIONS.find((each) => each === name);
  const idOf = (letter: string) => {
    const found = ids.find((each) => each.startsWith(letter) && /^\d{1,15}$/.test(each.slice(1)));
    return found ? Number(found.slice(1)) : null;
  };
  return destination ? { destination, terminalId: idOf('t'), originPaymentId: idOf('p') } : null;
}

export function writeParts(parts: readonly DraftPart[]): string {
  return parts.map((part) => `${part.amountMinor}.${wayText(part)}`).join(',');
}

export function readParts(text: string | undefined): DraftPart[] | null {
  const parts = (text ?? '').split(',').flatMap((part): DraftPart[] => {
    const [, amount, way] = /^(\d{1,15})\.(.+)$/.exec(part) ?? [];
    const read = way === undefined ? null : readWay(way);
    return read ? [{ ...read, amountMinor: Number(amount) }] : [];
  });
  return parts.length > 0 ? parts : null;
}

/** The natural split as a draft, on the first terminal that takes a command now; without one, two ways to fill in. */
export function naturalParts(
  plan: OutputOf<'refund.plan'> | undefined,
  terminals: OutputOf<'terminal.list'>['terminals'],
): DraftPart[] {
  if (!plan) return [];
  const terminal = terminals.find(({ active, waitingMinor }) => active && waitingMinor === null);
  const draftOf = (destination: RefundDestination, amountMinor: number, originPaymentId: number | null) => ({
    destination,
    amountMinor,
    terminalId: destination === 'terminal' ? (terminal?.terminalId ?? null) : null,
    originPaymentId,
  });
  if (plan.parts.length > 0)
    return plan.parts.map((part) =>
      draftOf(part.destination, part.amountMinor, part.originPaymentId ?? null),
    );
  return plan.destinations
    .filter((way) => way.allowed)
    .slice(0, 2)
    .map((way) => draftOf(way.destination, 0, null));
}

export type PartsProblem = { kind: 'zero' } | { kind: 'left' | 'over'; byMinor: number } | null;

/** Why the parts cannot be confirmed yet. */
export function partsProblem(parts: readonly DraftPart[], amountMinor: number): PartsProblem {
  const leftMinor = amountMinor - sumMinor(parts.map((part) => part.amountMinor));
  if (leftMinor !== 0) return { kind: leftMinor > 0 ? 'left' : 'over', byMinor: Math.abs(leftMinor) };
  return parts.some((part) => part.amountMinor === 0) ? { kind: 'zero' } : null;
}

/** The parts as the contract takes them. */
export function partsInput(parts: readonly DraftPart[]) {
  return parts.map(({ destination, amountMinor, terminalId, originPaymentId }) => ({
    destination,
    amountMinor,
    ...(terminalId === null ? {} : { terminalId }),
    ...(originPaymentId === null ? {} : { originPaymentId }),
  }));
}
