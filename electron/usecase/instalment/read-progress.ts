import type { QueryHandler } from '../context.ts';

export const readInstalmentProgress: QueryHandler<'instalment.progress'> = async ({ instalments }) =>
  instalments.progress();
