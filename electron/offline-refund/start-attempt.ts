import type { AttemptDriver } from '../ledger/attempt-store.ts';
import { readAttempt } from '../ledger/attempt-store.ts';
import type { Ledger, WritableLedger } from '../ledger/ledger.ts';

interface NewAttempt {
  reference: string;
  direction: 'in' | 'out';
  driver: AttemptDriver;
  refundId: number | null;
  saleId: number | null;
  clientId: number;
  terminalId: number | null;
  tillSessionId: number | null;
  /** What is to move, in cents at applied amounts (the drawer's rounding is the refund's). */
  amountMinor: number;
  staffId: number;
  /** Its permanent name on an integrated terminal. */
  messageId: string | null;
}

/** Writes the intent: PREPARED, nothing shown yet. Call it in the transaction that places the holds. */
export async function prepareAttempt(db: WritableLedger, attempt: NewAttempt): Promise<number> {
  return await db.open('attempt', {
    reference: attempt.reference,
    direction: attempt.direction,
    driver: attempt.driver,
    refund_id: attempt.refundId,
    sale_id: attempt.saleId,
    client_id: attempt.clientId,
    terminal_id: attempt.terminalId,
    till_session_id: attempt.tillSessionId,
    amount_minor: attempt.amountMinor,
    staff_id: attempt.staffId,
    at: db.at,
    message_id: attempt.messageId,
  });
}

/** Writes the intent of a refund, whichever way it goes; who asks for it is the staff member given. */
export async function prepareRefundAttempt(
  db: WritableLedger,
  refund: {
    readonly refundId: number;
    readonly clientId: number;
    readonly terminalId: number | null;
    readonly tillSessionId: number | null;
    readonly amountMinor: number;
  },
  by: Pick<NewAttempt, 'reference' | 'driver' | 'staffId'> & { readonly messageId?: string | null },
): Promise<number> {
  const { refundId, clientId, terminalId, tillSessionId, amountMinor } = refund;
  return await prepareAttempt(db, {
    messageId: null,
    ...by,
    direction: 'out',
    refundId,
    saleId: null,
    clientId,
    terminalId,
    tillSessionId,
    amountMinor,
  });
}

/** What `startAttempt` needs of the command it ends: an `AfterContext` will do. */
export interface StartContext {
  readonly ledger: Ledger;
  readonly staff: { readonly staffId: number };
  readonly probe: (point: string) => void;
  /** Commands an integrated terminal or the gateway once SENT is on the disk. */
  readonly terminals: { begin(attemptId: number): void };
}

/**
 * Commits SENT and puts the chain's head on the disk; only then may a screen show the instruction (settled.md 1, 44).
 * Idempotent: an attempt that is no longer PREPARED stays as it is. A replay after a crash therefore starts nothing,
 * since the start-up has already moved what was PREPARED to NOT_SENT.
 */
export async function startAttempt(context: StartContext, attemptId: number): Promise<void> {
  context.probe('attempt:before-sent');
  const isOurs = await context.ledger.write(async (db) => {
    const attempt = await readAttempt(db, attemptId);
    if (!attempt) throw new Error(`no attempt ${attemptId}`);
    if (attempt.state !== 'prepared') return false;
    await db.move('attempt', attemptId, 'sent', { staffId: context.staff.staffId });
    context.probe('attempt:before-sent-commit');
    return attempt.driver === 'nexo' || attempt.driver === 'gateway';
  });
  context.probe('attempt:after-sent');
  await context.ledger.flushHead();
  context.probe('attempt:after-flush');
  // by the one that committed SENT, so that a replay commands nothing
  if (isOurs) context.terminals.begin(attemptId);
}
