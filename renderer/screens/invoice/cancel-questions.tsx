import { Radio } from '@mantine/core';
import { MoneyField } from '../../parts/money-field.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './cancel.module.css';
import type { CancelState, MoneyGoes } from './use-cancel.ts';

/** The three questions (domain.md B10): the place, the price, the money; each answer says what it changes. */
export function CancelQuestions({ state }: { state: CancelState }) {
  const hasPlace = state.chosen.some((item) => item.registrationState === 'active');
  return (
    <div className={classes.questions}>
      {hasPlace && !state.isStillOwed ? <PlaceQuestion state={state} /> : null}
      <OwedQuestion state={state} />
      <MoneyQuestion state={state} />
    </div>
  );
}

function PlaceQuestion({ state }: { state: CancelState }) {
  const { t } = useWords();
  return (
    <Radio.Group
      classNames={{ label: classes.question }}
      label={t('cancel.question.place')}
      value={state.keepsPlace ? 'yes' : 'no'}
      onChange={(value) => state.setKeepsPlace(value === 'yes')}
    >
      <div className={classes.answers}>
        <Radio
          classNames={{ body: classes.answer }}
          value="no"
          disabled={state.isLocked}
          label={t('cancel.question.placeNo')}
        />
        <Radio
          classNames={{ body: classes.answer }}
          value="yes"
          disabled={state.isLocked}
          label={t('cancel.question.placeYes')}
          description={t('cancel.question.placeYesHelp')}
        />
      </div>
    </Radio.Group>
  );
}

function OwedQuestion({ state }: { state: CancelState }) {
  const { t } = useWords();
  const why =
    state.chosen.length !== 1
      ? t('cancel.question.owedOneOnly')
      : state.reopenMaximumMinor === 0 || state.isWalkIn
        ? t('cancel.question.owedNotPaid')
        : state.isSupervisor
          ? null
          : t('cancel.question.owedSupervisor');
  return (
    <Radio.Group
      classNames={{ label: classes.question }}
      label={t('cancel.question.owed')}
      value={state.isStillOwed ? 'yes' : 'no'}
      onChange={(value) => state.setStillOwed(value === 'yes')}
    >
      <div className={classes.answers}>
        <Radio
          classNames={{ body: classes.answer }}
          value="no"
          disabled={state.isLocked}
          label={t('cancel.question.owedNo')}
          description={t('cancel.question.owedNoHelp')}
        />
        <Radio
          classNames={{ body: classes.answer }}
          value="yes"
          disabled={state.isLocked || why !== null}
          label={t('cancel.question.owedYes')}
          description={why ?? t('cancel.question.owedYesHelp')}
        />
      </div>
    </Radio.Group>
  );
}

function MoneyQuestion({ state }: { state: CancelState }) {
  const { t } = useWords();
  const { refundMaximumMinor, preview } = state;
  const field = (
    <MoneyField
      label={t('cancel.question.refundLabel')}
      description={t('cancel.question.refundMaximum', { amount: refundMaximumMinor })}
      disabled={state.isLocked}
      value={state.refundTyped ?? refundMaximumMinor}
      error={
        state.isRefundWrong ? t('cancel.question.refundWrong', { amount: refundMaximumMinor }) : undefined
      }
      onChange={state.setRefundTyped}
    />
  );
  if (state.isStillOwed) return field;
  if (!preview || preview.totalMinor === 0) return null;
  const heldBackMinor = preview.openMinor - preview.refundableMinor;
  if (refundMaximumMinor === 0)
    return (
      <p className={classes.soft}>
        {heldBackMinor > 0
          ? t('cancel.question.notRefundable', { amount: heldBackMinor })
          : t('cancel.question.nothingBack')}
      </p>
    );
  return (
    <Radio.Group
      classNames={{ label: classes.question }}
      label={t('cancel.question.money')}
      value={state.moneyGoes}
      onChange={(value) => state.setMoneyGoes(value as MoneyGoes)}
    >
      <div className={classes.answers}>
        <Radio
          classNames={{ body: classes.answer }}
          value="refund"
          disabled={state.isLocked}
          label={t('cancel.question.moneyRefund')}
          description={t('cancel.question.moneyRefundHelp')}
        />
        <Radio
          classNames={{ body: classes.answer }}
          value="account"
          disabled={state.isLocked}
          label={t('cancel.question.moneyAccount')}
          description={t('cancel.question.moneyAccountHelp')}
        />
      </div>
      {state.moneyGoes === 'refund' ? <div className={classes.under}>{field}</div> : null}
    </Radio.Group>
  );
}
