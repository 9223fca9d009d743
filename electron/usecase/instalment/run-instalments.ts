import type { SessionHandler } from '../context.ts';

/** Starts the run, or finds it under way; what came of it is in `instalment.progress` and in the worklist. */
export const runInstalments: SessionHandler<'instalment.run'> = async ({ instalments }) => {
  instalments.run();
  return instalments.progress();
};
