import { useRead } from '../../connection/use-read.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Page } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { BackToTill } from './back-to-till.tsx';
import { SessionReport } from './session-report.tsx';

/** The X: the session so far, for those who may see what the drawer should hold. */
export function XPage({ tillId }: { tillId: number }) {
  const { t } = useWords();
  const x = useRead('till.readX', { tillId });
  if (x.failure) return <FailureAlert failure={x.failure} />;
  if (!x.data) return null;
  const { tillName, at, report } = x.data;
  return (
    <Page
      title={t('tillReport.xTitle', { name: tillName })}
      lead={t('tillReport.xLead', { at })}
      actions={<BackToTill tillId={tillId} />}
    >
      <SessionReport report={report} />
    </Page>
  );
}
