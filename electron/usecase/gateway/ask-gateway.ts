import { isFinal } from '../../../shared/domain/attempt.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { readAttempt } from '../../ledger/attempt-store.ts';
import type { SessionHandler } from '../context.ts';

/** One more question to the gateway about an attempt; while it answers the first, that answer is on the way. */
export const askGateway: SessionHandler<'gateway.ask'> = async ({ ledger, terminals }, { attemptId }) => {
  const attempt = await ledger.read((db) => readAttempt(db, attemptId));
  if (attempt?.driver !== 'gateway') refuse('attempt-unknown', { attemptId });
  if (isFinal(attempt.state)) refuse('attempt-settled', { state: attempt.state });
  if (attempt.state === 'prepared' || attempt.state === 'sent')
    refuse('attempt-on-gateway', { amountMinor: attempt.amountMinor });
  const answer = await terminals.ask(attemptId);
  if (answer === null) refuse('gateway-key-missing', {});
  return { answer };
};
