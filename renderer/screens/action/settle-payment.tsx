import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { IntegratedAnswer } from '../../parts/integrated-answer.tsx';
import { TerminalAnswer } from '../../parts/terminal-answer.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './action.module.css';
import { AnsweredBefore } from './answered-before.tsx';
import { AskTerminal, worksOnTerminal } from './ask-terminal.tsx';
import { isOnGateway, SettleGateway } from './settle-gateway.tsx';

interface Props {
  saleId: number;
  attemptId: number;
  onAnswered: (notice: string) => void;
}

/** Answers for a card payment whose outcome nobody knows; the sale it belongs to goes on from its own place. */
export function SettlePayment({ saleId, attemptId, onAnswered }: Props) {
  const { t } = useWords();
  const { data: sale, failure } = useRead('sale.read', { saleId });
  const settle = useCommand('payment.settle', String(attemptId));
  if (failure) return <FailureAlert failure={failure} />;
  const attempt = sale?.attempts.find((each) => each.attemptId === attemptId);
  if (!attempt) return null;
  if (worksOnTerminal(attempt)) return <p className={classes.soft}>{t('integrated.noTyping')}</p>;
  const Answer = isOnGateway(attempt)
    ? SettleGateway
    : attempt.driver === 'nexo'
      ? IntegratedAnswer
      : TerminalAnswer;
  return (
    <>
      <AnsweredBefore attempt={attempt} />
      <AskTerminal attempt={attempt} onAnswered={onAnswered} />
      <Answer
        attempt={attempt}
        {...(attempt.driver === 'nexo' || isOnGateway(attempt) ? {} : { withInstruction: false })}
        isRunning={settle.isRunning}
        failure={settle.failure}
        isUnanswered={settle.isUnanswered}
        onAnswer={async (settlement) => {
          const answered = await settle.run({ attemptId, ...settlement });
          if (!answered) return;
          const isOpen = answered.attemptState === 'needs-operator' || answered.attemptState === 'conflict';
          onAnswered(t(isOpen ? 'action.stillUnknown' : 'action.settledNotice'));
        }}
      />
    </>
  );
}
