import { refuse } from '../../shared/domain/refusal.ts';
import type { TerminalDriver } from './terminal-driver.ts';

/** What a person read at the processor: the amount, and its own reference of the charge or refund. */
const requireProof: TerminalDriver['requireProof'] = (_askedMinor, evidence) => {
  if (!evidence) refuse('evidence-incomplete', { missing: ['retypedMinor', 'slipNumber'] });
  if (!evidence.slipNumber) refuse('evidence-incomplete', { missing: ['slipNumber'] });
  return {
    amountMinor: evidence.retypedMinor,
    approvalCode: evidence.approvalCode ?? null,
    brand: evidence.brand ?? null,
    last4: evidence.last4 ?? null,
    slipNumber: evidence.slipNumber,
    slipAt: evidence.slipAt ?? null,
  };
};

/** A gateway that the program itself asks; when it cannot tell, a person reads the outcome on the processor's own pages. */
export const gatewayDriver: TerminalDriver = { kind: 'gateway', humanInTheLoop: false, requireProof };

/** A processor that the organisation uses elsewhere: a person charges there and records what came of it. */
export const byHandDriver: TerminalDriver = { kind: 'by-hand', humanInTheLoop: true, requireProof };
