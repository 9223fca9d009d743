import { refuse } from '../../shared/domain/refusal.ts';
import type { TerminalDriver } from './terminal-driver.ts';

/** A terminal the app does not talk to: the clerk keys the amount, and its slip is the only witness. */
export const standaloneDriver: TerminalDriver = {
  kind: 'standalone',
  humanInTheLoop: true,
  requireProof(_askedMinor, evidence) {
    const needed = ['approvalCode', 'brand', 'last4', 'slipNumber'] as const;
    if (!evidence) refuse('evidence-incomplete', { missing: ['retypedMinor', ...needed] });
    const missing = needed.filter((field) => !evidence[field]);
    if (missing.length > 0) refuse('evidence-incomplete', { missing });
    return {
      amountMinor: evidence.retypedMinor,
      approvalCode: evidence.approvalCode ?? null,
      brand: evidence.brand ?? null,
      last4: evidence.last4 ?? null,
      slipNumber: evidence.slipNumber ?? null,
      slipAt: evidence.slipAt ?? null,
    };
  },
};
