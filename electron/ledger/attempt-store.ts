import type { AttemptState, OperatorAnswer } from '../../shared/domain/attempt.ts';
import type { SavedMethodKind } from '../../shared/domain/saved-method.ts';
import type { ReadableLedger } from './sql.ts';

export type AttemptDriver = 'standalone' | 'cash' | 'cheque' | 'nexo' | 'gateway' | 'by-hand';

export interface AttemptRow {
  attemptId: number;
  state: AttemptState;
  direction: 'in' | 'out';
  driver: AttemptDriver;
  refundId: number | null;
  saleId: number | null;
  clientId: number;
  terminalId: number | null;
  tillSessionId: number | null;
  amountMinor: number;
  staffId: number;
  at: string;
  /** Its permanent name on an integrated terminal; null for the others. */
  messageId: string | null;
}

/** An attempt as the screens show it, with what was answered about it, first to last. */
export interface AttemptRead {
  attemptId: number;
  state: string;
  driver: AttemptDriver;
  direction: 'in' | 'out';
  amountMinor: number;
  terminalId: number | null;
  terminalName: string | null;
  /** The card or bank account that a gateway is asked about. */
  saved: { kind: SavedMethodKind; brand: string; last4: string } | null;
  at: string;
  staffName: string;
  /** When its outcome came in doubt; null while it is not. */
  doubtSince: string | null;
  /** The reason in the last answer of an integrated terminal. */
  terminalWhy: string | null;
  evidence: EvidenceRead[];
}

export interface EvidenceRead {
  answer: OperatorAnswer;
  amountMinor: number | null;
  approvalCode: string | null;
  brand: string | null;
  last4: string | null;
  slipNumber: string | null;
  note: string;
  staffName: string;
  at: string;
}

export async function readAttempt(db: ReadableLedger, attemptId: number): Promise<AttemptRow | undefined> {
  return await db.get<AttemptRow>`
    SELECT id AS attemptId, state, direction, driver, refund_id AS refundId, sale_id AS saleId,
      client_id AS clientId, terminal_id AS terminalId, till_session_id AS tillSessionId,
      amount_minor AS amountMinor, staff_id AS staffId, at, message_id AS messageId
    FROM attempt WHERE id = ${attemptId}`;
}

/** Every attempt whose outcome is open, oldest first: what a start has to look at. */
export async function readOpenAttempts(db: ReadableLedger): Promise<AttemptRow[]> {
  return await db.all<AttemptRow>`
    SELECT id AS attemptId, state, direction, driver, refund_id AS refundId, sale_id AS saleId,
      client_id AS clientId, terminal_id AS terminalId, till_session_id AS tillSessionId,
      amount_minor AS amountMinor, staff_id AS staffId, at, message_id AS messageId
    FROM attempt WHERE state IN ('prepared', 'sent', 'unknown', 'resolving', 'needs-operator', 'conflict')
    ORDER BY id`;
}

/** The attempts of one refund, first to last, with their answers. */
export async function readAttemptsOfRefund(db: ReadableLedger, refundId: number): Promise<AttemptRead[]> {
  const rows = await db.all<AttemptHead>`
    SELECT attempt.id AS attemptId, attempt.state, attempt.driver, direction, amount_minor AS amountMinor,
      attempt.terminal_id AS terminalId, terminal.name AS terminalName, attempt.at, staff.name AS staffName
    FROM attempt JOIN staff ON staff.id = attempt.staff_id LEFT JOIN terminal ON terminal.id = attempt.terminal_id
    WHERE attempt.refund_id = ${refundId} ORDER BY attempt.id`;
  return await withEvidence(db, rows);
}

/** The attempts of one sale, first to last, with their answers. */
export async function readAttemptsOfSale(db: ReadableLedger, saleId: number): Promise<AttemptRead[]> {
  const rows = await db.all<AttemptHead>`
    SELECT attempt.id AS attemptId, attempt.state, attempt.driver, direction, amount_minor AS amountMinor,
      attempt.terminal_id AS terminalId, terminal.name AS terminalName, attempt.at, staff.name AS staffName
    FROM attempt JOIN staff ON staff.id = attempt.staff_id LEFT JOIN terminal ON terminal.id = attempt.terminal_id
    WHERE attempt.sale_id = ${saleId} ORDER BY attempt.id`;
  return await withEvidence(db, rows);
}

type AttemptHead = Omit<AttemptRead, 'evidence' | 'doubtSince' | 'terminalWhy' | 'saved'>;

async function withEvidence(db: ReadableLedger, rows: AttemptHead[]): Promise<AttemptRead[]> {
  const attempts: AttemptRead[] = [];
  for (const row of rows) {
    const evidence = await db.all<EvidenceRead>`
      SELECT answer, evidence.amount_minor AS amountMinor, approval_code AS approvalCode, card_brand AS brand,
        card_last4 AS last4, slip_number AS slipNumber, note, staff.name AS staffName, evidence.at
      FROM attempt_evidence evidence JOIN staff ON staff.id = evidence.staff_id
      WHERE attempt_id = ${row.attemptId} ORDER BY evidence.id`;
    attempts.push({ ...row, saved: await readSaved(db, row), ...(await readDoubt(db, row)), evidence });
  }
  return attempts;
}

