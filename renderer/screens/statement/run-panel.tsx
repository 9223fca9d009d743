import { Button, Progress } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { memo } from 'react';
import { formatCount } from '../../../shared/i18n/format.ts';
import { useRefusalText } from '../../connection/use-refusal-text.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Panel } from '../../parts/page.tsx';
import { PdfButton } from '../../parts/pdf-button.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { useWords } from '../../shell/language.ts';
import { hashOf } from '../../shell/router.ts';
import classes from './statement.module.css';
import { forgetRun, type Run, type RunRow, resumeRun, stopRun } from './statement-run.ts';
import { useRunPapers } from './use-run-papers.ts';

/** A series under way or at an end: how far, who got one, who had none and why, and the one PDF. */
export function RunPanel({ run }: { run: Run }) {
  const { t, language } = useWords();
  const { papers, total: paperTotal } = useRunPapers(run);
  const total = run.rows.length;
  const done = run.rows.filter(({ outcome }) => outcome !== null).length;
  const made = run.rows.filter(({ outcome }) => outcome?.kind === 'made').length;
  const [first, ...others] = papers;
  useKeys({ Escape: run.isRunning ? stopRun : undefined });
  const counted = { done: formatCount(done, language), total: formatCount(total, language) };
  return (
    <>
      <Panel title={t('statement.page.running')}>
        <div className={classes.stack}>
          <Progress.Root size={14}>
            <Progress.Section value={(done / total) * 100} aria-label={t('statement.page.running')} />
          </Progress.Root>
          <div className={classes.row}>
            <p role="status">{sentenceOf()}</p>
            {run.isRunning ? (
              <Button
                variant="default"
                leftSection={<IconPlayerStop size={18} aria-hidden="true" />}
                aria-keyshortcuts="Escape"
                onClick={stopRun}
              >
                {t('statement.page.cancel')}
              </Button>
            ) : done < total ? (
              <Button
                leftSection={<IconPlayerPlay size={18} aria-hidden="true" />}
                onClick={() => void resumeRun()}
              >
                {t('statement.page.resume', { count: total - done })}
              </Button>
            ) : null}
          </div>
          <FailureAlert failure={run.failure} isUnanswered={run.isUnanswered} />
          {run.isRunning ? null : (
            <div className={classes.ends}>
              {first && papers.length === paperTotal ? (
                <PdfButton
                  paper={first}
                  others={others}
                  label={t('statement.page.pdf')}
                  fileName={t('statement.page.pdfName')}
                />
              ) : null}
              <Button variant="default" onClick={forgetRun}>
                {t('statement.page.again')}
              </Button>
              {papers.length < paperTotal ? (
                <p className={classes.soft}>
                  {t('statement.page.collecting', { done: papers.length, total: paperTotal })}
                </p>
              ) : null}
            </div>
          )}
        </div>
      </Panel>
      <Panel>
        <table className={classes.table} aria-label={t('statement.page.column.result')}>
          <thead>
            <tr>
              <th scope="col">{t('statement.page.column.client')}</th>
              <th scope="col">{t('statement.page.column.result')}</th>
            </tr>
          </thead>
          <tbody>
            {run.rows.map((row) => (
              <ResultRow key={row.clientId} row={row} />
            ))}
          </tbody>
        </table>
      </Panel>
    </>
  );

  function sentenceOf(): string {
    if (run.isRunning) return t('statement.page.progress', counted);
    if (done < total) return t('statement.page.stopped', counted);
    return t('statement.page.finished', {
      made: formatCount(made, language),
      left: formatCount(total - made, language),
    });
  }
}

const ResultRow = memo(({ row }: { row: RunRow }) => {
  const { t } = useWords();
  const describe = useRefusalText();
  const { outcome } = row;
  return (
    <tr>
      <td>
        <a className={classes.link} href={hashOf('client', row.clientId)}>
          {row.name}
        </a>{' '}
        <span className={classes.under}>{row.number}</span>
      </td>
      <td>
        {outcome === null
          ? t('statement.page.result.waiting')
          : outcome.kind === 'made'
            ? t('statement.page.result.made', { number: outcome.number })
            : describe(outcome.failure)}
      </td>
    </tr>
  );
});
ResultRow.displayName = 'ResultRow';
