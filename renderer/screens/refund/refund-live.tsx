import { useCustomerDisplay } from '../../connection/customer-display.ts';
import { useClientLanguage } from '../../connection/use-client-language.ts';
import { useRead } from '../../connection/use-read.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Page } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { ApprovalStep } from './approval-step.tsx';
import { BeginPart, NextPart } from './begin-part.tsx';
import { CashHandOver } from './cash-hand-over.tsx';
import { ChequeToIssue } from './cheque-to-issue.tsx';
import { IntegratedHandOver } from './integrated-hand-over.tsx';
import classes from './refund.module.css';
import { displayOfRefund } from './refund-display.ts';
import { RefundDone } from './refund-done.tsx';
import { RefundFacts } from './refund-facts.tsx';
import { RefundDoubt, RefundFailed } from './refund-not-done.tsx';
import { RefundSteps } from './refund-steps.tsx';
import { TerminalHandOver } from './terminal-hand-over.tsx';

/** Whether a machine has the word: an integrated terminal, or the gateway. */
const isMachine = ({ driver }: { driver: string }) => ['nexo', 'gateway', 'by-hand'].includes(driver);

/** A refund that exists: nothing here is remembered, all of it is what `refund.read` says now. */
export function RefundLive({ refundId }: { refundId: number }) {
  const { t } = useWords();
  const { data: refund, failure } = useRead('refund.read', { refundId });
  const language = useClientLanguage(refund?.clientId ?? null);
  useCustomerDisplay(refund ? displayOfRefund(refund, language) : null);
  if (failure) return <FailureAlert failure={failure} />;
  if (!refund) return null;
  const attempt = refund.attempts.find((each) => each.attemptId === refund.openAttemptId);
  const isDone = refund.state === 'done';
  return (
    <div className={classes.screen}>
      <div className={classes.main}>
        <Page
          title={
            refund.number
              ? t('refund.read', { number: refund.number })
              : t('refund.reading', { name: refund.clientName })
          }
          lead={refund.number ? refund.clientName : undefined}
        >
          <RefundSteps
            now={isDone ? 'receipt' : refund.state === 'waiting' ? 'approval' : 'handOver'}
            withApproval={refund.approval !== null}
          />
          {refund.state === 'waiting' && refund.approval ? (
            <ApprovalStep approvalId={refund.approval.approvalId} />
          ) : null}
          {refund.state === 'to-issue' ? <ChequeToIssue refund={refund} /> : null}
          {refund.state === 'to-begin' ? <BeginPart refund={refund} /> : null}
          {['done', 'failed', 'in-doubt', 'to-issue'].includes(refund.state) ? (
            <NextPart refund={refund} />
          ) : null}
          {attempt && isMachine(attempt) ? <IntegratedHandOver refund={refund} attempt={attempt} /> : null}
          {refund.state === 'in-doubt' && !(attempt && isMachine(attempt)) ? (
            <RefundDoubt refund={refund} attempt={attempt} />
          ) : null}
          {refund.state === 'failed' ? <RefundFailed refund={refund} /> : null}
          {isDone ? <RefundDone refund={refund} /> : null}
          {refund.state === 'in-progress' && attempt && !isMachine(attempt) ? (
            attempt.driver === 'cash' ? (
              <CashHandOver refund={refund} />
            ) : (
              <TerminalHandOver refund={refund} attempt={attempt} />
            )
          ) : null}
        </Page>
      </div>
      <RefundFacts refund={refund} />
    </div>
  );
}
