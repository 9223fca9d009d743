import type { SessionHandler } from '../context.ts';

/** Gives back a card that was read for a refund which does not follow; nothing when none is held. */
export const releaseCard: SessionHandler<'terminal.releaseCard'> = async ({ terminals }, { terminalId }) => {
  await terminals.releaseCard(terminalId);
  return {};
};
