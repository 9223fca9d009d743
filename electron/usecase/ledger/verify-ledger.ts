import type { SessionHandler } from '../context.ts';

export const verifyLedger: SessionHandler<'ledger.verify'> = async ({ ledger }) => {
  const report = await ledger.verify();
  return {
    ok: report.ok,
    commits: report.counts.commits,
    facts: report.counts.facts,
    journalEntries: report.counts.journalEntries,
    headHash: report.headHash,
    problems: report.problems.map(({ check, words }) => ({ check, fr: words.fr, en: words.en })),
  };
};
