import { localDateOf } from '../../shared/domain/local-time.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { requireRoomInHead } from './head-file.ts';
import type { MoveReason, ReadOnlyReason, WritableLedger } from './ledger.ts';
import { type LostTail, recoverLostTail } from './lost-tail.ts';
import type { ProcessEvent } from './process-move.ts';
import type { StateOf } from './process-states.ts';
import { requireSqlValues, type SqlValue } from './sql.ts';
import type { FactRow, FactTable, ProcessRow, ProcessTable } from './tables.ts';
import type { Writer } from './writer.ts';

const NO_REASON: MoveReason = {};

/** What a transaction needs to know of its ledger. */
export interface TransactionGround {
  readonly at: string;
  readonly timeZone: string;
  readonly readOnly: ReadOnlyReason | null;
  readonly lostTail: LostTail | undefined;
}

/** The handle of one transaction; dead as soon as the transaction ends. */
export class WriteTransaction implements WritableLedger {
  readonly at: string;
  readonly #writer: Writer;
  readonly #ground: TransactionGround;
  #readOnly: ReadOnlyReason | null;
  #localDate: string | undefined;
  #isLive = true;
  #isHalfDone = false;
  /** Whether this transaction accepted the lost tail. */
  recovered = false;

  constructor(writer: Writer, ground: TransactionGround) {
    this.at = ground.at;
    this.#writer = writer;
    this.#ground = ground;
    this.#readOnly = ground.readOnly;
  }

  get localDate(): string {
    this.#localDate ??= localDateOf(this.at, this.#ground.timeZone);
    return this.#localDate;
  }

  async all<Row>(strings: TemplateStringsArray, ...values: SqlValue[]): Promise<Row[]> {
    return this.#statement(strings, values).all(values) as Row[];
  }

  async get<Row>(strings: TemplateStringsArray, ...values: SqlValue[]): Promise<Row | undefined> {
    return this.#statement(strings, values).get(values) as Row | undefined;
  }

  async run(strings: TemplateStringsArray, ...values: SqlValue[]): Promise<number> {
    return this.#statement(strings, values).run(values).changes;
  }

  async insert<T extends FactTable>(table: T, row: FactRow<T>): Promise<number> {
    return this.#append(table, row);
  }

  async open<T extends ProcessTable>(table: T, row: ProcessRow<T>): Promise<number> {
    this.#requireWritable();
    const event = this.#writer.processes.open(table, row);
    this.#appendEvent(event);
    return event.row_id;
  }

  async move<T extends ProcessTable>(table: T, id: number, to: StateOf<T>, why = NO_REASON): Promise<void> {
    this.#requireWritable();
    this.#appendEvent(this.#writer.processes.move(table, id, to, why));
  }

  async nextNumber(series: string): Promise<number> {
    this.#requireWritable();
    const number = this.#writer.series.take(series);
    if (number === 1) requireRoomInHead(this.#writer.series.preview());
    return number;
  }

  async recoverTail(given: { staffId: number; note: string }): Promise<string[]> {
    const { lostTail } = this.#ground;
    if (lostTail === undefined) return refuse('nothing-lost', {});
    this.#requireLive();
    this.#readOnly = null;
    this.#isHalfDone = true;
    const append = <F extends FactTable>(table: F, row: FactRow<F>) => this.#append(table, row);
    const numbers = recoverLostTail(lostTail, given, this.at, this.#writer.database, append);
    this.#isHalfDone = false;
    this.recovered = true;
    return numbers;
  }

  /** Throws when a move or a recovery failed half-way and its error was swallowed: nothing may be committed. */
  requireWhole(): void {
    if (this.#isHalfDone) throw new Error('a step of this transaction failed half-way');
  }

  /** Ends the handle: a later call through it is a mistake. */
  end(): void {
    this.#isLive = false;
  }

  #appendEvent(event: ProcessEvent): void {
    this.#isHalfDone = true;
    this.#append('process_event', { ...event, at: this.at });
    this.#isHalfDone = false;
  }

  #append<T extends FactTable>(table: T, row: FactRow<T>): number {
    this.#requireWritable();
    return this.#writer.facts.insert(table, this.#writer.commitSeq(this.at), row);
  }

  #statement(strings: TemplateStringsArray, values: SqlValue[]) {
    this.#requireLive();
    requireSqlValues(values);
    return this.#writer.statements.statement(strings, true);
  }

  #requireLive(): void {
    if (!this.#isLive) throw new Error('this ledger transaction has ended');
  }

  #requireWritable(): void {
    this.#requireLive();
    if (this.#readOnly !== null) refuse('ledger-read-only', { reason: this.#readOnly });
  }
}
