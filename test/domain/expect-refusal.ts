import { expect } from 'vitest';
import { Refusal, type RefusalCode, type RefusalDetails } from '../../shared/domain/refusal.ts';

/** The detail of the refusal that `work` must end in. */
export function expectRefusal<C extends RefusalCode>(code: C, work: () => unknown): RefusalDetails[C] {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.code).toBe(code);
    return error.detail as RefusalDetails[C];
  }
  throw new Error(`not refused: expected ${code}`);
}
