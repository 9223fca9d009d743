import { hash } from 'node:crypto';
import { CanonicalEncoding } from './canonical-encoding.ts';
import { FACT_TABLES } from './tables.ts';

/** Values of one fact row, positional: id first, then the columns in the order of the registry. */
export type CanonicalRow = readonly (string | number | Uint8Array | null)[];

/** Name and columns of a table whose rows the chain covers. */
export interface ChainedTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** The chained tables in the order in which they enter each commit's hash. */
export const CHAINED_TABLES: readonly ChainedTable[] = Object.entries(FACT_TABLES).map(
  ([name, definition]) => ({
    name,
    columns: Object.keys(definition.columns),
  }),
);

/** Where the chain stands: the last commit's number, hash and time. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: Buffer;
  readonly at: string;
}

const encoding = new CanonicalEncoding();

/** The hash before the first commit binds the chain to its own ledger. */
export function genesisHash(ledgerId: Uint8Array): Buffer {
  encoding.reset();
  encoding.value('guichet-ledger');
  encoding.value(ledgerId);
  return hash('sha256', encoding.bytes(), 'buffer');
}

/**
 * Hash of one commit: SHA-256 of the previous hash, the commit's number and time, and every column of every fact
 * it wrote, tables in registry order, rows by id (settled.md 45). `rowsOf` gives the rows of the table at an index.
 */
export function commitHash(
  previousHash: Uint8Array,
  seq: number,
  at: string,
  rowsOf: (tableIndex: number) => readonly CanonicalRow[] | undefined,
): Buffer {
  encoding.reset();
  encoding.raw(previousHash);
  encoding.value(seq);
  encoding.value(at);
  for (let index = 0; index < CHAINED_TABLES.length; index++) {
    const rows = rowsOf(index);
    if (rows === undefined || rows.length === 0) continue;
    encoding.value(CHAINED_TABLES[index]!.name);
    encoding.value(rows.length);
    for (const row of rows) {
      encoding.value(row.length);
      for (const value of row) encoding.value(value);
    }
  }
  return hash('sha256', encoding.bytes(), 'buffer');
}
