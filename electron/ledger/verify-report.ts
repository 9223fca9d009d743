/** One thing that is wrong, in words. */
export interface VerifyProblem {
  readonly check: string;
  readonly words: { readonly fr: string; readonly en: string };
}

/** What a full check of a ledger found; amounts in its words are minor units. */
export interface VerifyReport {
  readonly ok: boolean;
  readonly counts: {
    readonly commits: number;
    readonly facts: number;
    readonly journalEntries: number;
    readonly tables: Readonly<Record<string, number>>;
  };
  readonly problems: readonly VerifyProblem[];
  /** Worth knowing, not wrong: numbers lost in a restore, commits newer than the head file. */
  readonly notes: readonly VerifyProblem[];
  readonly headSeq: number;
  /** Hexadecimal. */
  readonly headHash: string;
}
