import type { BatchDifference, BatchLine, BatchTotals } from '../../shared/domain/batch-slip.ts';
import type { ReadableLedger } from './sql.ts';

/** Card movements of a terminal on a day, and those whose outcome nobody knows yet. */
export async function readBatchLines(
  db: ReadableLedger,
  terminalId: number,
  batchDate: string,
): Promise<(BatchLine & { brand: string })[]> {
  const rows = await db.all<{
    direction: 'in' | 'out';
    amountMinor: number;
    number: string | null;
    isInDoubt: number;
    brand: string;
  }>`
    SELECT 'in' AS direction, amount_minor AS amountMinor, number, 0 AS isInDoubt, coalesce(card_brand, '') AS brand
    FROM payment WHERE method = 'terminal' AND terminal_id = ${terminalId} AND local_date = ${batchDate}
    UNION ALL
    SELECT 'out', back.amount_minor, back.number, 0, coalesce((SELECT card_brand FROM attempt_evidence
      WHERE attempt_evidence.attempt_id = attempt.id ORDER BY attempt_evidence.id DESC LIMIT 1), '')
    FROM money_back back JOIN attempt ON attempt.id = back.attempt_id
    WHERE attempt.terminal_id = ${terminalId} AND back.local_date = ${batchDate}
    UNION ALL
    SELECT direction, attempt.amount_minor, NULL, 1, ''
    FROM attempt JOIN till_session ON till_session.id = till_session_id
    WHERE attempt.terminal_id = ${terminalId} AND till_session.local_date = ${batchDate}
      AND attempt.state IN ('sent', 'unknown', 'resolving', 'needs-operator', 'conflict')`;
  return rows.map((row) => ({ ...row, isInDoubt: row.isInDoubt === 1 }));
}

export interface BatchSlipRow extends BatchTotals {
  batchSlipId: number;
  terminalId: number;
  terminalName: string;
  batchDate: string;
  batchNumber: string;
  differences: BatchDifference[];
  staffName: string;
  at: string;
  /** Who accepted it, or null while it waits. */
  acceptedBy: string | null;
  acceptedAt: string | null;
  reason: string;
}

/** The newest slip of each terminal and day, newest day first: an earlier one was typed wrong. */
export async function readBatchSlips(
  db: ReadableLedger,
  given: { terminalId?: number | undefined; batchDate?: string | undefined; most: number },
): Promise<BatchSlipRow[]> {
  const rows = await db.all<Omit<BatchSlipRow, 'differences'> & { differences: string }>`
    SELECT slip.id AS batchSlipId, slip.terminal_id AS terminalId, terminal.name AS terminalName,
      slip.batch_date AS batchDate, batch_number AS batchNumber, sales_count AS salesCount, sales_minor AS salesMinor,
      refunds_count AS refundsCount, refunds_minor AS refundsMinor, differences, staff.name AS staffName, slip.at,
      approver.name AS acceptedBy, accepted.at AS acceptedAt, coalesce(accepted.reason, '') AS reason
    FROM batch_slip slip JOIN terminal ON terminal.id = slip.terminal_id JOIN staff ON staff.id = slip.staff_id
    LEFT JOIN batch_acceptance accepted ON accepted.batch_slip_id = slip.id
    LEFT JOIN staff approver ON approver.id = accepted.staff_id
    WHERE slip.id = (SELECT max(id) FROM batch_slip newest
        WHERE newest.terminal_id = slip.terminal_id AND newest.batch_date = slip.batch_date)
      AND (${given.terminalId ?? null} IS NULL OR slip.terminal_id = ${given.terminalId ?? null})
      AND (${given.batchDate ?? null} IS NULL OR slip.batch_date = ${given.batchDate ?? null})
    ORDER BY slip.batch_date DESC, slip.id DESC LIMIT ${given.most}`;
  return rows.map((row) => ({ ...row, differences: JSON.parse(row.differences) as BatchDifference[] }));
}

/** Terminals that take no card until their slip is typed: the ledger lost its end since the last one (settled.md 18). */
export async function readTerminalsAwaitingSlip(db: ReadableLedger): Promise<ReadonlySet<number>> {
  const rows = await db.all<{ terminalId: number }>`
    SELECT terminal.id AS terminalId FROM terminal
    WHERE (SELECT max(commit_seq) FROM audit_event WHERE kind = 'ledger-recovered')
      > coalesce((SELECT max(commit_seq) FROM batch_slip WHERE terminal_id = terminal.id), 0)`;
  return new Set(rows.map(({ terminalId }) => terminalId));
}
