import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { problemOf } from '../../shared/contract/input-problem.ts';
import { canonicalText } from '../../shared/domain/canonical-text.ts';
import { Refusal } from '../../shared/domain/refusal.ts';

const ISSUES_SHOWN = 10;

/**
 * Parses an input with the contract's schema; what does not fit is refused in words and never echoed back.
 * A card number and a foreign currency have refusals of their own.
 */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues;
  for (const issue of issues) {
    const code = issue.code === 'custom' ? issue.params?.code : undefined;
    if (code === 'card-number') throw new Refusal('card-number', { field: pathOf(issue) });
    if (code === 'wrong-currency') throw new Refusal('wrong-currency', { expected: 'CAD' });
  }
  throw new Refusal('invalid-input', {
    issues: issues.slice(0, ISSUES_SHOWN).map((issue) => ({ path: pathOf(issue), ...problemOf(issue) })),
  });
}

function pathOf(issue: z.core.$ZodIssue): string {
  return issue.path.map((part) => String(part).slice(0, 40)).join('.');
}

/** SHA-256 of an input with its keys sorted, so that the same command typed twice compares equal. */
export function hashInput(input: unknown): Uint8Array {
  return createHash('sha256').update(canonicalText(input)).digest();
}
