import type { TFunction } from 'i18next';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { Catalog } from '../../../shared/i18n/catalogs.ts';
import type { Language } from '../../../shared/i18n/format.ts';
import { pickName } from '../../../shared/i18n/pick-name.ts';

export type ActionRow = OutputOf<'action.list'>['actions'][number];
type Sentence = keyof Catalog['action']['says'];

/** What happened, in one sentence. */
export function actionSentence(t: TFunction, row: ActionRow, language: Language): string {
  return t(`action.says.${sentenceOf(row)}`, {
    about: aboutOf(row, language),
    due: row.dueDate ?? '',
    why: row.why ?? '',
  });
}

/** A product is told by its name, with its document behind it. */
function aboutOf({ nameFr, nameEn, about }: ActionRow, language: Language): string {
  if (nameFr === null) return about ?? '';
  const name = pickName({ nameFr, nameEn: nameEn ?? '' }, language);
  return about === null ? name : `${name} (${about})`;
}

function sentenceOf(row: ActionRow): Sentence {
  if (row.state === 'resolved-elsewhere') return 'resolved-elsewhere';
  switch (row.kind) {
    case 'refund-in-doubt':
    case 'payment-in-doubt':
    case 'refund-in-progress':
    case 'payment-in-progress':
      return `${row.kind}-${row.driver === 'cash' || row.driver === 'nexo' ? row.driver : 'standalone'}`;
    case 'sale-parked':
      return row.amountMinor === 0 ? 'sale-unpaid' : 'sale-parked';
    case 'till-difference':
      return row.why === 'short' ? 'till-difference-short' : 'till-difference-over';
    default:
      return row.kind;
  }
}
