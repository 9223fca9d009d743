import type { AttemptState } from '../../shared/domain/attempt.ts';
import type { SaleState } from '../../shared/domain/process-edges.ts';
import type { Tender } from '../../shared/domain/tender.ts';
import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';

export interface SaleRow {
  saleId: number;
  state: SaleState;
  kind: 'counter' | 'payment';
  clientId: number;
  clientName: string;
  clientKind: 'household' | 'corporate' | 'walk-in';
  /** JSON of the cart as it was confirmed. */
  cart: string;
  staffId: number;
  at: string;
}

/** How the clerk meant to be paid, from one confirmation to the next (settled.md 10). */
export interface ChosenTenders {
  tenders: Tender[];
  restAsDeposit: boolean;
  tillId: number | null;
  /** Attempts of the sale made before this choice: the later ones are its terminal legs, in order. */
  attemptsBefore: number;
}

/** A cart that was saved because a card came into it, or undefined. */
export async function readSale(db: ReadableLedger, saleId: number): Promise<SaleRow | undefined> {
  return await db.get<SaleRow>`
    SELECT sale.id AS saleId, state, sale.kind, client_id AS clientId, client.name AS clientName,
      client.kind AS clientKind, cart,
      staff_id AS staffId, at
    FROM sale JOIN client ON client.id = sale.client_id WHERE sale.id = ${saleId}`;
}

/** The clerk's last choice of tenders for a sale. */
export async function readChosenTenders(db: ReadableLedger, saleId: number): Promise<ChosenTenders> {
  const row = await db.get<{ tenders: string }>`
    SELECT tenders FROM sale_tenders WHERE sale_id = ${saleId} ORDER BY id DESC LIMIT 1`;
  if (!row) throw new Error(`sale ${saleId} without tenders`);
  return JSON.parse(row.tenders) as ChosenTenders;
}

export async function insertChosenTenders(
  db: WritableLedger,
  saleId: number,
  chosen: ChosenTenders,
  staffId: number,
): Promise<void> {
  const tenders = JSON.stringify(chosen);
  await db.insert('sale_tenders', { sale_id: saleId, tenders, staff_id: staffId, at: db.at });
}

export interface SaleAttemptRow {
  attemptId: number;
  state: AttemptState;
  amountMinor: number;
}

/** The terminal legs tried for a sale, first to last. */
export async function readSaleAttempts(db: ReadableLedger, saleId: number): Promise<SaleAttemptRow[]> {
  return await db.all<SaleAttemptRow>`
    SELECT id AS attemptId, state, amount_minor AS amountMinor FROM attempt WHERE sale_id = ${saleId} ORDER BY id`;
}

/** What completing the sale came to, as its chained event keeps it; null while it is open or after it was given up. */
export async function readSaleResult(db: ReadableLedger, saleId: number): Promise<string | null> {
  const row = await db.get<{ detail: string }>`
    SELECT detail FROM process_event
    WHERE process = 'sale' AND row_id = ${saleId} AND to_state = 'completed' ORDER BY id DESC LIMIT 1`;
  return row?.detail ?? null;
}
