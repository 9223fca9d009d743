import type { Cell, Column } from '../../../shared/contract/report-model.ts';
import {
  DEFAULT_TIME_ZONE,
  formatBalance,
  formatCount,
  formatDate,
  formatInstant,
  formatMoney,
  formatPercent,
  type Language,
} from '../../../shared/i18n/format.ts';

/** A cell as text of the screen; nothing for an empty one. */
export function cellText(
  cell: Cell | undefined,
  kind: Column['kind'],
  language: Language,
  timeZone = DEFAULT_TIME_ZONE,
): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return cell[language];
  if (typeof cell === 'string') {
    if (kind === 'date') return formatDate(cell, language);
    return kind === 'instant' ? formatInstant(cell, language, timeZone) : cell;
  }
  switch (kind) {
    case 'money':
      return formatMoney(cell, language);
    case 'balance':
      return formatBalance(cell, language);
    case 'percent':
      return formatPercent(cell, language);
    default:
      return formatCount(cell, language);
  }
}

const NUMBERS: ReadonlySet<Column['kind']> = new Set(['money', 'balance', 'quantity', 'percent']);

/** Numbers stand at the right, so that their digits do. */
export const isNumber = ({ kind }: Pick<Column, 'kind'>): boolean => NUMBERS.has(kind);
