import { IconHelpHexagon } from '@tabler/icons-react';
import { isTerminalWhy } from '../../shared/i18n/integrated.ts';
import { useRead } from '../connection/use-read.ts';
import { useWords } from '../shell/language.ts';
import { IntegratedAnswer } from './integrated-answer.tsx';
import classes from './integrated-doubt.module.css';
import type { IntegratedTerminalProps } from './integrated-terminal.tsx';
import { useSeconds } from './use-seconds.ts';

/** How long the terminal alone is asked before a person is, in seconds (terminal.md §3.3). */
const ALONE_SECONDS = 90;

/** The answer is missing: what may have happened, what goes on by itself, what to do meanwhile; in the end, who decides. */
export function IntegratedDoubt(props: IntegratedTerminalProps) {
  const { t } = useWords();
  const { attempt } = props;
  const seconds = useSeconds(attempt.doubtSince ?? attempt.at);
  const terminal = attempt.terminalName ?? '';
  const terminals = useRead('terminal.list', {}).data?.terminals ?? [];
  const isKeyless = terminals.find((each) => each.terminalId === attempt.terminalId)?.hasKey === false;
  const isAlone = attempt.state === 'unknown' && seconds < ALONE_SECONDS && !isKeyless;
  return (
    <section className={classes.all} aria-labelledby="integrated-doubt">
      <div className={classes.doubt}>
        <h2 id="integrated-doubt" aria-live="polite">
          <IconHelpHexagon size={30} stroke={1.6} aria-hidden="true" /> {t('integrated.doubt.title')}
        </h2>
        <p className={classes.what}>
          {t(`integrated.doubt.${attempt.direction}`, { amount: attempt.amountMinor })}
        </p>
        {attempt.state === 'unknown' ? (
          <>
            <p>{t(isKeyless ? 'integrated.doubt.noKey' : 'integrated.doubt.asking', { terminal })}</p>
            <p>{t('integrated.doubt.check')}</p>
          </>
        ) : null}
        {attempt.state === 'conflict' ? <p>{t('integrated.doubt.conflict')}</p> : null}
        {attempt.state === 'conflict' && isTerminalWhy(attempt.terminalWhy) ? (
          <p>{t(`integrated.why.${attempt.terminalWhy}`)}</p>
        ) : null}
        {attempt.state === 'needs-operator' ? <p>{t('integrated.doubt.notFound')}</p> : null}
        {attempt.direction === 'in' ? <p>{t('integrated.doubt.serve')}</p> : null}
        {isAlone || isKeyless || attempt.state !== 'unknown' ? null : (
          <p className={classes.what}>{t('integrated.doubt.silent', { seconds })}</p>
        )}
      </div>
      {isAlone ? null : <IntegratedAnswer {...props} />}
    </section>
  );
}
