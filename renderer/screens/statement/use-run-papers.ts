import { useEffect, useState } from 'react';
import type { Paper } from '../../../shared/document/paper.ts';
import { statementPaper } from '../../../shared/document/statement-paper.ts';
import { ask } from '../../connection/ask.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import type { Run } from './statement-run.ts';

/** The papers of the statements of a series, collected once it stands still; in the order of its clients. */
export function useRunPapers({ rows, isRunning }: Run): { papers: readonly Paper[]; total: number } {
  const organisation = useOrganisation();
  const [papers, setPapers] = useState<readonly Paper[]>([]);
  const ids = rows.flatMap(({ outcome }) => (outcome?.kind === 'made' ? [outcome.statementId] : []));
  const wanted = isRunning ? '' : ids.join(' ');
  useEffect(() => {
    if (!organisation || wanted === '') return;
    let isGone = false;
    const collect = async () => {
      const collected: Paper[] = [];
      for (const id of wanted.split(' ')) {
        const statement = await ask('statement.read', { statementId: Number(id) });
        if (isGone) return;
        collected.push(statementPaper({ organisation, copy: 0, statement }));
        setPapers([...collected]);
      }
    };
    setPapers([]);
    // A host that is lost shows in the shell's banner; the series is collected again when it goes on
    void collect().catch(() => {});
    return () => {
      isGone = true;
    };
  }, [organisation, wanted]);
  return { papers, total: ids.length };
}
