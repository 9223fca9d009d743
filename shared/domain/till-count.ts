import { requireMinor, sumMinor } from './money.ts';
import { refuse } from './refusal.ts';
import { DIFFERENCE_REASON_ABOVE_MINOR, DIFFERENCE_SUPERVISOR_ABOVE_MINOR } from './staff-rights.ts';

export interface Denomination {
  /** `2000` is a 20 $ note, `roll-200` a roll of 2 $ coins. */
  key: string;
  kind: 'note' | 'coin' | 'roll';
  /** Worth of one piece, or of one whole roll, in cents. */
  pieceMinor: number;
}

const NOTES_MINOR = [10_000, 5_000, 2_000, 1_000, 500];
// Coins to a roll as banks hand them out: 25 of the dollars, 40 quarters, 50 dimes, 40 nickels.
const COINS_MINOR = [
  [200, 25],
  [100, 25],
  [25, 40],
  [10, 50],
  [5, 40],
] as const;

/** Canadian notes, coins and coin rolls, largest first, in the order of the count screen (domain.md B20). */
export const DENOMINATIONS: readonly Denomination[] = [
  ...NOTES_MINOR.map((minor) => ({ key: String(minor), kind: 'note' as const, pieceMinor: minor })),
  ...COINS_MINOR.map(([minor]) => ({ key: String(minor), kind: 'coin' as const, pieceMinor: minor })),
  ...COINS_MINOR.map(([minor, pieces]) => ({
    key: `roll-${minor}`,
    kind: 'roll' as const,
    pieceMinor: minor * pieces,
  })),
];

const PIECE_MINOR = new Map(DENOMINATIONS.map(({ key, pieceMinor }) => [key, pieceMinor]));

/**
 * The worth of a count, in cents: pieces per denomination key.
 * Refuses `invalid-input` for a key we do not know.
 */
export function countTotalMinor(count: Readonly<Record<string, number>>): number {
  return sumMinor(
    Object.entries(count).map(([key, pieces]) => {
      const pieceMinor = PIECE_MINOR.get(key);
      if (pieceMinor === undefined || !Number.isSafeInteger(pieces) || pieces < 0) {
        const problem = pieceMinor === undefined ? 'unknown-denomination' : 'not-a-count';
        refuse('invalid-input', { issues: [{ path: `denominations.${key}`, problem }] });
      }
      return requireMinor(pieceMinor * pieces);
    }),
  );
}

/** What a difference (counted less expected, signed) demands of whoever closes (settled.md 37). */
export function differenceRule(given: { differenceMinor: number }): {
  needsReason: boolean;
  needsSupervisor: boolean;
} {
  const size = Math.abs(requireMinor(given.differenceMinor));
  return {
    needsReason: size > DIFFERENCE_REASON_ABOVE_MINOR,
    needsSupervisor: size > DIFFERENCE_SUPERVISOR_ABOVE_MINOR,
  };
}

export type DrawerEventKind =
  | 'FLOAT'
  | 'CASH_IN'
  | 'CHANGE_OUT'
  | 'CASH_REFUND'
  | 'CASH_VOID'
  | 'PAID_IN'
  | 'PAID_OUT'
  | 'DROP'
  | 'NO_SALE'
  | 'COUNT'
  | 'ADJUST';

/** `in` is zero or more, `out` zero or less, `none` exactly zero (terminal.md §4, settled.md 35, 37). */
export const DRAWER_EVENT_SIGNS: Readonly<Record<DrawerEventKind, 'in' | 'out' | 'none' | 'either'>> = {
  FLOAT: 'in',
  CASH_IN: 'in',
  CHANGE_OUT: 'out',
  CASH_REFUND: 'out',
  CASH_VOID: 'out',
  PAID_IN: 'in',
  PAID_OUT: 'out',
  DROP: 'out',
  NO_SALE: 'none',
  COUNT: 'none',
  ADJUST: 'either',
};

export interface DrawerEvent {
  kind: DrawerEventKind;
  /** Signed: what the drawer gains. */
  amountMinor: number;
}

/** Returns the event; throws when its sign is not its kind's. */
export function requireDrawerEvent<E extends DrawerEvent>(event: E): E {
  const amountMinor = requireMinor(event.amountMinor);
  const sign = DRAWER_EVENT_SIGNS[event.kind];
  const holds =
    sign === 'either' ||
    (sign === 'in' && amountMinor >= 0) ||
    (sign === 'out' && amountMinor <= 0) ||
    (sign === 'none' && amountMinor === 0);
  if (!holds) throw new Error(`${event.kind} cannot carry ${amountMinor}`);
  return event;
}

/**
 * What the drawer should hold: the sum of its session's events and nothing else (terminal.md §4), in cents.
 */
export function expectedCash(events: Iterable<DrawerEvent>): number {
  return sumMinor([...events].map((event) => requireDrawerEvent(event).amountMinor));
}
