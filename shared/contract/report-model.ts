import { z } from 'zod';
import { instant, localDate } from './fields.ts';

/** A text of the program in both languages: the reader's choice is made where it is shown. */
export const words = z.strictObject({ fr: z.string(), en: z.string() });

/**
 * What the cells of a column hold. `money` is cents, `quantity` a whole number, `percent` basis points (6000 is 60 %),
 * `date` YYYY-MM-DD, `instant` UTC; `text` a text of the books, or words. `balance` is cents that a client owes, negative
 * when in credit: shown in words, never with a bare sign (domain.md §0.2).
 */
export const COLUMN_KINDS = ['text', 'money', 'balance', 'quantity', 'percent', 'date', 'instant'] as const;

const cell = z.union([z.int(), z.string(), words, z.null()]);
/** By column; money and quantities keep their sign, discounts and credits are negative (domain.md scenario 24). */
const cells = z.record(z.string(), cell);

const column = z.strictObject({
  id: z.string(),
  kind: z.enum(COLUMN_KINDS),
  title: words,
});

/** Where the books say more about a row. */
const link = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('invoice'), id: z.int() }),
  z.strictObject({ to: z.literal('client'), id: z.int() }),
  z.strictObject({ to: z.literal('refund'), id: z.int() }),
  z.strictObject({ to: z.literal('close'), zNumber: z.string() }),
  /** The same report looked at closer; these fields of its input change. */
  z.strictObject({ to: z.literal('closer'), input: z.record(z.string(), z.union([z.string(), z.int()])) }),
]);

const section = z.strictObject({
  id: z.string(),
  title: words,
  columns: z.array(column),
  rows: z.array(z.strictObject({ cells, link: link.nullable() })),
  /** Of every row, also of those left out; null where a sum says nothing. */
  totals: cells.nullable(),
  /** Rows there are; more than those given when the section was cut short. */
  rowCount: z.int(),
});

/** Two ways to the same amount: what the documents say, and what the journal or another report says. */
const tie = z.strictObject({
  id: z.string(),
  title: words,
  left: z.strictObject({ words, amountMinor: z.int() }),
  right: z.strictObject({ words, amountMinor: z.int() }),
  /** Left less right; 0 when the books agree. */
  differenceMinor: z.int(),
});

const chart = z.strictObject({
  id: z.string(),
  title: words,
  kind: z.enum(['columns', 'lines', 'parts']),
  unit: z.enum(['money', 'quantity']),
  series: z.array(z.strictObject({ id: z.string(), title: words })),
  /** A date or words for each point, and a value by series. */
  points: z.array(z.strictObject({ at: z.union([localDate, words]), values: z.record(z.string(), z.int()) })),
});

/** One structure for every report: the screen, the charts and the exports read nothing else. */
export const reportDocument = z.strictObject({
  report: z.string(),
  title: words,
  organisation: z.string(),
  /** Null for a report of one day's end: `toDate` is that day. */
  fromDate: localDate.nullable(),
  toDate: localDate,
  filters: z.array(z.strictObject({ title: words, value: z.string() })),
  at: instant,
  /** The amounts everybody looks for first. */
  totals: cells,
  sections: z.array(section),
  ties: z.array(tie),
  /** Every tie is even. */
  tiesOut: z.boolean(),
  charts: z.array(chart),
  notes: z.array(words),
});

export type Words = z.infer<typeof words>;
export type Cell = z.infer<typeof cell>;
export type Cells = z.infer<typeof cells>;
export type Column = z.infer<typeof column>;
export type ColumnKind = Column['kind'];
export type RowLink = z.infer<typeof link>;
export type Section = z.infer<typeof section>;
export type Tie = z.infer<typeof tie>;
export type Chart = z.infer<typeof chart>;
export type ReportDocument = z.infer<typeof reportDocument>;
