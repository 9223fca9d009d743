import { IconLock } from '@tabler/icons-react';
import { localDateOf } from '../../../shared/domain/local-time.ts';
import { useHasRole } from '../../connection/session.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { Empty } from '../../parts/empty.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { useHelp } from '../../shell/help.tsx';
import { useWords } from '../../shell/language.ts';
import { useRoute } from '../../shell/router.ts';
import { readAsk } from './report-ask.ts';
import { ReportList } from './report-list.tsx';
import { ReportPage } from './report-page.tsx';

/** Reports, for supervisors (domain.md B22): the list, or the one that the address asks for. */
export function ReportsScreen() {
  const { t } = useWords();
  useHelp({
    paragraphs: [t('reportScreen.help.lead'), t('reportScreen.help.ties'), t('reportScreen.help.closer')],
    keys: [[t('shell.key.escape'), t('reportScreen.stop')]],
  });
  const route = useRoute();
  const isSupervisor = useHasRole('supervisor');
  const organisation = useOrganisation();
  if (!isSupervisor)
    return (
      <Page title={t('reportScreen.title')}>
        <Panel>
          <Empty icon={IconLock} title={t('reportScreen.closed')} lead={t('reportScreen.closedLead')} />
        </Panel>
      </Page>
    );
  if (!organisation) return null;
  const today = localDateOf(new Date().toISOString(), organisation.timeZone);
  const { fiscalMonth } = organisation;
  const ask = readAsk(route, today, fiscalMonth);
  return ask ? <ReportPage key={ask.id} ask={ask} today={today} fiscalMonth={fiscalMonth} /> : <ReportList />;
}
