import { Button } from '@mantine/core';
import { IconReload } from '@tabler/icons-react';
import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import classes from './action.module.css';
import type { ActionRow } from './action-sentence.ts';
import type { Tried } from './tried-again.tsx';

interface Props {
  row: ActionRow;
  refundId: number;
  onTried: (tried: Tried) => void;
}

/** A failed refund once more, on the card that paid and no other; or another way, at the desk (settled.md 16). */
export function RefundAgain({ row, refundId, onTried }: Props) {
  const { t } = useWords();
  const { actionId, amountMinor, clientId } = row;
  const { data: refund } = useRead('refund.read', { refundId });
  const retry = useCommand('action.retry', actionId);
  if (!refund) return null;
  const sources = new Set(
    refund.lines.map((line) =>
      line.memoId === null ? `payment-${line.paymentId}` : (`memo-${line.memoId}` as const),
    ),
  );
  return (
    <section className={classes.stack} aria-label={t('action.again.refundTitle')}>
      <div className={classes.links}>
        <Button
          size="lg"
          leftSection={<IconReload size={20} aria-hidden="true" />}
          loading={retry.isRunning}
          onClick={async () => {
            const tried = await retry.run({ actionId });
            if (tried) onTried(tried);
          }}
        >
          {t('action.again.refund', { amount: amountMinor, name: row.about ?? '' })}
        </Button>
        <Button
          size="lg"
          variant="default"
          onClick={() =>
            goTo('refund', null, {
              client: clientId ?? undefined,
              amount: amountMinor,
              step: 'destination',
              to: 'terminal',
              only: [...sources].join(','),
            })
          }
        >
          {t('action.can.refund-offline')}
        </Button>
      </div>
      <p className={classes.soft}>{t('action.again.refundRule')}</p>
      <FailureAlert failure={retry.failure} isUnanswered={retry.isUnanswered} />
    </section>
  );
}
