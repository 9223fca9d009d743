import type { i18n } from 'i18next';
import { describeProblem, type Failure } from '../../../shared/i18n/describe-failure.ts';

interface Issue {
  readonly path: string;
  readonly problem: string;
  readonly limit?: number;
}

/** What the service found wrong with one field, in words beside that field; undefined when nothing. */
export function problemOf(i18n: i18n, failure: Failure | null, path: string): string | undefined {
  if (failure?.code !== 'invalid-input') return undefined;
  const issue = (failure.detail as { issues: readonly Issue[] }).issues.find((each) => each.path === path);
  if (!issue) return undefined;
  const words = describeProblem(i18n, issue.problem, issue.limit);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
