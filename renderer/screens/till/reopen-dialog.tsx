import { useCommand } from '../../connection/use-command.ts';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';

/** Takes a close back for a recount, with its reason. */
export function ReopenDialog(props: { tillId: number; zNumber: string; onClose: () => void }) {
  const { tillId, zNumber, onClose } = props;
  const { t } = useWords();
  const command = useCommand('till.reopen', zNumber);
  const send = async (reason: string) => {
    if (await command.run({ tillId, reason })) goTo('till', tillId);
  };
  return (
    <ReasonDialog
      title={t('tillReport.reopen.title', { number: zNumber })}
      lead={t('tillReport.reopen.lead')}
      reasonLabel={t('tillReport.reopen.reason')}
      confirmLabel={t('tillReport.reopen.submit')}
      command={command}
      onConfirm={(reason) => void send(reason)}
      onClose={onClose}
    />
  );
}
