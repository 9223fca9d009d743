import { Button } from '@mantine/core';
import type { RefundWhyCode } from '../../../shared/i18n/refund-why.ts';
import { MoneyField } from '../../parts/money-field.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './refund.module.css';
import { changeDraft, type RefundDraft } from './refund-draft.ts';
import type { RefundChoiceState } from './use-refund-choice.ts';

interface Props {
  draft: RefundDraft;
  state: RefundChoiceState;
  isLocked: boolean;
}

/** The amount, with the most it can be and why it cannot be more. */
export function AmountStep({ draft, state, isLocked }: Props) {
  const { t } = useWords();
  const { whole, amountMinor, maximumMinor, problem } = state;
  if (!whole) return null;
  return (
    <Panel title={t('refund.amount.title')}>
      <div className={classes.amountRow}>
        <MoneyField
          autoFocus
          required
          label={t('refund.amount.label')}
          value={amountMinor === 0 ? null : amountMinor}
          disabled={isLocked}
          error={problem && t(`refund.amount.${problem}`, { amount: maximumMinor })}
          onChange={(typedMinor) => changeDraft(draft, { amountMinor: typedMinor ?? 0 })}
          onEnter={() => problem === null && changeDraft(draft, { step: 'destination' })}
        />
        <Button
          variant="default"
          disabled={isLocked || amountMinor === maximumMinor}
          onClick={() => changeDraft(draft, { amountMinor: null })}
        >
          {t('refund.amount.all')}
        </Button>
        <p className={classes.soft}>
          <strong>{t('refund.amount.maximum', { amount: maximumMinor })}</strong>
          <br />
          {t(`refund.why.${whole.maximumWhy as RefundWhyCode}`)}
        </p>
      </div>
    </Panel>
  );
}
