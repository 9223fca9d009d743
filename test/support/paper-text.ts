import { type Columns, layPaper } from '../../shared/document/lay-paper.ts';
import type { Paper } from '../../shared/document/paper.ts';

const MARKS = { plain: ' ', strong: '*', barcode: '|' } as const;

/** A paper as the golden files keep it: the first column of each row is its style. */
export const paperText = (paper: Paper, columns: Columns): string =>
  layPaper(paper, columns)
    .map(({ style, text }) => `${MARKS[style]}${text}`.trimEnd())
    .join('\n');
