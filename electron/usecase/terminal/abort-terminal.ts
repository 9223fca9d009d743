import { isFinal } from '../../../shared/domain/attempt.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { readAttempt } from '../../ledger/attempt-store.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import type { LongCommand } from '../context.ts';

/** The clerk's cancel: told to the terminal once it is on record. Changes no state by itself (terminal.md §3.4). */
export const abortTerminal: LongCommand<'terminal.abort'> = {
  async run({ db, staff }, { attemptId }) {
    const attempt = await readAttempt(db, attemptId);
    if (attempt?.driver !== 'nexo') refuse('attempt-unknown', { attemptId });
    if (isFinal(attempt.state)) refuse('attempt-settled', { state: attempt.state });
    await recordAudit(db, {
      kind: 'attempt.abort-asked',
      staffId: staff.staffId,
      subject: `attempt:${attemptId}`,
    });
    return { attemptId };
  },
  async after(context, { attemptId }) {
    await context.terminals.abort(attemptId);
  },
};
