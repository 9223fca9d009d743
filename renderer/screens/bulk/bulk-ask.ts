import type { InputOf } from '../../../shared/contract/contract.ts';

type Asked = InputOf<'bulk.run'>;

/** What the clerk is choosing; empty texts and nulls are not asked. */
export interface BulkForm {
  readonly kind: 'credit' | 'charge';
  readonly productId: number | null;
  /** People read from a file, instead of an activity. */
  readonly personIds: readonly number[] | null;
  readonly ageMinimum: string;
  readonly ageMaximum: string;
  readonly tag: string;
  readonly way: 'amount' | 'sessions';
  readonly amountMinor: number | null;
  readonly sessions: string;
  readonly taxMode: Asked['taxMode'];
  readonly label: string;
  readonly ledgerCode: string;
  readonly reason: string;
  readonly isRefundable: boolean;
  readonly again: boolean;
}

export const NEW_FORM: BulkForm = {
  kind: 'credit',
  productId: null,
  personIds: null,
  ageMinimum: '',
  ageMaximum: '',
  tag: '',
  way: 'amount',
  amountMinor: null,
  sessions: '',
  taxMode: 'added',
  label: '',
  ledgerCode: '',
  reason: '',
  isRefundable: false,
  again: false,
};

/** The part that a preview needs, or null while something is missing. */
export function previewAsk(
  form: BulkForm,
  leftOut: ReadonlySet<number>,
): Omit<InputOf<'bulk.preview'>, never> | null {
  const { kind, productId, personIds, way, amountMinor, taxMode } = form;
  if (productId === null && personIds === null) return null;
  const sessions = Number(form.sessions);
  if (way === 'amount' ? amountMinor === null || amountMinor === 0 : !(sessions > 0)) return null;
  const filter = {
    ...(personIds ? { personIds: [...personIds] } : { productIds: [productId ?? 0] }),
    ...(form.ageMinimum === '' ? {} : { ageMinimum: Number(form.ageMinimum) }),
    ...(form.ageMaximum === '' ? {} : { ageMaximum: Number(form.ageMaximum) }),
    ...(form.tag.trim() === '' ? {} : { tag: form.tag.trim() }),
    ...(leftOut.size === 0 ? {} : { exceptPersonIds: [...leftOut] }),
  };
  return { kind, filter, taxMode, ...(way === 'amount' ? { amountMinor: amountMinor ?? 0 } : { sessions }) };
}

/** The words that the documents carry, or null while one is missing. */
export function wordsAsk(form: BulkForm) {
  const label = form.label.trim();
  const ledgerCode = form.ledgerCode.trim();
  const reason = form.reason.trim();
  if (label === '' || reason === '' || !/^[A-Za-z0-9-]{1,20}$/.test(ledgerCode)) return null;
  return {
    label,
    ledgerCode,
    reason,
    ...(form.kind === 'credit' && form.isRefundable ? { isRefundable: true } : {}),
    ...(form.again ? { again: true } : {}),
  };
}

/** The result of a batch as a file that a spreadsheet opens: one line an account. */
export function resultCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    // a text that a spreadsheet would work out as a formula stays a text
    const safe = /^[=+\-@]/.test(text) ? `'${text}` : text;
    return /[";\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\uFEFF${[header, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}
