import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { PartsStep } from './parts-step.tsx';
import { ReasonFields } from './reason-fields.tsx';
import classes from './refund.module.css';
import { changeDraft, type RefundDraft } from './refund-draft.ts';
import { SameCard } from './same-card.tsx';
import type { RefundChoiceState } from './use-refund-choice.ts';
import { WayCards } from './way-cards.tsx';

interface Props {
  draft: RefundDraft;
  state: RefundChoiceState;
  isLocked: boolean;
  /** True once the clerk tried to confirm: only then is a missing reason an error. */
  isAsked: boolean;
}

/** Where the money goes and why; every closed way says why it is closed. */
export function DestinationStep({ draft, state, isLocked, isAsked }: Props) {
  const { t } = useWords();
  const goesOut = state.way !== undefined && state.way.destination !== 'account';
  return (
    <Panel title={t('refund.destination.title')}>
      <div className={classes.stack}>
        <WayCards
          ways={state.ways}
          chosenKey={state.way?.key ?? null}
          onChoose={(way) => {
            if (!isLocked) changeDraft(draft, { destination: way.destination, terminalId: way.terminalId });
          }}
        />
        {state.way?.destination === 'several' ? (
          <PartsStep draft={draft} state={state} isLocked={isLocked} />
        ) : null}
        <SameCard draft={draft} state={state} isLocked={isLocked} />
        {goesOut ? (
          <ReasonFields
            code={draft.reason}
            other={state.other}
            note={state.note}
            isLocked={isLocked}
            problem={isAsked && state.reason === '' ? t('refund.reason.needed') : null}
            onCode={(reason) => changeDraft(draft, { reason })}
            onOther={state.setOther}
            onNote={state.setNote}
          />
        ) : null}
      </div>
    </Panel>
  );
}
