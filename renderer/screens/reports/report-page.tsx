import { Alert, Button, Progress } from '@mantine/core';
import { IconArrowLeft, IconPlayerStop, IconRefresh, IconReportOff } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { ReportDocument } from '../../../shared/contract/report-model.ts';
import { formatDate } from '../../../shared/i18n/format.ts';
import { guichet } from '../../connection/guichet.ts';
import { type ReportState, useReport } from '../../connection/use-report.ts';
import { Empty } from '../../parts/empty.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { ReportExport } from '../../parts/report-export.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import { PeriodPicker } from './period-picker.tsx';
import { inputOf, paramsOf, REPORTS, type ReportAsk } from './report-ask.ts';
import { ReportFilters } from './report-filters.tsx';
import { ReportTable } from './report-table.tsx';
import { ReportTotals } from './report-totals.tsx';
import classes from './reports.module.css';
import { TieOuts } from './tie-outs.tsx';

const ReportCharts = lazy(() => import('./report-charts.tsx'));

/** A report that takes no longer shows no progress: a bar that flashes only disquiets. */
const SHOWS_AFTER_MS = 350;

interface ReportPageProps {
  readonly ask: ReportAsk;
  readonly today: string;
  readonly fiscalMonth: number;
}

/** One report: its days, what it is narrowed to, its sums, what it was compared with, its tables. */
export function ReportPage({ ask, today, fiscalMonth }: ReportPageProps) {
  const { t, language } = useWords();
  const { name, asks, ofDesk } = REPORTS[ask.id];
  const state = useReport(name, inputOf(ask));
  const change = (next: ReportAsk) => goTo('reports', null, paramsOf(next));
  const report = state.report?.report === ask.id ? state.report : null;
  useKeys({ Escape: state.isRunning ? state.stop : undefined });
  return (
    <Page
      title={t(`report.name.${ask.id}`)}
      lead={t(`report.lead.${ask.id}`)}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconArrowLeft size={18} aria-hidden="true" />}
            onClick={() => goTo('reports')}
          >
            {t('reportScreen.all')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconRefresh size={18} aria-hidden="true" />}
            disabled={state.isRunning}
            onClick={state.again}
          >
            {t('reportScreen.again')}
          </Button>
        </>
      }
    >
      <Panel>
        <div className={classes.asked}>
          <PeriodPicker
            ask={ask}
            today={today}
            fiscalMonth={fiscalMonth}
            isDay={asks === 'day'}
            onChange={change}
          />
          {ofDesk ? <ReportFilters ask={ask} onChange={change} /> : null}
        </div>
      </Panel>
      <RunBar state={state} />
      <FailureAlert failure={state.failure} />
      {report ? (
        <div className={classes.report} data-old={state.isRunning || undefined} aria-busy={state.isRunning}>
          <p className="seen-by-readers" role="status">
            {t('reportScreen.ready', {
              name: report.title[language],
              date: formatDate(report.toDate, language),
            })}
          </p>
          <ReportExport read={() => readWhole(ask)} />
          <ReportBody report={report} ask={ask} />
        </div>
      ) : null}
    </Page>
  );
}

/** The report as a file has it: every row of it, worked out again. */
async function readWhole(ask: ReportAsk) {
  const { name } = REPORTS[ask.id];
  const outcome = await guichet.call(name, { ...inputOf(ask), allRows: true });
  return outcome.ok ? { report: outcome.value } : { failure: outcome.failure };
}

function ReportBody({ report, ask }: { report: ReportDocument; ask: ReportAsk }) {
  const { t, language } = useWords();
  const shown = report.sections.filter(({ rows }) => rows.length > 0);
  return (
    <>
      <ReportTotals report={report} />
      {report.notes.map((note) => (
        <Alert key={note.fr} color="gray" variant="light">
          {note[language]}
        </Alert>
      ))}
      <TieOuts ties={report.ties} />
      {report.charts.length === 0 ? null : (
        <Suspense fallback={<div className={classes.chartWait} />}>
          <ReportCharts charts={report.charts} />
        </Suspense>
      )}
      {shown.length === 0 ? (
        <Panel>
          <Empty icon={IconReportOff} title={t('reportScreen.empty')} lead={t('reportScreen.emptyLead')} />
        </Panel>
      ) : (
        shown.map((section) => (
          <Panel key={section.id} title={section.title[language]}>
            <ReportTable section={section} ask={ask} />
          </Panel>
        ))
      )}
    </>
  );
}

/** How far a long report is, and the way to stop it. */
function RunBar({ state }: { state: Pick<ReportState<'report.held'>, 'isRunning' | 'progress' | 'stop'> }) {
  const { t } = useWords();
  const isLong = useLasting(state.isRunning);
  if (!isLong) return null;
  return (
    <Panel>
      <div className={classes.run}>
        <Progress.Root size={14} className={classes.bar}>
          <Progress.Section value={state.progress * 100} aria-label={t('reportScreen.running')} />
        </Progress.Root>
        <p role="status">{t('reportScreen.runningShare', { share: Math.round(state.progress * 100) })}</p>
        <Button
          variant="default"
          leftSection={<IconPlayerStop size={18} aria-hidden="true" />}
          onClick={state.stop}
        >
          {t('reportScreen.stop')}
        </Button>
      </div>
    </Panel>
  );
}

/** True once something has lasted a moment. */
function useLasting(isOn: boolean): boolean {
  const [isLasting, setLasting] = useState(false);
  useEffect(() => {
    if (!isOn) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), SHOWS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isOn]);
  return isOn && isLasting;
}
