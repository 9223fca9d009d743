import { type PaperStatement, statementPaper } from '../../../shared/document/statement-paper.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { PaperView } from '../../parts/paper-view.tsx';
import { PdfButton } from '../../parts/pdf-button.tsx';
import classes from './statement.module.css';

/** A statement as paper; one that is made can be saved as a PDF. */
export function StatementPreview({ statement }: { statement: PaperStatement }) {
  const organisation = useOrganisation();
  if (!organisation) return null;
  const paper = statementPaper({ organisation, copy: 0, statement });
  return (
    <div className={classes.stack}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled paper is reached by the keyboard */}
      <div className={classes.paper} tabIndex={0}>
        <PaperView paper={paper} />
      </div>
      {statement.number === null ? null : <PdfButton paper={paper} />}
    </div>
  );
}
