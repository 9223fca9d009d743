import { randomBytes } from 'node:crypto';
import type { Clock } from '../ledger/ledger.ts';
import type { Sessions, StaffMember } from '../usecase/context.ts';

const IDLE_MS = 30 * 60_000;
const ABSOLUTE_MS = 12 * 3_600_000;

interface OpenSession {
  staff: StaffMember;
  openedAt: number;
  lastSeenAt: number;
}

/**
 * Sign-ins live in memory only: a restart asks for the PIN again. A reference has 256 random bits; it ends after
 * 30 minutes without a call, after 12 hours, at sign-out, and when its staff member is changed or disabled.
 */
export class StaffSessions implements Sessions {
  readonly #clock: Clock;
  readonly #open = new Map<string, OpenSession>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  open(staff: StaffMember): { session: string; expiresAt: string } {
    const now = this.#clock.now().getTime();
    const session = randomBytes(32).toString('base64url');
    this.#open.set(session, { staff, openedAt: now, lastSeenAt: now });
    return { session, expiresAt: new Date(now + ABSOLUTE_MS).toISOString() };
  }

  /** The staff member behind a reference, or undefined when it is unknown or has ended. */
  staffOf(session: string | undefined): StaffMember | undefined {
    const found = session === undefined ? undefined : this.#open.get(session);
    if (!found || session === undefined) return undefined;
    const now = this.#clock.now().getTime();
    if (now - found.openedAt > ABSOLUTE_MS || now - found.lastSeenAt > IDLE_MS) {
      this.#open.delete(session);
      return undefined;
    }
    found.lastSeenAt = Math.max(now, found.lastSeenAt);
    return found.staff;
  }

  close(session: string): void {
    this.#open.delete(session);
  }

  closeAllOf(staffId: number): void {
    for (const [session, open] of this.#open) if (open.staff.staffId === staffId) this.#open.delete(session);
  }
}
