import { useHasRole } from '../../connection/session.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import type { AttemptRead } from '../../parts/terminal-answer.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './action.module.css';
import { isOnGateway } from './settle-gateway.tsx';

const ruleOf = (attempt: AttemptRead) =>
  attempt.driver === 'cash' ? 'cashRule' : isOnGateway(attempt) ? 'gatewayRule' : 'evidenceRule';

/** What was already said about it, what would prove it, and who may say that nothing moved. */
export function AnsweredBefore({ attempt }: { attempt: AttemptRead }) {
  const { t } = useWords();
  const timeZone = useOrganisation()?.timeZone;
  const isSupervisor = useHasRole('supervisor');
  const isInDoubt = attempt.state !== 'sent' && attempt.state !== 'prepared';
  return (
    <>
      <p className={classes.soft}>
        {t('action.held')} {t(`action.${ruleOf(attempt)}`)}
      </p>
      {isInDoubt && !isSupervisor ? (
        <p className={classes.soft}>
          {t('action.supervisorRule')} {t('action.youCannot')}
        </p>
      ) : null}
      {attempt.evidence.length > 0 ? (
        <section aria-label={t('action.history')}>
          <h3 className={classes.soft}>{t('action.history')}</h3>
          <ul className={classes.said}>
            {attempt.evidence.map((evidence) => (
              <li key={`${evidence.at} ${evidence.answer}`}>
                {t('action.answerSentence', {
                  name: evidence.staffName,
                  at: evidence.at,
                  timeZone,
                  answer: t(`action.answer.${evidence.answer}`),
                })}
                {evidence.note ? `. ${evidence.note}` : ''}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
