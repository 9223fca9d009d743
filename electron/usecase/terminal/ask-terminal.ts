import { isFinal } from '../../../shared/domain/attempt.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { readAttempt } from '../../ledger/attempt-store.ts';
import type { SessionHandler } from '../context.ts';

/** One more question to an integrated terminal about an attempt in doubt; while it works, its own answer is on the way. */
export const askTerminal: SessionHandler<'terminal.ask'> = async ({ ledger, terminals }, { attemptId }) => {
  const attempt = await ledger.read((db) => readAttempt(db, attemptId));
  if (attempt?.driver !== 'nexo') refuse('attempt-unknown', { attemptId });
  if (isFinal(attempt.state)) refuse('attempt-settled', { state: attempt.state });
  if (attempt.state === 'prepared' || attempt.state === 'sent')
    refuse('attempt-on-terminal', { amountMinor: attempt.amountMinor });
  const answer = await terminals.ask(attemptId);
  if (answer === null) refuse('terminal-key-missing', { amountMinor: attempt.amountMinor });
  return { answer };
};
