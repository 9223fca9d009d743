const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * Lets a CHECK of an existing table accept more, by the way SQLite gives for changes that leave the stored rows as they
 * are (lang_altertable §7): the table's text is corrected in place, so that its rows, keys, guards and indexes are not
 * touched. `migrate` opens the schema for it.
 */
export function widenCheck(table: string, change: { from: string; to: string }): string {
  return `PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, ${quoted(change.from)}, ${quoted(change.to)}) WHERE type = 'table' AND name = ${quoted(table)};
PRAGMA writable_schema = RESET;`;
}
