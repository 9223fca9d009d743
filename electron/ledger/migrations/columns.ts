/** Pieces of CREATE TABLE that every migration writes the same way. */

/** No amount of the ledger passes a thousand million dollars (settled.md 58). */
const LIMIT = 100_000_000_000;
/** Any sign. */
export const amount = (name: string) => `${name} INTEGER NOT NULL CHECK (abs(${name}) <= ${LIMIT})`;
/** Above zero. */
export const positive = (name: string) => `${name} INTEGER NOT NULL CHECK (${name} BETWEEN 1 AND ${LIMIT})`;
/** Zero or more. */
export const natural = (name: string) => `${name} INTEGER NOT NULL CHECK (${name} BETWEEN 0 AND ${LIMIT})`;
/** Net, GST, QST and total of a document or a line, and that they add up. */
export const parts = ['net_minor', 'gst_minor', 'qst_minor', 'total_minor'].map(natural).join(',\n  ');
export const partsAddUp = 'CHECK (net_minor + gst_minor + qst_minor = total_minor)';
/** What every fact has: its id, and the commit that seals it. */
export const fact = 'id INTEGER PRIMARY KEY, commit_seq INTEGER NOT NULL REFERENCES ledger_commit (seq)';
export const language = "language TEXT NOT NULL CHECK (language IN ('fr', 'en'))";
