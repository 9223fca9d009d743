import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';

export interface UndepositedCloseRow {
  zReportId: number;
  tillId: number;
  tillName: string;
  number: number;
  localDate: string;
  countedMinor: number;
  /** Drops of the session, cents, positive. */
  droppedMinor: number;
  /** Float and top-ups that came out of the safe, cents. */
  floatMinor: number;
}

export interface ChequeRow {
  paymentId: number;
  paymentNumber: string;
  clientName: string;
  chequeNumber: string;
  chequeBank: string;
  amountMinor: number;
  localDate: string;
}

export interface DepositSlipRow {
  depositSlipId: number;
  number: string;
  cashMinor: number;
  chequesMinor: number;
  totalMinor: number;
  note: string;
  madeBy: string;
  localDate: string;
  at: string;
}

/** Closes that stand and that no deposit slip names yet, oldest first. */
export async function readUndepositedCloses(db: ReadableLedger): Promise<UndepositedCloseRow[]> {
  return await db.all<UndepositedCloseRow>`
    SELECT z.id AS zReportId, z.till_id AS tillId, till.name AS tillName, z.number, z.local_date AS localDate,
      z.counted_minor AS countedMinor,
      (SELECT coalesce(-sum(amount_minor), 0) FROM drawer_event
        WHERE till_session_id = z.till_session_id AND kind = 'DROP') AS droppedMinor,
      (SELECT coalesce(sum(amount_minor), 0) FROM drawer_event
        WHERE till_session_id = z.till_session_id AND kind = 'FLOAT') AS floatMinor
    FROM z_report z JOIN till ON till.id = z.till_id
    WHERE z.id NOT IN (SELECT z_report_id FROM deposit_slip_close)
      AND z.id NOT IN (SELECT z_report_id FROM till_reopening)
    ORDER BY z.id`;
}

/** Cheques in hand: of closed sessions, not voided, on no deposit slip; oldest first. */
export async function readChequesInHand(db: ReadableLedger): Promise<ChequeRow[]> {
  return await db.all<ChequeRow>`
    SELECT payment.id AS paymentId, payment.number AS paymentNumber, client.name AS clientName,
      coalesce(cheque_number, '') AS chequeNumber, coalesce(cheque_bank, '') AS chequeBank,
      amount_minor AS amountMinor, payment.local_date AS localDate
    FROM payment JOIN client ON client.id = client_id JOIN till_session session ON session.id = till_session_id
    WHERE method = 'cheque' AND session.state = 'closed'
      AND payment.id NOT IN (SELECT payment_id FROM payment_void)
      AND payment.id NOT IN (SELECT payment_id FROM payment_return)
      AND payment.id NOT IN (SELECT payment_id FROM deposit_slip_cheque)
    ORDER BY payment.id`;
}

/** Deposit slips, newest first; one of them when its id is given. */
export async function readDepositSlips(
  db: ReadableLedger,
  limit: number,
  depositSlipId: number | null = null,
): Promise<DepositSlipRow[]> {
  return await db.all<DepositSlipRow>`
    SELECT slip.id AS depositSlipId, number, cash_minor AS cashMinor, cheques_minor AS chequesMinor,
      total_minor AS totalMinor, note, staff.name AS madeBy, local_date AS localDate, at
    FROM deposit_slip slip JOIN staff ON staff.id = staff_id
    WHERE ${depositSlipId} IS NULL OR slip.id = ${depositSlipId} ORDER BY slip.id DESC LIMIT ${limit}`;
}

/** The closes and cheques of a slip, in the order in which they were listed. */
export async function readDepositSlipParts(
  db: ReadableLedger,
  depositSlipId: number,
): Promise<{ closes: { tillId: number; number: number; countedMinor: number }[]; cheques: ChequeRow[] }> {
  const closes = await db.all<{ tillId: number; number: number; countedMinor: number }>`
    SELECT z.till_id AS tillId, z.number, z.counted_minor AS countedMinor
    FROM deposit_slip_close part JOIN z_report z ON z.id = part.z_report_id
    WHERE deposit_slip_id = ${depositSlipId} ORDER BY part.id`;
  const cheques = await db.all<ChequeRow>`
    SELECT payment.id AS paymentId, payment.number AS paymentNumber, client.name AS clientName,
      coalesce(cheque_number, '') AS chequeNumber, coalesce(cheque_bank, '') AS chequeBank,
      part.amount_minor AS amountMinor, payment.local_date AS localDate
    FROM deposit_slip_cheque part JOIN payment ON payment.id = part.payment_id JOIN client ON client.id = client_id
    WHERE deposit_slip_id = ${depositSlipId} ORDER BY part.id`;
  return { closes, cheques };
}

/** Appends a slip with its closes and cheques; amounts in cents. */
export async function insertDepositSlip(
  db: WritableLedger,
  slip: {
    number: string;
    cashMinor: number;
    note: string;
    staffId: number;
    zReportIds: readonly number[];
    cheques: readonly { paymentId: number; amountMinor: number }[];
  },
): Promise<{ depositSlipId: number; chequesMinor: number }> {
  const chequesMinor = slip.cheques.reduce((sum, cheque) => sum + cheque.amountMinor, 0);
  const depositSlipId = await db.insert('deposit_slip', {
    number: slip.number,
    cash_minor: slip.cashMinor,
    cheques_minor: chequesMinor,
    total_minor: slip.cashMinor + chequesMinor,
    note: slip.note,
    staff_id: slip.staffId,
    local_date: db.localDate,
    at: db.at,
  });
  for (const zReportId of slip.zReportIds)
    await db.insert('deposit_slip_close', { deposit_slip_id: depositSlipId, z_report_id: zReportId });
  for (const { paymentId, amountMinor } of slip.cheques)
    await db.insert('deposit_slip_cheque', {
      deposit_slip_id: depositSlipId,
      payment_id: paymentId,
      amount_minor: amountMinor,
    });
  return { depositSlipId, chequesMinor };
}
