import { Page } from '../../parts/page.tsx';
import { useHelp } from '../../shell/help.tsx';
import { useWords } from '../../shell/language.ts';
import { ActionTabs, useActionTab } from './action-tabs.tsx';
import { ExceptionList } from './exception-list.tsx';
import { WorklistPage } from './worklist-page.tsx';

/** The one place where money that needs a hand is seen to; beside it, for a supervisor, the refunds to look at. */
export function ActionScreen() {
  const { t } = useWords();
  useHelp({
    paragraphs: [t('action.lead'), t('action.help.lead'), t('action.help.claim'), t('action.supervisorRule')],
    keys: [
      ['↑ ↓', t('action.help.arrows')],
      ['↵', t('action.help.open')],
      ['C', t('action.help.claimKey')],
      ['F7 F8 F9 F10', t('action.help.answers')],
    ],
  });
  const tab = useActionTab();
  if (tab === 'toSettle') return <WorklistPage />;
  return (
    <Page title={t('action.exceptions.title')} actions={<ActionTabs tab={tab} />}>
      <ExceptionList />
    </Page>
  );
}
