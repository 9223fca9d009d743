import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Paper } from '../../shared/document/paper.ts';
import { useWords } from '../shell/language.ts';
import { Dialog } from './dialog.tsx';
import classes from './paper-dialog.module.css';
import { PaperView } from './paper-view.tsx';
import { PdfButton } from './pdf-button.tsx';
import { PrintButton } from './print-button.tsx';

interface Props {
  paper: Paper;
  /** What the printer's queue finds it by: the number in its title; "X-2" for the X of till 2, "refund-5" for where a refund is. */
  number: string;
  /** Between papers of the same document. */
  choice?: ReactNode;
  onClose: () => void;
}

/** A document as it would print, and the buttons that print and save it. */
export function PaperDialog({ paper, number, choice = null, onClose }: Props) {
  const { t } = useWords();
  return (
    <Dialog onClose={onClose} size="lg" title={t('document.preview.title')}>
      <div className={classes.stack}>
        {choice}
        <PaperView paper={paper} />
        <div className={classes.actions}>
          {paper.kind === 'statement' ? null : <PrintButton kind={paper.kind} number={number} />}
          <PdfButton paper={paper} />
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('document.preview.close')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
