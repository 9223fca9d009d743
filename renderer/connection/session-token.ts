import type { OutputOf } from '../../shared/contract/contract.ts';

type Stored = Pick<OutputOf<'staff.signIn'>, 'session' | 'staff'>;

const STORED = 'guichet.session';

/** The sign-in reference and who it belongs to, for this window only: a reload keeps it, closing forgets it. */
export function readStoredSession(): Stored | null {
  try {
    const stored = JSON.parse(window.sessionStorage.getItem(STORED) ?? '{}') as Partial<Stored>;
    return stored.session && stored.staff ? { session: stored.session, staff: stored.staff } : null;
  } catch {
    return null;
  }
}

export function storeSession({ session, staff }: Stored): void {
  window.sessionStorage.setItem(STORED, JSON.stringify({ session, staff }));
}

export function forgetSession(): void {
  window.sessionStorage.removeItem(STORED);
}
