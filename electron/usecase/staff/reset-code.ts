import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Surroundings } from '../context.ts';

const CODE_DIGITS = 8;
const VALID_MS = 3 * 24 * 3_600_000;

/**
 * A one-time code and what the ledger keeps of it. The code is random, short-lived and behind the sign-in lockout, so
 * a keyed hash is enough: without the pepper, which is outside the ledger, the kept text says nothing.
 */
export function newResetCode(context: Surroundings, at: string) {
  const code = context.newCode(CODE_DIGITS);
  const until = new Date(new Date(at).getTime() + VALID_MS).toISOString();
  return { code, hash: `${until} ${keyedHash(context.pinPepper, code)}` };
}

/** Whether the code is the one handed out, and still valid at `at`. */
export function isResetCode(
  context: Surroundings,
  given: { code: string; kept: string | null; at: string },
): boolean {
  const [until, hash] = given.kept?.split(' ') ?? [];
  const found = Buffer.from(keyedHash(context.pinPepper, given.code));
  const expected = Buffer.from(hash ?? '');
  if (expected.length !== found.length || !timingSafeEqual(found, expected)) return false;
  return until !== undefined && given.at <= until;
}

const keyedHash = (pepper: Uint8Array, code: string) =>
  createHmac('sha256', pepper).update(`reset-code ${code}`).digest('base64url');
