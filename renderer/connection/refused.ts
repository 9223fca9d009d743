import type { Failure } from '../../shared/i18n/describe-failure.ts';

/** A read that was refused, in the only form TanStack Query knows. */
export class Refused extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}
