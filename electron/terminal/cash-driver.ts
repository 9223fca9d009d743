import type { TerminalDriver } from './terminal-driver.ts';

/** The drawer and a person's hand: "approved" means that exactly the instructed cash was handed over. */
export const cashDriver: TerminalDriver = {
  kind: 'cash',
  humanInTheLoop: true,
  requireProof(askedMinor, evidence) {
    return {
      amountMinor: evidence?.retypedMinor ?? askedMinor,
      approvalCode: null,
      brand: null,
      last4: null,
      slipNumber: null,
      slipAt: null,
    };
  },
};