async function readSaved(db: ReadableLedger, { attemptId }: AttemptHead): Promise<AttemptRead['saved']> {
  const found = await db.get<NonNullable<AttemptRead['saved']>>`
    SELECT method.kind, brand, last4 FROM gateway_attempt asked
    JOIN saved_method method ON method.id = asked.saved_method_id WHERE asked.attempt_id = ${attemptId}`;
  return found ?? null;
}

async function readDoubt(
  db: ReadableLedger,
  { attemptId, state }: Pick<AttemptHead, 'attemptId' | 'state'>,
): Promise<Pick<AttemptRead, 'doubtSince' | 'terminalWhy'>> {
  const isInDoubt = ['unknown', 'resolving', 'needs-operator', 'conflict'].includes(state);
  const found = await db.get<{ since: string | null; why: string | null }>`
    SELECT (SELECT min(at) FROM process_event WHERE process = 'attempt' AND row_id = ${attemptId}
        AND to_state IN ('unknown', 'resolving', 'needs-operator', 'conflict')) AS since,
      (SELECT reason FROM terminal_reply WHERE attempt_id = ${attemptId} ORDER BY id DESC LIMIT 1) AS why`;
  return { doubtSince: isInDoubt ? (found?.since ?? null) : null, terminalWhy: found?.why ?? null };
}

export interface Slip {
  terminalId: number | null;
  approvalCode: string;
  last4: string;
  amountMinor: number;
}

/** The document another attempt recorded with the same slip since `since`, if any (settled.md 15). */
export async function findSameSlip(
  db: ReadableLedger,
  asked: { attemptId: number; direction: 'in' | 'out'; slip: Slip; since: string },
): Promise<{ number: string; at: string } | undefined> {
  const { slip } = asked;
  return await db.get<{ number: string; at: string }>`
    SELECT coalesce(outcome.number, payment.number, '#' || attempt.id) AS number, evidence.at
    FROM attempt_evidence evidence JOIN attempt ON attempt.id = evidence.attempt_id
    LEFT JOIN refund_outcome outcome ON outcome.attempt_id = attempt.id
    LEFT JOIN payment ON payment.attempt_id = attempt.id
    WHERE evidence.approval_code = ${slip.approvalCode} AND evidence.card_last4 = ${slip.last4}
      AND evidence.amount_minor = ${slip.amountMinor} AND evidence.answer = 'approved'
      AND evidence.at >= ${asked.since} AND attempt.id <> ${asked.attemptId}
      AND attempt.terminal_id IS ${slip.terminalId} AND attempt.direction = ${asked.direction}
      AND attempt.state IN ('approved', 'confirmed-by-operator', 'conflict')
    ORDER BY evidence.id DESC LIMIT 1`;
}

/** The refund whose cheque has this number, if any. */
export async function findIssuedCheque(
  db: ReadableLedger,
  chequeNumber: string,
): Promise<{ number: string; at: string } | undefined> {
  return await db.get<{ number: string; at: string }>`
    SELECT outcome.number, outcome.at FROM attempt
    JOIN attempt_evidence evidence ON evidence.attempt_id = attempt.id
    JOIN refund_outcome outcome ON outcome.attempt_id = attempt.id
    WHERE attempt.driver = 'cheque' AND evidence.slip_number = ${chequeNumber}
    ORDER BY attempt.id DESC LIMIT 1`;
}

export interface AttemptStep {
  /** The state it moved to, or `answer-` and an answer that left it where it was. */
  kind: string;
  note: string;
  /** Null when a start moved it and nobody said anything. */
  staffName: string | null;
  at: string;
}

/** What happened to an attempt, first to last; an answer and the moves it caused share one commit, so one step. */
export async function readAttemptSteps(db: ReadableLedger, attemptId: number): Promise<AttemptStep[]> {
  return await db.all<AttemptStep>`
    SELECT event.commit_seq AS seq, to_state AS kind, coalesce(evidence.note, '') AS note,
      staff.name AS staffName, event.at
    FROM process_event event LEFT JOIN staff ON staff.id = event.staff_id
    LEFT JOIN attempt_evidence evidence
      ON evidence.attempt_id = event.row_id AND evidence.commit_seq = event.commit_seq
    WHERE process = 'attempt' AND row_id = ${attemptId} AND NOT EXISTS (
      SELECT 1 FROM process_event later WHERE later.process = 'attempt' AND later.row_id = event.row_id
        AND later.commit_seq = event.commit_seq AND later.id > event.id)
    UNION ALL
    SELECT evidence.commit_seq, 'answer-' || answer, note, staff.name, evidence.at
    FROM attempt_evidence evidence JOIN staff ON staff.id = evidence.staff_id
    WHERE attempt_id = ${attemptId} AND NOT EXISTS (
      SELECT 1 FROM process_event event WHERE process = 'attempt' AND row_id = attempt_id
        AND event.commit_seq = evidence.commit_seq)
    ORDER BY seq`;
}
