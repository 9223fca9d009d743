import { Alert, Button } from '@mantine/core';
import { IconShieldHalf } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { formatMoney } from '../../../shared/i18n/format.ts';
import { Amount } from '../../parts/amount.tsx';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import { cashRefundWords } from './cash-words.ts';
import { PlannedLines } from './planned-lines.tsx';
import classes from './refund.module.css';
import { changeDraft, type RefundDraft, type RefundStep } from './refund-draft.ts';
import { SplitLines } from './split-lines.tsx';
import type { RefundChoiceState } from './use-refund-choice.ts';

interface Props {
  draft: RefundDraft;
  state: RefundChoiceState;
  step: RefundStep;
  onContinue: () => void;
  onConfirm: () => void;
}

/** The right-hand side: the amount in large, what it is made of, what stands in the way, and the one key that confirms. */
export function ChoicePanel({ draft, state, step, onContinue, onConfirm }: Props) {
  const { t, language } = useWords();
  const { way, amountMinor, issue, limitMinor, drawerMinor } = state;
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (issue.failure) alert.current?.scrollIntoView({ block: 'nearest' });
  }, [issue.failure]);

  const isAccount = step === 'destination' && way?.destination === 'account';
  const shownMinor = step === 'destination' && drawerMinor !== null ? drawerMinor : amountMinor;
  const title =
    step === 'amount' || !way
      ? t('refund.panel.none')
      : way.destination === 'account'
        ? t('refund.panel.account')
        : way.destination === 'cash'
          ? t('refund.panel.cash')
          : way.name;
  const isSeveral = step === 'destination' && way?.destination === 'several';
  const isBlocked = state.problem !== null || issue.isUnanswered || (isSeveral && !state.split);
  const confirmWords = isAccount
    ? t('refund.panel.keep')
    : state.needsApproval
      ? t('approval.ask', { amount: shownMinor })
      : isSeveral
        ? t('refund.parts.confirm', { amount: shownMinor, count: state.parts.length })
        : t(drawerMinor === null ? 'refund.panel.confirm' : 'refund.panel.confirmCash', {
            amount: shownMinor,
          });

  return (
    <aside className={classes.panel} aria-label={title}>
      <div>
        <div className={classes.soft}>{title}</div>
        <Amount minor={shownMinor} size="huge" />
        {step === 'destination' && drawerMinor !== null ? (
          <div className={classes.soft}>{cashRefundWords(t, { amountMinor, drawerMinor })[1]}</div>
        ) : null}
      </div>
      <dl className={classes.pairs}>
        {state.reason && !isAccount ? (
          <div className={classes.pair}>
            <dt>{t('refund.panel.reason')}</dt>
            <dd>{state.reason}</dd>
          </div>
        ) : null}
        <div className={classes.pair}>
          <dt>{t('refund.limit.mine')}</dt>
          <dd>{limitMinor === null ? t('refund.limit.none') : formatMoney(limitMinor, language)}</dd>
        </div>
      </dl>
      {isSeveral ? <SplitLines state={state} /> : null}
      {step === 'destination' && !isAccount && !isSeveral && state.plan && state.whole ? (
        <PlannedLines lines={state.plan.lines} sources={state.whole.sources} />
      ) : null}
      {(state.isAboveLimit || state.needsApproval) && !isAccount ? (
        <Alert color="amber" variant="light" icon={<IconShieldHalf aria-hidden="true" />}>
          <p>
            {state.isAboveLimit
              ? t('approval.needed', { amount: limitMinor ?? 0 })
              : t('approval.neededDestination')}
          </p>
          {state.isAboveLimit && (limitMinor ?? 0) > 0 ? (
            <Button
              mt="xs"
              variant="default"
              onClick={() => changeDraft(draft, { amountMinor: limitMinor, step: 'amount' })}
            >
              {t('refund.limit.use', { amount: limitMinor ?? 0 })}
            </Button>
          ) : null}
        </Alert>
      ) : null}
      <div ref={alert}>
        <FailureAlert failure={issue.failure} isUnanswered={issue.isUnanswered} />
      </div>
      <div className={classes.foot}>
        {issue.isUnanswered ? (
          <ConfirmBar
            label={confirmWords}
            isRunning={issue.isRunning}
            isUnanswered={issue.isUnanswered}
            onConfirm={() => void state.checkUnanswered()}
          />
        ) : step === 'amount' ? (
          <ConfirmBar
            label={t('refund.amount.continue')}
            disabled={state.problem !== null}
            onConfirm={onContinue}
            onBack={() => goTo('client', draft.clientId)}
          />
        ) : (
          <>
            {isAccount ? null : <p className={classes.soft}>{t('refund.panel.held')}</p>}
            <ConfirmBar
              label={confirmWords}
              disabled={isAccount ? false : isBlocked || !way}
              isRunning={issue.isRunning}
              onConfirm={() => (isAccount ? goTo('client', draft.clientId) : onConfirm())}
              onBack={() => changeDraft(draft, { step: 'amount' })}
            />
          </>
        )}
      </div>
    </aside>
  );
}
