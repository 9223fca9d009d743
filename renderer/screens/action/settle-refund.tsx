import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { IntegratedAnswer } from '../../parts/integrated-answer.tsx';
import { TerminalAnswer } from '../../parts/terminal-answer.tsx';
import { useWords } from '../../shell/language.ts';
import { expectedLast4 } from '../refund/terminal-hand-over.tsx';
import classes from './action.module.css';
import { AnsweredBefore } from './answered-before.tsx';
import { AskTerminal, worksOnTerminal } from './ask-terminal.tsx';
import { CashAnswer } from './cash-answer.tsx';
import { isOnGateway, SettleGateway } from './settle-gateway.tsx';

interface Props {
  refundId: number;
  onAnswered: (notice: string) => void;
}

/** Answers for a refund, with the evidence that proves them. */
export function SettleRefund({ refundId, onAnswered }: Props) {
  const { t } = useWords();
  const { data: refund, failure } = useRead('refund.read', { refundId });
  const settle = useCommand('refund.settle', String(refundId));
  if (failure) return <FailureAlert failure={failure} />;
  const attempt = refund?.attempts.find((each) => each.attemptId === refund.openAttemptId);
  if (!refund || !attempt) return null;
  if (worksOnTerminal(attempt)) return <p className={classes.soft}>{t('integrated.noTyping')}</p>;
  const Answer = isOnGateway(attempt)
    ? SettleGateway
    : attempt.driver === 'nexo'
      ? IntegratedAnswer
      : TerminalAnswer;
  const answer = async (settlement: Omit<Parameters<typeof settle.run>[0], 'refundId'>) => {
    const answered = await settle.run({ refundId, ...settlement });
    if (answered)
      onAnswered(t(answered.state === 'in-doubt' ? 'action.stillUnknown' : 'action.settledNotice'));
  };
  return (
    <>
      <AnsweredBefore attempt={attempt} />
      <AskTerminal attempt={attempt} onAnswered={onAnswered} />
      {attempt.driver === 'cash' ? (
        <CashAnswer
          attempt={attempt}
          drawerMinor={refund.drawerMinor ?? refund.amountMinor}
          command={settle}
          onAnswer={(settlement) => void answer(settlement)}
        />
      ) : (
        <Answer
          attempt={attempt}
          {...(attempt.driver === 'nexo' || isOnGateway(attempt) ? {} : { withInstruction: false })}
          expectedLast4={expectedLast4(refund, settle.failure)}
          isRunning={settle.isRunning}
          failure={settle.failure}
          isUnanswered={settle.isUnanswered}
          onAnswer={(settlement) => void answer(settlement)}
        />
      )}
    </>
  );
}
