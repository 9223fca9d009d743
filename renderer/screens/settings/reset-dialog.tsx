import { Button, Modal } from '@mantine/core';
import { useSessionCall } from '../../connection/use-session-call.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './settings.module.css';
import type { NewCode, StaffRow } from './staff-page.tsx';

interface Props {
  row: StaffRow;
  onClose: () => void;
  onCode: (code: NewCode) => void;
}

/** Ends a PIN and gives a one-time code in its place. */
export function ResetDialog({ row, onClose, onCode }: Props) {
  const { t } = useWords();
  const reset = useSessionCall('staff.resetPin');
  const send = async () => {
    const answer = await reset.run({ staffId: row.staffId });
    if (answer) onCode({ name: row.name, resetCode: answer.resetCode });
  };
  return (
    <Dialog onClose={onClose} title={t('settings.staff.resetTitle', { name: row.name })}>
      <div className={classes.stack}>
        <p>{t('settings.staff.resetLead')}</p>
        <FailureAlert failure={reset.failure} />
        <ConfirmBar
          inDialog
          label={t('settings.staff.reset')}
          isRunning={reset.isRunning}
          onConfirm={() => void send()}
          onBack={onClose}
        />
      </div>
    </Dialog>
  );
}

/** The code, once and never again: only its holder says that it was noted. */
export function ResetCodeDialog({ code, onClose }: { code: NewCode; onClose: () => void }) {
  const { t } = useWords();
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      title={t('settings.staff.codeTitle', { name: code.name })}
    >
      <div className={classes.stack}>
        <p>{t('settings.staff.codeLead')}</p>
        <p className={classes.code}>{code.resetCode.replace(/(\d{4})(?=\d)/, '$1 ')}</p>
        <Button fullWidth data-autofocus onClick={onClose}>
          {t('settings.staff.codeDone')}
        </Button>
      </div>
    </Modal>
  );
}
