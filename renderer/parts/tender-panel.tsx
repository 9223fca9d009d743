import type { Tender } from '../../shared/domain/tender.ts';
import type { Failure } from '../../shared/i18n/describe-failure.ts';
import { useWords } from '../shell/language.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { FailureAlert } from './failure-alert.tsx';
import { TakenParts } from './taken-parts.tsx';
import { confirmStep } from './tender-confirm.ts';
import {
  EMPTY_DRAFT,
  newEntry,
  planDraft,
  planTaken,
  type TenderDraft,
  type TenderMethod,
  type TenderRulesHere,
  tenderOf,
} from './tender-draft.ts';
import { TenderEntryForm } from './tender-entry-form.tsx';
import { TenderKeys } from './tender-keys.tsx';
import classes from './tender-panel.module.css';
import { TenderSplit } from './tender-split.tsx';

export interface ConfirmedTenders {
  readonly tenders?: Tender[];
  readonly restAsDeposit?: boolean;
}

interface TenderPanelProps {
  readonly rules: TenderRulesHere;
  readonly draft: TenderDraft;
  readonly onDraft: (draft: TenderDraft) => void;
  /** What each item of `rules.items` is called in the split. */
  readonly labelOf: (itemId: number) => string;
  readonly onConfirm: (confirmed: ConfirmedTenders) => void;
  readonly isRunning: boolean;
  readonly isUnanswered: boolean;
  readonly failure: Failure | null;
  /** Nothing can be taken yet, for example an empty cart. */
  readonly isDisabled?: boolean;
  /** Why, told on the confirm bar. */
  readonly disabledWhy?: string;
  /** Leaves the payment, where that makes sense. */
  readonly onLeave?: () => void;
}

/** Taking money: the ways to pay on F1 to F7, what each part comes to, the split over items, F12 to confirm. */
export function TenderPanel(props: TenderPanelProps) {
  const { t } = useWords();
  const { rules, draft, onDraft, isRunning, isUnanswered, isDisabled = false } = props;
  const taken = planTaken(draft, rules);
  const whole = planDraft(draft, rules);
  const remainingMinor = taken.plan?.owedAfterMinor ?? rules.dueMinor;
  const step = confirmStep(t, { draft, rules, taken, whole });
  const typed = draft.entry ? tenderOf(draft.entry) : null;

  const choose = (method: TenderMethod) =>
    onDraft({
      ...draft,
      payLater: false,
      restAsDeposit: isDepositOnly,
      entry: newEntry(method, firstAmount(method)),
    });
  // Nothing is owed: all that is taken is a deposit
  const isDepositOnly = rules.isPayment === true && rules.dueMinor === 0;
  // Cash is counted, never assumed; a deposit or a credit cannot give more than it holds
  const firstAmount = (method: TenderMethod) =>
    method === 'cash' || isDepositOnly
      ? null
      : method === 'deposit'
        ? Math.min(remainingMinor, rules.depositAvailableMinor)
        : method === 'credit'
          ? Math.min(remainingMinor, rules.creditAvailableMinor)
          : remainingMinor;

  const confirm = () => {
    if (isUnanswered) props.onConfirm({});
    else if (step.kind === 'add' && typed) onDraft({ ...draft, taken: [...draft.taken, typed], entry: null });
    else if (step.kind === 'confirm')
      props.onConfirm({
        ...(whole.tenders.length > 0 ? { tenders: [...whole.tenders] } : {}),
        ...(draft.restAsDeposit ? { restAsDeposit: true } : {}),
      });
  };
  const isOpen = draft.entry !== null || draft.payLater;
  const back = isOpen
    ? () => onDraft({ ...draft, entry: null, payLater: false, restAsDeposit: false })
    : props.onLeave;

  return (
    <section className={classes.panel} aria-label={t('tender.title')}>
      <TakenParts
        draft={draft}
        plan={taken}
        isLocked={isRunning || isUnanswered}
        onRemove={(index) =>
          onDraft({ ...draft, taken: draft.taken.filter((_, place) => place !== index), payLater: false })
        }
      />
      {draft.entry ? (
        <TenderEntryForm
          entry={draft.entry}
          onChange={(entry) => onDraft({ ...draft, entry })}
          plan={whole}
          remainingMinor={remainingMinor}
          restAsDeposit={draft.restAsDeposit}
          onRestAsDeposit={rules.allowDeposit ? (keep) => onDraft({ ...draft, restAsDeposit: keep }) : null}
          isLocked={isRunning || isUnanswered}
          clientId={rules.clientId}
        />
      ) : (
        !draft.payLater && (
          <TenderKeys
            rules={rules}
            hasTaken={draft.taken.length > 0}
            isDisabled={isDisabled || isRunning || isUnanswered || (remainingMinor === 0 && !isDepositOnly)}
            onChoose={choose}
            onLater={() => onDraft({ ...EMPTY_DRAFT, taken: draft.taken, payLater: true })}
          />
        )
      )}
      {!isDisabled && (isOpen || draft.taken.length > 0) && (
        <TenderSplit plan={whole} labelOf={props.labelOf} itemCount={rules.items.length} />
      )}
      <FailureAlert failure={props.failure ?? step.refusal} isUnanswered={isUnanswered} />
      <ConfirmBar
        label={isDisabled ? (props.disabledWhy ?? t('tender.confirm.choose')) : step.label}
        onConfirm={confirm}
        disabled={isDisabled || step.kind === 'none'}
        isRunning={isRunning}
        isUnanswered={isUnanswered}
        {...(back && !isUnanswered ? { onBack: back } : {})}
      />
    </section>
  );
}
