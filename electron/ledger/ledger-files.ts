/** The ledger's files as the settings screen sees them: names only, no path crosses the wire. */
export interface LedgerFiles {
  list(): Promise<BackupFile[]>;
  /** Online backup, verified after it is written; throws when the copy does not verify. */
  backup(): Promise<BackupFile>;
  /** Puts a verified backup in the ledger's place and opens it; the replaced file is kept beside it. */
  restore(fileName: string): Promise<{ commits: number; missingCommits: number }>;
}

export interface BackupFile {
  fileName: string;
  at: string;
  sizeBytes: number;
  commits: number;
}
