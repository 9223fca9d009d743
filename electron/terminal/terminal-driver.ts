import type { AttemptDriver } from '../ledger/attempt-store.ts';

/** What the clerk typed about an approval, as the contract checked it. */
export interface TypedEvidence {
  /** Cents, retyped from the slip, never copied from what was asked. */
  retypedMinor: number;
  approvalCode?: string | undefined;
  brand?: string | undefined;
  last4?: string | undefined;
  slipNumber?: string | undefined;
  slipAt?: string | undefined;
}

/** What proves that money moved: whitelisted fields only, never a card number (terminal.md §3.7). */
export interface Proof {
  amountMinor: number;
  approvalCode: string | null;
  brand: string | null;
  last4: string | null;
  slipNumber: string | null;
  slipAt: string | null;
}

/**
 * The port to whatever moves money where the ledger is not the witness (terminal.md §3.4).
 *
 * With a human in the loop the instruction on the screen is the first byte: SENT is committed before it is shown,
 * and after a crash only a person can tell what happened (settled.md 1). An integrated driver (nexo, local network)
 * sets `humanInTheLoop` false; its device's side is the port of terminal-device.ts. Its answers go through the same
 * `applyOutcome`, and its attempts use the states `unknown` and `resolving`, which a person's answer never enters.
 * Nothing else changes: holds, evidence, caps and postings never know which driver moved the money.
 */
export interface TerminalDriver {
  readonly kind: AttemptDriver;
  readonly humanInTheLoop: boolean;
  /**
   * Turns an approval into proof. `askedMinor` is what the clerk was told to move: the terminal's amount, or the
   * drawer's in cash. Refuses `evidence-incomplete` with what is missing.
   */
  requireProof(askedMinor: number, evidence: TypedEvidence | undefined): Proof;
}
