import { Button } from '@mantine/core';
import type { Paper } from '../../shared/document/paper.ts';
import { useWords } from '../shell/language.ts';
import { Dialog } from './dialog.tsx';
import classes from './paper-dialog.module.css';
import { PaperView } from './paper-view.tsx';

/** A document as it would print. */
export function PaperDialog({ paper, onClose }: { paper: Paper; onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog onClose={onClose} size="lg" title={t('document.preview.title')}>
      <div className={classes.stack}>
        <PaperView paper={paper} />
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('document.preview.close')}
        </Button>
      </div>
    </Dialog>
  );
}
