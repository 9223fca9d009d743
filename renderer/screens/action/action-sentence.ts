import type { TFunction } from 'i18next';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { RETURN_REASONS, type ReturnReason } from '../../../shared/domain/payment-return.ts';
import type { SavedMethodState } from '../../../shared/domain/saved-method.ts';
import type { Catalog } from '../../../shared/i18n/catalogs.ts';
import type { Language } from '../../../shared/i18n/format.ts';
import { isTerminalWhy } from '../../../shared/i18n/integrated.ts';
import { pickName } from '../../../shared/i18n/pick-name.ts';

export type ActionRow = OutputOf<'action.list'>['actions'][number];
/** Devices whose rows have a sentence of their own; a stand-alone terminal's is the general one. */
const TOLD_DRIVERS = ['cash', 'nexo', 'gateway', 'by-hand'] as const;
type Sentence = keyof Catalog['action']['says'];

/** What happened, in one sentence. */
export function actionSentence(t: TFunction, row: ActionRow, language: Language): string {
  return t(`action.says.${sentenceOf(row)}`, {
    about: aboutOf(row, language),
    due: row.dueDate ?? '',
    why: whyOf(t, row),
  }).trim();
}

/** The reason in words; nothing where a person told it, or none is worded. */
function whyOf(t: TFunction, { kind, why }: ActionRow): string {
  if (kind === 'payment-returned')
    return RETURN_REASONS.includes(why as ReturnReason)
      ? t(`gateway.returned.reasons.${why as ReturnReason}`).toLowerCase()
      : '';
  if (kind === 'card-expiring') return t(`gateway.saved.status.${why as SavedMethodState}`).toLowerCase();
  return isTerminalWhy(why) ? t(`integrated.why.${why}`) : '';
}

/** A product is told by its name, with its document behind it. */
function aboutOf({ nameFr, nameEn, about }: ActionRow, language: Language): string {
  if (nameFr === null) return about ?? '';
  const name = pickName({ nameFr, nameEn: nameEn ?? '' }, language);
  return about === null ? name : `${name} (${about})`;
}

function sentenceOf(row: ActionRow): Sentence {
  if (row.state === 'resolved-elsewhere')
    return row.kind === 'refund-failed' ? 'refund-resolved-elsewhere' : 'resolved-elsewhere';
  switch (row.kind) {
    case 'refund-in-doubt':
    case 'payment-in-doubt':
    case 'refund-in-progress':
    case 'payment-in-progress':
      return `${row.kind}-${TOLD_DRIVERS.find((driver) => driver === row.driver) ?? 'standalone'}`;
    case 'card-expiring':
      return row.why === 'valid' ? 'card-expiring' : 'card-unusable';
    case 'sale-parked':
      return row.amountMinor === 0 ? 'sale-unpaid' : 'sale-parked';
    case 'till-difference':
      return row.why === 'short' ? 'till-difference-short' : 'till-difference-over';
    default:
      return row.kind;
  }
}
