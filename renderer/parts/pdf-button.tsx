import { Alert, Button } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import type { Paper } from '../../shared/document/paper.ts';
import { pdfDefinition } from '../../shared/document/pdf-definition.ts';
import { useWords } from '../shell/language.ts';
import { makePdf } from './make-pdf.ts';
import classes from './print-button.module.css';
import { readLogo } from './read-logo.ts';
import { saveFile } from './save-file.ts';

interface PdfButtonProps {
  readonly paper: Paper;
  /** Papers that follow in the same file, each on a page of its own. */
  readonly others?: readonly Paper[];
  readonly label?: string;
  /** Without its ending; the paper's title unless given. */
  readonly fileName?: string;
}

/** Saves a document as a letter-size PDF, made by the page itself. */
export function PdfButton({ paper, others = [], label, fileName = paper.title }: PdfButtonProps) {
  const { t } = useWords();
  const [state, setState] = useState<'ready' | 'making' | 'failed'>('ready');
  const save = async () => {
    setState('making');
    try {
      const logo = await readLogo();
      const [first, ...rest] = [paper, ...others].map((each) => ({ ...each, ...logo })) as [
        Paper,
        ...Paper[],
      ];
      saveFile(await makePdf(pdfDefinition(first, ...rest)), fileName, 'pdf');
      setState('ready');
    } catch {
      setState('failed');
    }
  };
  return (
    <div className={classes.print}>
      <Button
        variant="default"
        leftSection={<IconFileTypePdf size={18} aria-hidden="true" />}
        loading={state === 'making'}
        onClick={() => void save()}
      >
        {label ?? t('document.pdf.button')}
      </Button>
      {state === 'failed' ? <Alert color="red">{t('document.pdf.failed')}</Alert> : null}
    </div>
  );
}
