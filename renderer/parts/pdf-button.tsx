import { Alert, Button } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import type { Paper } from '../../shared/document/paper.ts';
import { pdfDefinition } from '../../shared/document/pdf-definition.ts';
import { useWords } from '../shell/language.ts';
import classes from './print-button.module.css';

/** Saves a document as a letter-size PDF, made by the page itself; absent under Electron, where no page saves a file. */
export function PdfButton({ paper }: { paper: Paper }) {
  const { t } = useWords();
  const [state, setState] = useState<'ready' | 'making' | 'failed'>('ready');
  if (window.guichet) return null;
  const save = async () => {
    setState('making');
    try {
      saveFile(await makePdf(paper), `${paper.title.replace(/[^\p{L}\p{N}]+/gu, '-')}.pdf`);
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
        {t('document.pdf.button')}
      </Button>
      {state === 'failed' ? <Alert color="red">{t('document.pdf.failed')}</Alert> : null}
    </div>
  );
}

/** The maker and its fonts are as heavy as the rest of the program: they load with the first PDF. */
async function makePdf(paper: Paper): Promise<Blob> {
  const [{ default: pdfmake }, { default: fonts }] = await Promise.all([
    import('pdfmake/build/pdfmake.js'),
    import('pdfmake/build/vfs_fonts.js'),
  ]);
  pdfmake.addVirtualFileSystem(fonts);
  return await pdfmake.createPdf(pdfDefinition(paper)).getBlob();
}

function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
