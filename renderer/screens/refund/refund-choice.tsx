import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { RefundWhyCode } from '../../../shared/i18n/refund-why.ts';
import { Empty } from '../../parts/empty.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import { AmountStep } from './amount-step.tsx';
import { BeforeAfter } from './before-after.tsx';
import { ChoicePanel } from './choice-panel.tsx';
import { DestinationStep } from './destination-step.tsx';
import { REASON_FIELD } from './reason-fields.tsx';
import classes from './refund.module.css';
import { changeDraft, type RefundDraft } from './refund-draft.ts';
import { RefundSteps } from './refund-steps.tsx';
import { SourceTable } from './source-table.tsx';
import { useRefundChoice } from './use-refund-choice.ts';

/** Before anything moves: how much, from what, and where it goes. */
export function RefundChoice({ draft }: { draft: RefundDraft }) {
  const { t } = useWords();
  const state = useRefundChoice(draft);
  const [isAsked, setAsked] = useState(false);
  const isLocked = state.issue.isUnanswered || state.issue.isRunning;
  const step = draft.step === 'destination' && state.problem === null ? 'destination' : 'amount';

  if (state.failure) return <FailureAlert failure={state.failure} />;
  const { client, whole } = state;
  if (!client || !whole) return null;
  // Many people share the walk-in account: each refund starts from its own receipt (settled.md 11)
  const needsReceipt = client.kind === 'walk-in' && !draft.originPaymentId && !draft.only;
  if ((whole.maximumMinor === 0 || needsReceipt) && !state.issue.isUnanswered) {
    return (
      <Page title={t('refund.titleFor', { name: client.name })}>
        <Panel>
          <Empty
            icon={IconArrowBackUp}
            title={t('refund.nothing.title')}
            lead={
              needsReceipt
                ? t('refund.why.receipt-needed')
                : whole.sources.length === 0
                  ? t('refund.nothing.lead')
                  : t(`refund.why.${whole.maximumWhy as RefundWhyCode}`)
            }
          >
            {whole.maximumWhy === 'outcome-awaited' ? (
              <Button onClick={() => goTo('action')}>{t('refund.doubt.settle')}</Button>
            ) : (
              <Button onClick={() => goTo('client', client.clientId)}>
                {t('refund.nothing.openClient')}
              </Button>
            )}
          </Empty>
          {whole.sources.length > 0 ? (
            <SourceTable sources={whole.sources} lines={undefined} only={null} />
          ) : null}
        </Panel>
      </Page>
    );
  }

  const leaves = step === 'destination' && state.way?.destination === 'account' ? 0 : state.amountMinor;
  return (
    <div className={classes.screen}>
      <div className={classes.main}>
        <Page title={t('refund.titleFor', { name: client.name })} lead={client.number}>
          <RefundSteps now={step} />
          {step === 'amount' ? (
            <>
              <Panel title={t('refund.source.title')}>
                <SourceTable
                  sources={whole.sources}
                  lines={state.plan?.lines}
                  only={draft.only}
                  {...(isLocked
                    ? {}
                    : { onChoose: (only) => changeDraft(draft, { only, amountMinor: null }) })}
                />
              </Panel>
              <AmountStep draft={draft} state={state} isLocked={isLocked} />
            </>
          ) : (
            <DestinationStep draft={draft} state={state} isLocked={isLocked} isAsked={isAsked} />
          )}
          <BeforeAfter
            clientName={client.name}
            balanceMinor={whole.balanceMinor}
            refundableMinor={whole.maximumMinor}
            amountMinor={state.problem === null ? leaves : 0}
          />
        </Page>
      </div>
      <ChoicePanel
        draft={draft}
        state={state}
        step={step}
        onContinue={() => changeDraft(draft, { step: 'destination' })}
        onConfirm={() => {
          setAsked(true);
          if (state.reason !== '') void state.confirm();
          else document.getElementById(REASON_FIELD)?.focus();
        }}
      />
    </div>
  );
}
