import type { OutputOf } from '../contract/contract.ts';
import { parseNumber } from '../domain/document-number.ts';
import { formatMoney, type Language } from '../i18n/format.ts';
import { pickName } from '../i18n/pick-name.ts';
import { paperWords } from './paper-frame.ts';

type Line = OutputOf<'statement.read'>['lines'][number];

/** The words of one movement: which document, how the money came or went, and under it the detail that was asked for. */
export function statementLine(line: Line, language: Language): { label: string; details: string[] } {
  const description = language === 'fr' ? line.descriptionFr : line.descriptionEn;
  const hasItems = line.items.length > 0;
  const label = [titleOf(line, language), ...meansOf(line, language), hasItems ? '' : description];
  return {
    label: label.filter((word) => word !== '').join(' · '),
    details: [...itemsOf(line, language), ...linksOf(line, language)],
  };
}

function titleOf({ kind, number, links }: Line, language: Language): string {
  const t = paperWords(language);
  if (kind !== 'use') return t(`statement.paper.line.${kind}`, { number });
  const source = parseNumber(number)?.series === 'NC' ? 'memo' : 'payment';
  const isTaken = links.some(({ amountMinor }) => amountMinor < 0);
  return t(`statement.paper.${isTaken ? 'taken' : 'use'}.${source}`, { number });
}

/** The tender, its card masked to four digits (settled.md 47). */
function meansOf({ method, cardBrand, cardLast4, chequeNumber }: Line, language: Language): string[] {
  if (method === null) return [];
  const t = paperWords(language);
  return [
    [t(`invoice.method.${method}`), chequeNumber ?? ''].join(' ').trim(),
    [cardBrand ?? '', cardLast4 ? `**** ${cardLast4}` : ''].filter((word) => word !== '').join(' '),
  ];
}

function itemsOf({ items, taxes }: Line, language: Language): string[] {
  const t = paperWords(language);
  const money = (amountMinor: number) => formatMoney(amountMinor, language);
  const lines = items.map((item) => {
    const name = [item.quantity > 1 ? `${item.quantity} × ` : '', pickName(item, language)].join('');
    const whole = item.personName ? `${name}, ${item.personName}` : name;
    return t('statement.paper.item', { name: whole, amount: money(item.netMinor) });
  });
  const hasTaxes = taxes !== null && (taxes.gstMinor !== 0 || taxes.qstMinor !== 0);
  if (!hasTaxes) return lines;
  return [...lines, t('statement.paper.taxes', { gst: money(taxes.gstMinor), qst: money(taxes.qstMinor) })];
}

function linksOf({ kind, links }: Line, language: Language): string[] {
  const t = paperWords(language);
  return links.map((link) => {
    const way = kind === 'refund' ? 'from' : link.amountMinor < 0 ? 'released' : 'against';
    const itemName = pickName(link, language);
    return t(`statement.paper.${way}`, {
      name: itemName ? `${link.number}, ${itemName}` : link.number,
      amount: formatMoney(Math.abs(link.amountMinor), language),
    });
  });
}
