/** How the desk calls itself towards an integrated terminal; and each such terminal is known here once only. */
export const terminalNames = {
  version: 17,
  name: 'terminal names',
  sql: `
ALTER TABLE terminal ADD COLUMN sale_id TEXT NOT NULL DEFAULT 'Guichet';
CREATE UNIQUE INDEX terminal_poi ON terminal (lower(poi_id)) WHERE driver = 'nexo';
`,
};
