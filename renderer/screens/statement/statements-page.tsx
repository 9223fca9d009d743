import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowLeft, IconFileInvoice } from '@tabler/icons-react';
import { useState } from 'react';
import { useRead } from '../../connection/use-read.ts';
import { ClientPicker } from '../../parts/client-picker.tsx';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { useHelp } from '../../shell/help.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import { CandidateTable } from './candidate-table.tsx';
import { RunPanel } from './run-panel.tsx';
import classes from './statement.module.css';
import { inputOf, NEW_ASK, periodOf, type StatementAsk } from './statement-ask.ts';
import { StatementFields } from './statement-fields.tsx';
import { startRun, useStatementRun } from './statement-run.ts';

const WHO = ['balance', 'moved', 'chosen'] as const;

/** Statements of many clients: who, which days, then one after the other into one PDF (domain.md B22). */
export function StatementsPage() {
  const { t } = useWords();
  const { run } = useStatementRun();
  useHelp({ paragraphs: [t('statement.help.lead'), t('statement.help.many')], keys: [] });
  return (
    <Page
      title={t('statement.many')}
      lead={t('statement.page.lead')}
      actions={
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={18} aria-hidden="true" />}
          onClick={() => goTo('client')}
        >
          {t('statement.page.back')}
        </Button>
      }
    >
      {run ? <RunPanel run={run} /> : <ChooseClients />}
    </Page>
  );
}

function ChooseClients() {
  const { t } = useWords();
  const [ask, setAsk] = useState<StatementAsk>(NEW_ASK);
  const [who, setWho] = useState<(typeof WHO)[number]>('balance');
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const found = useRead(
    'statement.candidates',
    { who, ...(who === 'chosen' ? { clientIds: [...chosen] } : {}), ...periodOf(ask) },
    { keepPrevious: true },
  );
  const candidates = found.data?.clients ?? [];
  const picked = candidates.filter(({ clientId }) => !leftOut.has(clientId));
  const choose = (next: string) => {
    setWho(next as (typeof WHO)[number]);
    setLeftOut(new Set());
  };
  return (
    <>
      <Panel>
        <div className={classes.stack}>
          <StatementFields ask={ask} onChange={setAsk} />
          <SegmentedControl
            aria-label={t('statement.page.who')}
            value={who}
            onChange={choose}
            data={WHO.map((value) => ({ value, label: t(`statement.page.whoChoice.${value}`) }))}
          />
          {who === 'chosen' ? (
            <ClientPicker
              key={chosen.length}
              autoFocus
              onPick={(clientId) => setChosen([...new Set([...chosen, clientId])])}
            />
          ) : null}
          <FailureAlert failure={found.failure} />
          <ConfirmBar
            label={t('statement.page.start', { count: picked.length })}
            disabled={picked.length === 0 || found.failure !== null}
            onConfirm={() => startRun(picked, inputOf(ask))}
          />
        </div>
      </Panel>
      <Panel>
        {candidates.length === 0 ? (
          <Empty
            icon={IconFileInvoice}
            title={t('statement.page.nobody')}
            lead={t('statement.page.nobodyLead')}
          />
        ) : (
          <CandidateTable candidates={candidates} leftOut={leftOut} onChange={setLeftOut} />
        )}
        {found.data?.hasMore ? <p className={classes.soft}>{t('statement.page.tooMany')}</p> : null}
      </Panel>
    </>
  );
}
