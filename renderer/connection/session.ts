import { create } from 'zustand';
import type { OutputOf } from '../../shared/contract/contract.ts';
import type { Role } from '../../shared/domain/staff-rights.ts';
import { setLanguage } from '../shell/language.ts';
import { guichet } from './guichet.ts';
import { queries } from './queries.ts';
import { forgetSession, readStoredSession, storeSession } from './session-token.ts';

export type SignedIn = OutputOf<'staff.signIn'>;
export type StaffRead = SignedIn['staff'];

interface SessionState {
  staff: StaffRead | null;
  /** Why the last session ended, told on the sign-in screen. */
  ended: 'signed-out' | 'idle' | 'expired' | null;
}

export const useSession = create<SessionState>(() => ({
  staff: readStoredSession()?.staff ?? null,
  ended: null,
}));

export function signedIn(answer: SignedIn): void {
  storeSession(answer);
  // Known by the service this instant: the screens need not ask before they show
  queries.setQueryData(['staff.read', {}], answer.staff);
  useSession.setState({ staff: answer.staff, ended: null });
  setLanguage(answer.staff.language);
  void queries.invalidateQueries();
}

/** Forgets the session here; carts and keys of unanswered commands stay for the clerk to come back to. */
export function endSession(ended: SessionState['ended']): void {
  if (!useSession.getState().staff) return;
  forgetSession();
  useSession.setState({ staff: null, ended });
  queries.removeQueries({ predicate: ({ queryKey }) => !PUBLIC_READS.has(String(queryKey[0])) });
}

const PUBLIC_READS: ReadonlySet<string> = new Set(['organisation.read', 'ledger.state', 'staff.names']);

export async function signOut(ended: 'signed-out' | 'idle'): Promise<void> {
  const leaving = guichet.call('staff.signOut', {}).catch(() => undefined);
  endSession(ended);
  await leaving;
}

/** Whether the signed-in staff member holds this role; a supervisor is not an administrator, nor the reverse. */
export function useHasRole(role: Role): boolean {
  return useSession(({ staff }) => staff?.roles.includes(role) ?? false);
}
