import type { z } from 'zod';

/** What is wrong with one field: a code worded under `refusalPart.problem`, and the limit that would pass. */
export interface InputProblem {
  problem: string;
  limit?: number;
}

const BY_FORMAT: Readonly<Record<string, string>> = { date: 'not-a-date', email: 'not-an-email' };
const TOO_SMALL: Readonly<Record<string, string>> = { string: 'too-short', array: 'too-few' };
const TOO_BIG: Readonly<Record<string, string>> = { string: 'too-long', array: 'too-many' };

/** The problem of one issue of a schema; the value itself is never part of it. Parse with `reportInput`. */
export function problemOf(issue: z.core.$ZodIssue): InputProblem {
  switch (issue.code) {
    case 'too_small':
      if (issue.input === '') return { problem: 'required' };
      return { problem: TOO_SMALL[issue.origin] ?? 'too-small', limit: Number(issue.minimum) };
    case 'too_big':
      return { problem: TOO_BIG[issue.origin] ?? 'too-large', limit: Number(issue.maximum) };
    case 'unrecognized_keys':
      return { problem: 'unknown-field' };
    case 'invalid_type':
      if (issue.input === undefined) return { problem: 'required' };
      return {
        problem: issue.expected === 'int' && typeof issue.input === 'number' ? 'not-whole' : 'wrong-type',
      };
    case 'invalid_value':
      return { problem: 'not-a-choice' };
    case 'invalid_format':
      return { problem: BY_FORMAT[issue.format] ?? 'wrong-format' };
    case 'custom':
      return { problem: issue.message === 'Invalid input' ? 'invalid' : issue.message };
    default:
      return { problem: 'invalid' };
  }
}
