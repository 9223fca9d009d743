import { Button } from '@mantine/core';
import type { Paper } from '../../shared/document/paper.ts';
import { useWords } from '../shell/language.ts';
import { Dialog } from './dialog.tsx';
import classes from './paper-dialog.module.css';
import { PaperView } from './paper-view.tsx';
import { PdfButton } from './pdf-button.tsx';
import { PrintButton } from './print-button.tsx';

interface Props {
  paper: Paper;
  /** The number in its title. */
  number: string;
  onClose: () => void;
}

/** A document as it would print, and a button that prints it. */
export function PaperDialog({ paper, number, onClose }: Props) {
  const { t } = useWords();
  return (
    <Dialog onClose={onClose} size="lg" title={t('document.preview.title')}>
      <div className={classes.stack}>
        <PaperView paper={paper} />
        <PdfButton paper={paper} />
        {paper.kind === 'statement' ? null : <PrintButton kind={paper.kind} number={number} />}
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('document.preview.close')}
        </Button>
      </div>
    </Dialog>
  );
}
