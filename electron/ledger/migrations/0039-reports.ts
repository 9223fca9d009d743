/** Reports read documents by their date, and the lines of the entries of a period. */
export const reports = {
  version: 39,
  name: 'reports',
  sql: `
CREATE INDEX invoice_date ON invoice (local_date);
CREATE INDEX credit_memo_date ON credit_memo (local_date);
CREATE INDEX payment_date ON payment (local_date);
CREATE INDEX payment_void_date ON payment_void (local_date);
CREATE INDEX refund_outcome_date ON refund_outcome (local_date);
CREATE INDEX z_report_date ON z_report (local_date);
CREATE INDEX journal_line_entry ON journal_line (entry_id, account, amount_minor);
`,
};
