import { useCommand } from '../../connection/use-command.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './client.module.css';

interface ArchiveDialogProps {
  readonly clientId: number;
  readonly name: string;
  readonly onClose: () => void;
}

export function ArchiveDialog({ clientId, name, onClose }: ArchiveDialogProps) {
  const { t } = useWords();
  const archive = useCommand('client.archive', String(clientId));
  return (
    <Dialog title={t('client.archiveTitle', { name })} onClose={onClose}>
      <div className={classes.dialog}>
        <p>{t('client.archiveLead')}</p>
        <FailureAlert failure={archive.failure} isUnanswered={archive.isUnanswered} />
        <ConfirmBar
          inDialog
          label={t('client.archiveConfirm')}
          isRunning={archive.isRunning}
          isUnanswered={archive.isUnanswered}
          onConfirm={() => void archive.run({ clientId }).then((done) => done && onClose())}
          onBack={onClose}
        />
      </div>
    </Dialog>
  );
}
