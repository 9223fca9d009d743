import { sumMinor } from './money.ts';
import { shareMinor, spreadByLargestRemainder } from './rate.ts';
import { refuse } from './refusal.ts';

/** A rebate by hand, before tax: an amount in cents or a share of what the item costs. */
export type RebateAsk =
  | { readonly amountMinor: number }
  /** Hundredths of a percent. */
  | { readonly basisPoints: number };

/** A line once automated discounts are taken off, and what is asked on it. */
export interface RebatableLine {
  readonly name: string;
  readonly netMinor: number;
  readonly ask: RebateAsk | null;
}

/** Cents that come off one line: by what was asked on the line, then by its part of what was asked on the whole. */
export interface LineRebates {
  ofLineMinor: number;
  ofInvoiceMinor: number;
}

/** Cents of what is asked on a net; a percentage rounds half a cent away from zero. */
export function rebateMinor(ask: RebateAsk, netMinor: number): number {
  return 'amountMinor' in ask ? ask.amountMinor : shareMinor(netMinor, ask.basisPoints, 10_000);
}

/**
 * Manual rebates of a sale, after every automated discount (settled.md 26, 28): each line's own first, then one on
 * the whole, spread on what is left by largest remainder, the first line on a tie. No line goes below zero.
 * Refuses `rebate-exceeds-item` with what is left to take off, before tax.
 */
export function planRebates(lines: readonly RebatableLine[], whole: RebateAsk | null): LineRebates[] {
  const rebates = lines.map(({ name, netMinor, ask }): LineRebates => {
    const ofLineMinor = ask === null ? 0 : rebateMinor(ask, netMinor);
    if (ofLineMinor > netMinor) refuse('rebate-exceeds-item', { name, maximumMinor: netMinor });
    return { ofLineMinor, ofInvoiceMinor: 0 };
  });
  if (whole === null) return rebates;
  const left = lines.map(({ netMinor }, index) => netMinor - (rebates[index]?.ofLineMinor ?? 0));
  const leftMinor = sumMinor(left);
  const wholeMinor = rebateMinor(whole, leftMinor);
  if (wholeMinor > leftMinor) refuse('rebate-exceeds-item', { name: '', maximumMinor: leftMinor });
  const shares = spreadByLargestRemainder(wholeMinor, leftMinor === 0 ? [] : left);
  return rebates.map((rebate, index) => ({ ...rebate, ofInvoiceMinor: shares[index] ?? 0 }));
}
