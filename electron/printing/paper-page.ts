import { code128 } from '../../shared/document/code128.ts';
import type { LaidPaper } from './printer.ts';

/** What a printer of the computer holds: a roll as wide as the rows, or letter sheets. */
export type PageKind = 'roll' | 'letter';

/** Printed width of a roll, in millimetres: 80 mm and 58 mm paper keep margins of their own. */
const ROLL_MM = { 48: 72, 32: 48 } as const;
const ROLL_PAPER_MM = { 48: 80, 32: 58 } as const;
/** A fixed-width letter is 0.6 of its size wide. */
const LETTER_WIDTH = 0.6;
const LINE_HEIGHT = 1.25;
const SHEET_TYPE_MM = 3.5;
const BARCODE_MM = 12;
/** Blank paper after the last row, so that it is past the knife. */
const FEED_MM = 10;
/** Clear space that a scanner needs on both sides, in modules. */
const QUIET_MODULES = 10;

const typeMm = ({ columns }: LaidPaper, page: PageKind) =>
  page === 'letter' ? SHEET_TYPE_MM : ROLL_MM[columns] / (columns * LETTER_WIDTH);

/** The size of the paper in millimetres, for one long page of a roll; null for letter, which has its own name. */
export function rollSize(paper: LaidPaper, page: PageKind): { widthMm: number; heightMm: number } | null {
  if (page === 'letter') return null;
  const rowMm = typeMm(paper, page) * LINE_HEIGHT;
  const barcodes = paper.rows.filter(({ style }) => style === 'barcode').length;
  const heightMm = Math.ceil(paper.rows.length * rowMm + barcodes * BARCODE_MM + FEED_MM);
  return { widthMm: ROLL_PAPER_MM[paper.columns], heightMm };
}

/** A page of these rows, as the preview shows them, for a program that prints pages; it holds no script and loads nothing. */
export function paperPage(paper: LaidPaper, page: PageKind): string {
  const { rows, columns } = paper;
  const body = rows.map(({ style, text }) =>
    style === 'barcode'
      ? `${barcode(text)}<div class="under">${escaped(text)}</div>`
      : `<div${style === 'strong' ? ' class="strong"' : ''}>${escaped(text) || '&nbsp;'}</div>`,
  );
  const size = rollSize(paper, page);
  return `<!doctype html><meta charset="utf-8"><title>Guichet</title><style>
@page { size: ${size ? `${size.widthMm}mm ${size.heightMm}mm` : 'letter'}; margin: ${size ? '0' : '18mm'}; }
body { margin: 0 auto; width: ${columns}ch; color: #000; white-space: pre;
  font: ${typeMm(paper, page).toFixed(2)}mm/${LINE_HEIGHT} "Courier New", "Liberation Mono", monospace; }
div { break-inside: avoid; }
.strong { font-weight: bold; }
.under { text-align: center; }
svg { display: block; width: 80%; height: ${BARCODE_MM - 3}mm; margin: 2mm auto 1mm; }
</style><body>${body.join('\n')}</body>`;
}

function barcode(text: string): string {
  let at = QUIET_MODULES;
  const bars: string[] = [];
  for (const [index, width] of code128(text).entries()) {
    if (index % 2 === 0) bars.push(`<rect x="${at}" width="${width}" height="1"/>`);
    at += width;
  }
  return `<svg viewBox="0 0 ${at + QUIET_MODULES} 1" preserveAspectRatio="none" shape-rendering="crispEdges">${bars.join('')}</svg>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
