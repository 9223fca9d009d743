import { creditNotePaper } from '../../shared/document/credit-note-paper.ts';
import { useOrganisation } from '../connection/use-organisation.ts';
import { useRead } from '../connection/use-read.ts';
import { PaperDialog } from './paper-dialog.tsx';

/** A credit note as it would print. */
export function CreditNoteDialog({ memoId, onClose }: { memoId: number; onClose: () => void }) {
  const organisation = useOrganisation();
  const credit = useRead('credit.read', { memoId }).data;
  if (!organisation || !credit) return null;
  const paper = creditNotePaper({ organisation, copy: 0, credit });
  return <PaperDialog paper={paper} number={credit.number} onClose={onClose} />;
}
