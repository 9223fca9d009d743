import type { z } from 'zod';
import { problemOf } from '../../../shared/contract/input-problem.ts';
import { containsCardNumber } from '../../../shared/domain/card-number.ts';
import { type RefusalDetails, refuse } from '../../../shared/domain/refusal.ts';

type RefusedRow = RefusalDetails['import-refused']['rows'][number];

const ROWS_SHOWN = 200;
const VALUE_SHOWN = 40;
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;

/** Collects why a file is refused; any refused row means that nothing of the file is written. */
export class ImportReport {
  readonly #rows: RefusedRow[] = [];
  readonly #columns = new Map<string, string>();
  readonly #refusedLines = new Set<number>();

  get isEmpty(): boolean {
    return this.#refusedLines.size === 0;
  }

  /** Remembers the file's own header of a field, so that the report speaks of the columns people see. */
  nameColumn(field: string, header: string): void {
    this.#columns.set(field, header);
  }

  refuse(given: {
    line: number;
    field?: string;
    column?: string;
    problem: string;
    limit?: number;
    value?: string;
  }): void {
    this.#refusedLines.add(given.line);
    if (this.#rows.length === ROWS_SHOWN) return;
    const column = given.column ?? this.#columns.get(given.field ?? '') ?? given.field ?? '';
    this.#rows.push({
      line: given.line,
      column: shown(column),
      problem: given.problem,
      ...(given.limit === undefined ? {} : { limit: given.limit }),
      value: shown(given.value ?? ''),
    });
  }

  /** One entry per issue of a row's schema; `values` are the cells as the file has them. */
  refuseIssues(
    line: number,
    issues: readonly z.core.$ZodIssue[],
    values: ReadonlyMap<string, string>,
    fieldOf: (path: readonly PropertyKey[]) => string,
  ): void {
    for (const issue of issues) {
      const field = fieldOf(issue.path);
      this.refuse({ line, field, ...problemOf(issue), value: values.get(field) });
    }
  }

  /** Refuses `import-refused` with the first 200 problems, when there is any. */
  requireNone(): void {
    if (!this.isEmpty) refuse('import-refused', { rows: this.#rows, refusedCount: this.#refusedLines.size });
  }
}

/** A value short enough for a table; a card number is never repeated, not even from the file that holds it. */
function shown(value: string): string {
  if (containsCardNumber(value, 'text')) return '';
  const plain = value.replace(HIDDEN, ' ');
  return [...plain].length > VALUE_SHOWN ? `${[...plain].slice(0, VALUE_SHOWN).join('')}…` : plain;
}
