import { FACT_TABLES, type FactTable } from './tables.ts';

/**
 * SQL text of the guards by which the database itself refuses to rewrite history (reliability.md §0.4,
 * settled.md 45). REPLACE walks around a DELETE trigger unless recursive_triggers is on, and other tools that
 * open the file leave it off: so each key has its own guard before the insert.
 */

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

const trigger = (name: string, when: string, message: string) =>
  `CREATE TRIGGER ${name} ${when}\nBEGIN SELECT RAISE(ABORT, ${quoted(message)}); END;`;

const rowExists = (table: string, key: readonly string[], and = '') => {
  const same = key.map((column) => `${column} = NEW.${column}`).join(' AND ');
  return `EXISTS (SELECT 1 FROM ${table} WHERE ${same}${and})`;
};

/** Guards of a fact table: no UPDATE, no DELETE, no insert over a row that has the id or a unique key. */
export function protectFact(table: string, uniqueKeys: readonly (readonly string[])[]): string {
  const taken = uniqueKeys.map((key) => rowExists(table, key)).join('\n  OR ');
  return [
    trigger(`${table}_never_updated`, `BEFORE UPDATE ON ${table}`, `${table} is append-only: no update`),
    trigger(`${table}_never_deleted`, `BEFORE DELETE ON ${table}`, `${table} is append-only: no delete`),
    trigger(
      `${table}_never_replaced`,
      `BEFORE INSERT ON ${table} WHEN ${taken}`,
      `${table} is append-only: this key exists`,
    ),
  ].join('\n');
}

/** Every guard of these fact tables: `protectFact`, and no fact joins a commit that is sealed. */
export function guardFacts(tables: readonly FactTable[]): string {
  return tables
    .map((table) =>
      [
        protectFact(table, [['id'], ...FACT_TABLES[table].unique]),
        trigger(
          `${table}_unsealed`,
          `BEFORE INSERT ON ${table} WHEN EXISTS (SELECT 1 FROM ledger_seal WHERE seq = NEW.commit_seq)`,
          'a sealed commit takes no further fact',
        ),
      ].join('\n'),
    )
    .join('\n');
}

/** A unique key of a process table; with `states`, of its rows in those states only (a partial index). */
export interface ProcessKey {
  readonly columns: readonly string[];
  readonly states?: readonly string[];
}

const keyTaken = (table: string, key: ProcessKey, andOther = '') => {
  if (key.states === undefined) return rowExists(table, key.columns, andOther);
  const states = `(${key.states.map(quoted).join(', ')})`;
  return `(NEW.state IN ${states} AND ${rowExists(table, key.columns, ` AND state IN ${states}${andOther}`)})`;
};

/**
 * Guards of a process table: a row is born in the first state of `edges`, only its state moves, along the edges
 * only, and it is never deleted or replaced. `keys` are its unique keys besides the id.
 */
export function protectProcess(
  table: string,
  edges: Readonly<Record<string, readonly string[]>>,
  columns: readonly string[],
  keys: readonly ProcessKey[] = [],
): string {
  const initial = Object.keys(edges)[0];
  if (initial === undefined) throw new Error(`${table} has no states`);
  const moves = Object.entries(edges).flatMap(([from, targets]) =>
    targets.map((to) => `(OLD.state = ${quoted(from)} AND NEW.state = ${quoted(to)})`),
  );
  const changed = ['id', ...columns].map((column) => `NEW.${column} IS NOT OLD.${column}`).join(' OR ');
  const taken = [rowExists(table, ['id']), ...keys.map((key) => keyTaken(table, key))];
  const overtaken = keys.map((key) => keyTaken(table, key, ' AND id <> NEW.id'));
  return [
    trigger(
      `${table}_born_${initial.replaceAll('-', '_')}`,
      `BEFORE INSERT ON ${table} WHEN NEW.state <> ${quoted(initial)}`,
      `${table} begins as ${initial}`,
    ),
    trigger(
      `${table}_never_replaced`,
      `BEFORE INSERT ON ${table} WHEN ${taken.join('\n  OR ')}`,
      `${table}: this key exists`,
    ),
    trigger(`${table}_never_deleted`, `BEFORE DELETE ON ${table}`, `${table} is never deleted`),
    trigger(
      `${table}_only_state_moves`,
      `BEFORE UPDATE ON ${table} WHEN ${changed}`,
      `${table}: only its state moves`,
    ),
    trigger(
      `${table}_legal_moves`,
      `BEFORE UPDATE ON ${table} WHEN NOT (${moves.length === 0 ? '0' : moves.join(' OR ')})`,
      `${table}: no such move of its state`,
    ),
    ...(overtaken.length === 0
      ? []
      : [
          trigger(
            `${table}_never_overtaken`,
            `BEFORE UPDATE ON ${table} WHEN ${overtaken.join('\n  OR ')}`,
            `${table}: this key exists`,
          ),
        ]),
  ].join('\n');
}

/** Takes the guards of a process table away, for a migration that gives it other edges, columns or keys. */
export function unprotectProcess(table: string, firstState: string): string {
  return [
    `born_${firstState.replaceAll('-', '_')}`,
    'never_replaced',
    'never_deleted',
    'only_state_moves',
    'legal_moves',
    'never_overtaken',
  ]
    .map((guard) => `DROP TRIGGER IF EXISTS ${table}_${guard};`)
    .join('\n');
}
