import type { OutputOf, ParsedInput, ReportName } from '../../../shared/contract/contract.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';

/** What a report is worked out with; the same on its own thread and in a test. */
export interface ReportContext {
  readonly db: ReadableLedger;
  /** UTC now, and today in the organisation's time zone. */
  readonly at: string;
  readonly localDate: string;
  readonly timeZone: string;
  /** Rows of one section at most: enough for a screen; none for a file. */
  readonly rowLimit: number;
  /** One step of many is done. */
  readonly tell: (done: number, total: number) => void;
}

export type ReportHandler<N extends ReportName> = (
  context: ReportContext,
  input: ParsedInput<N>,
) => Promise<OutputOf<N>>;

/** What crosses to the thread that works a report out. */
export interface ReportJob {
  readonly name: ReportName;
  readonly input: unknown;
  readonly at: string;
  readonly localDate: string;
  readonly timeZone: string;
  /** Null: every row. */
  readonly rowLimit: number | null;
}
