import type { SessionHandler } from '../context.ts';

export const showDisplay: SessionHandler<'display.show'> = async ({ display }, view) => {
  display.show(view);
  return {};
};
