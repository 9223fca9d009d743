import type { ActionMoment } from './action-source.ts';

const SHOWN_MS = 24 * 3_600_000;

/** Whether a row whose matter was settled another way is still shown: for a day after it was. */
export function isStillShown({ at }: Pick<ActionMoment, 'at'>, settledAt: string | null): boolean {
  return settledAt !== null && Date.parse(at) - Date.parse(settledAt) <= SHOWN_MS;
}
