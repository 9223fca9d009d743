import { refuse } from '../../../shared/domain/refusal.ts';

const CODE = /^[A-Za-z0-9-]{1,20}$/;
const MISCELLANEOUS = 'misc';

/** The ledger code of a paid-in or paid-out movement. Refuses `invalid-input` for what is no code. */
export function requireMovementCode(ledgerCode: string | undefined): string {
  if (ledgerCode === undefined) return MISCELLANEOUS;
  if (!CODE.test(ledgerCode))
    refuse('invalid-input', { issues: [{ path: 'ledgerCode', problem: 'not-a-ledger-code' }] });
  return ledgerCode;
}
