/** The month in which the organisation's fiscal year begins. */
export const fiscalYear = {
  version: 40,
  name: 'fiscal year',
  sql: 'ALTER TABLE organisation ADD COLUMN fiscal_month INTEGER NOT NULL DEFAULT 1 CHECK (fiscal_month BETWEEN 1 AND 12);',
};
