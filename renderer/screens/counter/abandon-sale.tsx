import { Modal } from '@mantine/core';
import { useCommand } from '../../connection/use-command.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import { replaceRoute } from '../../shell/router.ts';
import { startNewSale } from './counter-state.ts';
import type { SaleRead } from './live-sale.tsx';

export function AbandonSale({ sale, onClose }: { sale: SaleRead; onClose: () => void }) {
  const { t } = useWords();
  const abandon = useCommand('sale.abandon', String(sale.saleId));
  const confirm = async () => {
    const done = await abandon.run({ saleId: sale.saleId });
    if (!done) return;
    startNewSale();
    replaceRoute('counter');
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('counter.sale.abandonTitle')}
      closeButtonProps={{ 'aria-label': t('shell.close'), size: 44 }}
    >
      <p>{t('counter.sale.abandonLead')}</p>
      {sale.approvedMinor > 0 && <p>{t('counter.sale.abandonDeposit', { amount: sale.approvedMinor })}</p>}
      <FailureAlert failure={abandon.failure} isUnanswered={abandon.isUnanswered} />
      <ConfirmBar
        inDialog
        label={t('counter.sale.abandonConfirm')}
        onConfirm={() => void confirm()}
        isRunning={abandon.isRunning}
        isUnanswered={abandon.isUnanswered}
        onBack={onClose}
      />
    </Modal>
  );
}
