/**
 * What a sale may be let through against, by a supervisor or with their approval, with a reason that stays in the
 * invoice's history (domain.md B16, B18; settled.md 49, 59).
 */
export const OVERRIDE_KINDS = [
  'full-class',
  'age',
  'registration',
  'unpaid-balance',
  'part-payment',
] as const;
export type OverrideKind = (typeof OVERRIDE_KINDS)[number];
