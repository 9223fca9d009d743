import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useCommand } from '../../connection/use-command.ts';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';

interface ReverseBatchProps {
  readonly batch: OutputOf<'bulk.read'>;
  readonly onClose: () => void;
}

/** Takes a whole batch back by counter-documents, as a batch of its own (domain.md B8). */
export function ReverseBatch({ batch, onClose }: ReverseBatchProps) {
  const { t } = useWords();
  const { batchId, doneCount, doneMinor } = batch;
  const command = useCommand('bulk.reverse', String(batchId));
  const send = async (reason: string) => {
    const started = await command.run({ batchId, reason });
    if (!started) return;
    onClose();
    goTo('client', null, { bulk: `b${started.batchId}` });
  };
  return (
    <ReasonDialog
      title={t('bulk.reverse.title', { batchId })}
      lead={t('bulk.reverse.lead', { count: doneCount, amount: doneMinor })}
      reasonLabel={t('bulk.reverse.reason')}
      confirmLabel={t('bulk.reverse.confirm', { amount: doneMinor })}
      command={command}
      onConfirm={(reason) => void send(reason)}
      onClose={onClose}
    />
  );
}
