/** Why a bank took back what it had paid: without funds, or for another reason it gives. */
export const RETURN_REASONS = [
  'nsf',
  'account-closed',
  'stopped',
  'not-authorised',
  'disputed',
  'other',
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];
