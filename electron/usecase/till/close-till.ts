import { closeSession } from '../../till/close-session.ts';
import { requireEndedSession } from '../../till/till-session.ts';
import type { CommandHandler } from '../context.ts';

export const closeTill: CommandHandler<'till.close'> = async ({ db, staff }, input) => {
  const session = await requireEndedSession(db, input.tillId);
  return await closeSession(db, {
    session,
    staff,
    differenceReason: input.differenceReason ?? '',
  });
};
