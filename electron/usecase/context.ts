import type {
  CommandName,
  OutputOf,
  ParsedInput,
  QueryName,
  SessionName,
} from '../../shared/contract/contract.ts';
import type { PushedEvent } from '../../shared/contract/pushed-event.ts';
import type { TerminalWord } from '../../shared/domain/attempt.ts';
import type { PrinterProblem } from '../../shared/domain/printing.ts';
import type { Role } from '../../shared/domain/staff-rights.ts';
import type { GatewayCheck } from '../gateway/gateway.ts';
import type { Clock, Ledger, ReadableLedger, WritableLedger } from '../ledger/ledger.ts';
import type { LedgerFiles } from '../ledger/ledger-files.ts';
import type { CardIntent } from '../offline-refund/card-reader.ts';
import type { SystemPrinterName } from '../printing/system-printer.ts';
import type { TerminalSecret } from '../terminal/nexo/terminal-secret.ts';
import type { CardOutcome, Diagnosis } from '../terminal/terminal-device.ts';
import type { ReportRuns } from './report/report-runs.ts';

export interface StaffMember {
  readonly staffId: number;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly language: 'fr' | 'en';
}

/** What the composition root gives every handler; tests replace clock, ids, pinCost and probe. */
export interface Surroundings {
  readonly clock: Clock;
  /** A new random reference (UUID), for attempts, sessions and codes. */
  readonly newReference: () => string;
  /** A new one-time code of decimal digits. */
  readonly newCode: (digits: number) => string;
  /** scrypt N for new PIN hashes (settled.md 50). */
  readonly pinCost: number;
  /** Secret mixed into every PIN hash, kept outside the ledger. */
  readonly pinPepper: Uint8Array;
  /** Named points where a test may kill the process; a no-op in production (settled.md 53). */
  readonly probe: (point: string) => void;
  readonly sessions: Sessions;
  readonly display: CustomerDisplay;
  readonly terminals: Terminals;
  /** The page of a demonstration's virtual terminal; null without one. */
  readonly virtualTerminalPage: string | null;
  readonly printers: Printers;
  readonly bulk: BulkRuns;
  readonly gateway: GatewayLink;
  readonly instalments: Instalments;
  readonly reports: ReportRuns;
  /** Tells the screens that something changed; never awaited, never carries personal data. */
  readonly push: (event: PushedEvent) => void;
}

export interface QueryContext extends Surroundings {
  readonly db: ReadableLedger;
  /** Who asks; `NOT_SIGNED_IN` for operations that anyone may call. */
  readonly staff: StaffMember;
  /** UTC now. */
  readonly at: string;
  readonly localDate: string;
}

export interface CommandContext extends Surroundings {
  readonly db: WritableLedger;
  readonly staff: StaffMember;
}

/** After the commit of a long command, and again when its key is replayed: must be idempotent. */
export interface AfterContext extends Surroundings {
  readonly ledger: Ledger;
  readonly staff: StaffMember;
}

export interface SessionContext extends AfterContext {
  readonly files: LedgerFiles;
  /** The caller's own sign-in reference, when it has one. */
  readonly session: string | undefined;
}

/** What the counter shows its customer; products by id, no text. */
export type ShownView = ParsedInput<'display.show'>;

export interface CustomerDisplay {
  read(): ShownView;
  show(view: ShownView): void;
}

/** The integrated terminals of this desk. */
export interface Terminals {
  /** Commands an attempt whose SENT is committed. */
  begin(attemptId: number): void;
  /** Asks the terminal to stop; proves nothing about the outcome. */
  abort(attemptId: number): Promise<void>;
  /** Asks now what became of an attempt in doubt, and applies the answer; null when this desk has no key. */
  ask(attemptId: number): Promise<TerminalWord | null>;
  /** Reads a card for a refund and holds it for a minute; null when this desk has no key. */
  readCard(ledger: Ledger, intent: CardIntent): Promise<CardOutcome | null>;
  releaseCard(terminalId: number): Promise<void>;
  /** Keeps a terminal's key outside the ledger. */
  keepSecret(terminalId: number, secret: TerminalSecret): Promise<void>;
  forgetSecret(terminalId: number): Promise<void>;
  /** Whether this desk keeps a key for the terminal. */
  hasSecret(terminalId: number): boolean;
  /** Asks the terminal how it is; null when this desk has no key for it. Moves no money. */
  diagnose(terminalId: number): Promise<Diagnosis | null>;
}

/** Batches of credits and charges, made one account at a time apart from every command. */
export interface BulkRuns {
  /** Goes on with a batch that is in the ledger; returns at once. */
  begin(batchId: number): void;
}

/** This desk's way to the payment gateway. */
export interface GatewayLink {
  /** Whether this desk keeps a key for it. */
  hasKey(): boolean;
  /** Keeps the key outside the ledger. */
  keepKey(key: string): Promise<void>;
  forgetKey(): Promise<void>;
  /** Whether it is there and takes the key; null where the program itself charges nothing. Moves no money. */
  check(ledger: Ledger): Promise<GatewayCheck | null>;
}

/** The run that charges what is due on saved methods. */
export interface Instalments {
  /** Starts a run unless one is under way. */
  run(): void;
  progress(): OutputOf<'instalment.progress'>;
}

/** The printers of this desk; they print what the ledger's queue holds, by themselves. */
export interface Printers {
  /** Why the till's printer does not print; null when nothing is known against it. */
  problemOf(tillId: number): PrinterProblem | null;
  /** Whether the program can print through the computer's own printers. */
  readonly hasSystem: boolean;
  /** The computer's own printers; null where the program cannot print through them. */
  listSystem(): Promise<SystemPrinterName[] | null>;
}

export interface Sessions {
  open(staff: StaffMember): { session: string; expiresAt: string };
  close(session: string): void;
  /** Ends every session of a staff member who was changed or disabled. */
  closeAllOf(staffId: number): void;
}

export type QueryHandler<N extends QueryName> = (
  context: QueryContext,
  input: ParsedInput<N>,
) => Promise<OutputOf<N>>;
/** Runs inside one write transaction together with the stored outcome; only ledger statements are awaited. */
export type CommandHandler<N extends CommandName> = (
  context: CommandContext,
  input: ParsedInput<N>,
) => Promise<OutputOf<N>>;
export type SessionHandler<N extends SessionName> = (
  context: SessionContext,
  input: ParsedInput<N>,
) => Promise<OutputOf<N>>;

/** A command that goes on after its commit: SENT is committed before the clerk is told to act (settled.md 1). */
export interface LongCommand<N extends CommandName> {
  readonly run: CommandHandler<N>;
  readonly after: (context: AfterContext, result: OutputOf<N>) => Promise<void>;
}

export const NOT_SIGNED_IN: StaffMember = { staffId: 0, name: '', roles: [], language: 'fr' };
