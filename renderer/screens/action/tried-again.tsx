import { isTerminalWhy } from '../../../shared/i18n/integrated.ts';
import { useRead } from '../../connection/use-read.ts';
import type { AttemptRead } from '../../parts/terminal-answer.tsx';
import { useWords } from '../../shell/language.ts';
import { hashOf } from '../../shell/router.ts';
import classes from './action.module.css';

/** What was tried again: one attempt of a sale or of a refund. */
export interface Tried {
  readonly saleId: number | null;
  readonly refundId: number | null;
  readonly attemptId: number;
}

/** What becomes of the attempt that was just started, told where the row was: it needs nobody to wait for it. */
export function TriedAgain({ tried }: { tried: Tried }) {
  const { saleId, refundId } = tried;
  const sale = useRead('sale.read', { saleId: saleId ?? 1 }, { enabled: saleId !== null }).data;
  const refund = useRead('refund.read', { refundId: refundId ?? 1 }, { enabled: refundId !== null }).data;
  const attempts = saleId === null ? refund?.attempts : sale?.attempts;
  const attempt = attempts?.find((each) => each.attemptId === tried.attemptId);
  return attempt ? <Outcome attempt={attempt} /> : null;
}

function Outcome({ attempt }: { attempt: AttemptRead }) {
  const { t } = useWords();
  const { state, amountMinor, terminalWhy, saved } = attempt;
  const name = saved ? t('gateway.saved.name', saved) : '';
  const told = { amount: amountMinor, name };
  const direction = attempt.direction === 'in' ? 'charge' : 'refund';
  if (state === 'approved' || state === 'confirmed-by-operator')
    return (
      <p className={classes.tried} data-tone="good">
        {t(`action.tried.${direction}Done`, told)}
      </p>
    );
  if (
    state === 'declined' ||
    state === 'cancelled' ||
    state === 'not-sent' ||
    state === 'not-done-by-operator'
  )
    return (
      <p className={classes.tried} data-tone="bad">
        {t(`action.tried.${direction}Failed`, told)}{' '}
        {isTerminalWhy(terminalWhy) ? t(`integrated.why.${terminalWhy}`) : ''}
      </p>
    );
  if (attempt.driver === 'by-hand')
    return (
      <p className={classes.tried}>
        {t('action.tried.byHand', told)}{' '}
        <a href={hashOf('action', null, { row: `attempt-${attempt.attemptId}` })}>
          {t('action.tried.record')}
        </a>
      </p>
    );
  return <p className={classes.tried}>{t(`action.tried.${direction}Waits`, told)}</p>;
}
