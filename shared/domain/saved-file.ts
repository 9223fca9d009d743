/** The files that a page may save: documents and reports, and ledgers as text. */
export const SAVED_ENDINGS = ['pdf', 'xlsx', 'csv', 'journal', 'beancount'] as const;
export type SavedEnding = (typeof SAVED_ENDINGS)[number];
