import { refuse } from '../../shared/domain/refusal.ts';
import type { TerminalDriver } from './terminal-driver.ts';

/** A cheque made out by hand: "approved" means that it exists for exactly what was asked, and its number is known. */
export const chequeDriver: TerminalDriver = {
  kind: 'cheque',
  humanInTheLoop: true,
  requireProof(askedMinor, evidence) {
    if (!evidence?.slipNumber) refuse('cheque-number-needed', {});
    return {
      amountMinor: askedMinor,
      approvalCode: null,
      brand: null,
      last4: null,
      slipNumber: evidence.slipNumber,
      slipAt: null,
    };
  },
};
