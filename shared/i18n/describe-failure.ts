import type { i18n } from 'i18next';
import { formatMoney } from './format.ts';

/** A refusal as it crosses the contract. */
export interface Failure {
  readonly code: string;
  readonly detail: object;
}

type Words = Record<string, unknown>;

/** The word of one part of a detail, or the raw value when nobody worded it. */
function part(i18n: i18n, group: string, value: unknown, options: Words = {}): string {
  const key = `refusalPart.${group}.${String(value)}`;
  return i18n.exists(key) ? String(i18n.t(key as never, options as never)) : String(value);
}

/** The reason inside a refusal's sentence; those of a refund are worded once, as sentences of their own. */
function whyPart(i18n: i18n, why: unknown): string {
  const key = `refund.why.${String(why)}`;
  if (i18n.exists(`refusalPart.why.${String(why)}`) || !i18n.exists(key)) return part(i18n, 'why', why);
  const sentence = String(i18n.t(key as never));
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}

/** The last named piece of a field's path: "tenders.0.tenderedMinor" is about "tenderedMinor". */
function fieldName(path: unknown): string {
  const names = String(path)
    .split('.')
    .filter((piece) => !/^\d*$/.test(piece));
  return names.at(-1) ?? String(path);
}

/** One problem of one field or CSV cell, worded: `problem` codes are those of refusal-part.ts. */
export function describeProblem(i18n: i18n, problem: string, limit?: number | string): string {
  return i18n.exists(`refusalPart.problem.${problem}`)
    ? part(i18n, 'problem', problem, { limit })
    : part(i18n, 'problem', 'invalid');
}

export function describeField(i18n: i18n, path: string): string {
  return part(i18n, 'field', fieldName(path));
}

/** The limit as the clerk types it: cents become dollars. */
function limitOf(i18n: i18n, issue: { path: string; limit?: number } | undefined) {
  if (issue?.limit === undefined || !fieldName(issue.path).endsWith('Minor')) return issue?.limit;
  return formatMoney(issue.limit, i18n.language === 'en' ? 'en' : 'fr');
}

function wordsOf(i18n: i18n, code: string, detail: Words): Words {
  const list = (group: string, values: unknown) =>
    (Array.isArray(values) ? values : []).map((value) => part(i18n, group, value));
  switch (code) {
    case 'invalid-input': {
      const [first] = detail.issues as { path: string; problem: string; limit?: number }[];
      return {
        ...(first?.path ? { field: describeField(i18n, first.path) } : { context: 'whole' }),
        problem: describeProblem(i18n, first?.problem ?? 'invalid', limitOf(i18n, first)),
      };
    }
    case 'card-number':
      return { field: describeField(i18n, String(detail.field)) };
    case 'not-allowed':
      return { needs: part(i18n, 'role', detail.needs) };
    case 'wrong-pin':
      return detail.triesLeft === 1 ? { context: 'last' } : {};
    case 'till-closed':
      return (detail.tillNames as unknown[]).length === 0 ? { context: 'none' } : {};
    case 'client-not-empty':
      return { zeroMinor: 0 };
    case 'import-refused':
      return { count: detail.refusedCount };
    case 'drawer-short':
      return detail.maximumMinor === null ? { context: 'blind' } : {};
    case 'reason-needed':
      return (detail.choices as unknown[]).length === 0 ? { context: 'free' } : {};
    case 'sale-not-open':
    case 'attempt-settled':
      return { state: part(i18n, 'state', detail.state) };
    case 'approval-not-waiting':
    case 'approval-not-granted':
      return { state: part(i18n, 'approval', detail.state) };
    case 'payment-not-voidable':
    case 'payment-not-returnable':
    case 'till-not-reopenable':
      return { context: detail.why };
    case 'saved-method-other-kind':
      return { context: detail.kind };
    case 'saved-method-unusable':
      return { status: part(i18n, 'methodStatus', detail.status) };
    case 'refund-source-unusable':
      return {
        why: whyPart(i18n, detail.why),
        ...(detail.source === 'walk-in' ? { context: 'walk-in' } : {}),
      };
    case 'refund-way-twice':
      return { destination: part(i18n, 'method', detail.destination) };
    case 'refund-destination-refused': {
      const allowed = list('method', detail.allowed);
      return {
        destination: part(i18n, 'method', detail.destination),
        why: whyPart(i18n, detail.why),
        allowed,
        ...(allowed.length === 0 ? { context: 'none' } : {}),
      };
    }
    case 'plan-option-unknown':
      return detail.optionCount === 0 ? { context: 'none' } : {};
    case 'plan-sum-differs': {
      const missingMinor = Number(detail.missingMinor);
      return { overMinor: Math.abs(missingMinor), ...(missingMinor < 0 ? { context: 'over' } : {}) };
    }
    case 'bulk-not-running':
      return { state: part(i18n, 'batch', detail.state) };
    case 'planned-payment-not-waiting':
      return { state: part(i18n, 'planned', detail.state) };
    case 'discount-code-not-now':
      return { context: detail.when };
    case 'refund-above-limit':
      return { context: detail.per };
    case 'rebate-exceeds-item':
      return detail.name === '' ? { context: 'whole' } : {};
    case 'age-not-allowed':
      return { context: ageContext(detail) };
    case 'registration-closed':
      return { context: detail.when };
    case 'override-needs-supervisor':
      return { override: part(i18n, 'override', detail.override) };
    case 'evidence-incomplete':
      return { missing: list('field', detail.missing) };
    case 'supervisor-needed':
      return { answer: part(i18n, 'answer', detail.answer) };
    case 'read-only':
    case 'ledger-read-only':
      return { reason: part(i18n, 'why', detail.reason) };
    default:
      return {};
  }
}

function ageContext({ age, ageMinimum }: Words): string {
  if (age === null) return 'unknown';
  return Number(age) < Number(ageMinimum ?? 0) ? 'young' : 'old';
}

/** The sentence of a refusal in the translator's language; times are told in the organisation's zone. */
export function describeFailure(i18n: i18n, failure: Failure, timeZone?: string): string {
  const detail = failure.detail as Words;
  const options = { ...detail, ...wordsOf(i18n, failure.code, detail), timeZone };
  return String(i18n.t(`refusal.${failure.code}` as never, options as never));
}
