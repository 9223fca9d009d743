import { replaceRoute, useRoute } from '../../shell/router.ts';
import { type DraftPart, readParts, writeParts } from './draft-parts.ts';

export type RefundStep = 'amount' | 'destination';
export type DraftDestination =
  | 'terminal'
  | 'cash'
  | 'cheque'
  | 'online-card'
  | 'echeck'
  | 'several'
  | 'account';

/** A source as the address names it: `memo-12` or `payment-7`. */
export type SourceKey = `memo-${number}` | `payment-${number}`;

/** What the clerk has chosen so far. It lives in the address, so a reload comes back to the same place. */
export interface RefundDraft {
  readonly clientId: number;
  readonly step: RefundStep;
  /** Null until the clerk typed one: the maximum is proposed. */
  readonly amountMinor: number | null;
  readonly destination: DraftDestination | null;
  readonly terminalId: number | null;
  /** The parts of several destinations; null until the clerk changes the natural split. */
  readonly parts: readonly DraftPart[] | null;
  readonly reason: string;
  /** Null: every source, oldest first. */
  readonly only: readonly SourceKey[] | null;
  readonly originPaymentId: number | null;
}

const DESTINATIONS: readonly string[] = [
  'terminal',
  'cash',
  'cheque',
  'online-card',
  'echeck',
  'several',
  'account',
];

function wholeNumber(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : null;
}

export function draftOf(params: Readonly<Record<string, string>>): RefundDraft | null {
  const clientId = wholeNumber(params.client);
  if (!clientId) return null;
  const only = (params.only ?? '')
    .split(',')
    .filter((key): key is SourceKey => /^(memo|payment)-\d{1,15}$/.test(key));
  return {
    clientId,
    step: params.step === 'destination' ? 'destination' : 'amount',
    amountMinor: wholeNumber(params.amount),
    destination: DESTINATIONS.includes(params.to ?? '') ? (params.to as DraftDestination) : null,
    terminalId: wholeNumber(params.terminal),
    parts: readParts(params.parts),
    reason: params.reason ?? '',
    only: only.length > 0 ? only : null,
    originPaymentId: wholeNumber(params.origin),
  };
}

/** Changes what was chosen, without a new step of the history. */
export function changeDraft(draft: RefundDraft, change: Partial<RefundDraft>): void {
  const next = { ...draft, ...change };
  replaceRoute('refund', null, {
    client: next.clientId,
    step: next.step === 'amount' ? undefined : next.step,
    amount: next.amountMinor ?? undefined,
    to: next.destination ?? undefined,
    terminal: next.terminalId ?? undefined,
    parts: (next.parts && writeParts(next.parts)) || undefined,
    reason: next.reason || undefined,
    only: next.only?.join(',') || undefined,
    origin: next.originPaymentId ?? undefined,
  });
}

export function useRefundDraft(): RefundDraft | null {
  return draftOf(useRoute((route) => route.params));
}

/** The source choice as the contract takes it. */
export function sourcesOf(draft: RefundDraft): { memoId: number }[] | { paymentId: number }[] | undefined {
  if (!draft.only) return undefined;
  return draft.only.map((key) => {
    const [kind, id] = key.split('-');
    return kind === 'memo' ? { memoId: Number(id) } : { paymentId: Number(id) };
  }) as { memoId: number }[];
}
