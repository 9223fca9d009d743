import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useRead } from '../../connection/use-read.ts';
import { Empty } from '../../parts/empty.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { useHelp } from '../../shell/help.tsx';
import { useWords } from '../../shell/language.ts';
import { replaceRoute, useRoute } from '../../shell/router.ts';
import classes from './action.module.css';
import { ActionList } from './action-list.tsx';
import { ActionTabs, useActionTab } from './action-tabs.tsx';
import { ExceptionList } from './exception-list.tsx';
import { Settlement } from './settlement.tsx';

/** The one place where money of unknown fate is settled: a list of questions, and the chosen one with its answers. */
export function ActionScreen() {
  const { t } = useWords();
  useHelp({
    paragraphs: [t('action.lead'), t('action.help.lead'), t('action.supervisorRule')],
    keys: [
      ['↑ ↓', t('action.help.arrows')],
      ['↵', t('action.help.open')],
      ['F7 F8 F9 F10', t('action.help.answers')],
    ],
  });
  const tab = useActionTab();
  const params = useRoute((route) => route.params);
  const [notice, setNotice] = useState<string | null>(null);
  const { data, failure } = useRead('action.list', {});
  if (tab === 'exceptions')
    return (
      <Page title={t('action.exceptions.title')} actions={<ActionTabs tab={tab} />}>
        <ExceptionList />
      </Page>
    );
  if (failure) return <FailureAlert failure={failure} />;
  if (!data) return null;
  const { actions } = data;
  const chosen =
    actions.find((row) => row.actionId === params.row) ??
    actions.find((row) => row.refundId !== null && String(row.refundId) === params.refund);
  return (
    <Page title={t('action.title')} lead={t('action.lead')} actions={<ActionTabs tab={tab} />}>
      <p role="status" className={notice ? classes.soft : 'seen-by-readers'}>
        {notice}
      </p>
      {actions.length === 0 ? (
        <Panel>
          <Empty icon={IconCircleCheck} title={t('action.empty')} lead={t('action.emptyLead')} />
        </Panel>
      ) : (
        <div className={classes.columns}>
          <ActionList
            actions={actions}
            chosenId={chosen?.actionId ?? null}
            onChoose={(row) => {
              setNotice(null);
              replaceRoute('action', null, { row: row.actionId });
            }}
          />
          {chosen ? (
            <Settlement key={chosen.actionId} row={chosen} onAnswered={setNotice} />
          ) : (
            <Panel>
              <p className={classes.soft}>{t('action.pick')}</p>
            </Panel>
          )}
        </div>
      )}
    </Page>
  );
}
