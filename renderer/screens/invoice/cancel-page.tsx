import { Button, TextInput } from '@mantine/core';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { useHelp } from '../../shell/help.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import classes from './cancel.module.css';
import { CancelItem } from './cancel-item.tsx';
import { CancelLedger, waitingFor } from './cancel-ledger.tsx';
import { CancelQuestions } from './cancel-questions.tsx';
import { CreditedAccount } from './credited-account.tsx';
import type { InvoiceRead } from './item-table.tsx';
import { type CancelState, useCancel } from './use-cancel.ts';

/** Cancels items of one invoice: what, three questions, and the account before and after, on one page. */
export function CancelPage({ invoice, itemId }: { invoice: InvoiceRead; itemId: number }) {
  const { t } = useWords();
  const state = useCancel(invoice, itemId);
  useHelp({
    paragraphs: [t('invoice.help.lead'), t('cancel.question.owedNoHelp'), t('cancel.question.owedYesHelp')],
    keys: [
      ['F12', t('shell.key.confirm')],
      [t('shell.key.escape'), t('shell.key.back')],
    ],
  });
  const back = () => goTo('invoice', invoice.invoiceId);
  return (
    <Page
      title={`${t('cancel.title')} · ${invoice.clientName}`}
      lead={t('cancel.lead', { number: invoice.number })}
      actions={
        <Button variant="default" onClick={back}>
          {t('cancel.back')}
        </Button>
      }
    >
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Panel title={t('cancel.what')}>
            {state.items.map((item) => (
              <CancelItem key={item.itemId} item={item} state={state} />
            ))}
          </Panel>
          <Panel>
            <CancelQuestions state={state} />
          </Panel>
          <Panel>
            <Reasons state={state} />
          </Panel>
        </div>
        <div className={classes.side}>
          <CancelLedger state={state} />
          <FailureAlert failure={state.failure} />
          <FailureAlert failure={state.command.failure} isUnanswered={state.command.isUnanswered} />
          {state.wasTried && !state.isReady && !state.isRefundWrong ? (
            <p role="alert" className={classes.problem}>
              {t(waitingFor(state))}
            </p>
          ) : null}
          <ConfirmBar
            label={<SubmitLabel state={state} />}
            disabled={!state.isReady}
            onEarly={state.tryEarly}
            isRunning={state.command.isRunning}
            isUnanswered={state.command.isUnanswered}
            onConfirm={() => void state.send()}
            onBack={back}
          />
        </div>
      </div>
    </Page>
  );
}

function SubmitLabel({ state }: { state: CancelState }) {
  const { t } = useWords();
  const { preview, refundMinor } = state;
  if (state.isStillOwed) return t('cancel.submitReopen', { amount: refundMinor });
  if (state.isCounting) return t('cancel.counting');
  if (!preview) return t('cancel.title');
  if (preview.totalMinor === 0) return t('cancel.submitPlace');
  const amount = preview.totalMinor;
  return refundMinor > 0
    ? t('cancel.submitRefund', { amount, refund: refundMinor })
    : t('cancel.submit', { amount });
}

function Reasons({ state }: { state: CancelState }) {
  const { t } = useWords();
  const isMissing = state.wasTried && state.reason.trim() === '';
  const isWhyMissing = state.wasTried && state.overrideReason.trim() === '';
  return (
    <div className={classes.stack}>
      {state.reasons.length > 0 ? (
        <div className={classes.chips}>
          {state.reasons.map((reason) => (
            <Button
              key={reason}
              variant={state.reason === reason ? 'filled' : 'default'}
              aria-pressed={state.reason === reason}
              disabled={state.isLocked}
              onClick={() => state.setReason(reason)}
            >
              {reason}
            </Button>
          ))}
        </div>
      ) : null}
      <TextInput
        required
        label={t('cancel.reason')}
        description={state.isStillOwed ? undefined : t('cancel.reasonHelp')}
        placeholder={t('invoice.cancel.reasonPlaceholder')}
        maxLength={200}
        disabled={state.isLocked}
        value={state.reason}
        error={isMissing ? t(state.isStillOwed ? 'cancel.reasonMissing' : 'cancel.reasonNeeded') : undefined}
        onChange={(event) => state.setReason(event.currentTarget.value)}
      />
      {state.isOverriding ? (
        <TextInput
          required
          label={t('cancel.policy.asideLabel')}
          description={t('cancel.policy.aside')}
          maxLength={200}
          disabled={state.isLocked}
          value={state.overrideReason}
          error={isWhyMissing ? t('cancel.policy.asideNeeded') : undefined}
          onChange={(event) => state.setOverrideReason(event.currentTarget.value)}
        />
      ) : null}
      {state.isWalkIn && !state.isStillOwed ? (
        <>
          <CreditedAccount
            clientId={state.toClientId}
            isLocked={state.isLocked}
            onChange={state.setToClientId}
          />
          {state.wasTried && state.toClientId === null ? (
            <p role="alert" className={classes.problem}>
              {t('cancel.toClientNeeded')}
            </p>
          ) : null}
        </>
      ) : null}
    </div>
  );
}
