import { Button } from '@mantine/core';
import { useState } from 'react';
import { xPaper } from '../../../shared/document/x-paper.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { useRead } from '../../connection/use-read.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Page } from '../../parts/page.tsx';
import { PaperDialog } from '../../parts/paper-dialog.tsx';
import { useWords } from '../../shell/language.ts';
import { BackToTill } from './back-to-till.tsx';
import { SessionReport } from './session-report.tsx';

/** The X: the session so far, for those who may see what the drawer should hold. */
export function XPage({ tillId }: { tillId: number }) {
  const { t } = useWords();
  const [isSeen, setSeen] = useState(false);
  const organisation = useOrganisation();
  const read = useRead('till.readX', { tillId });
  if (read.failure) return <FailureAlert failure={read.failure} />;
  const x = read.data;
  if (!x) return null;
  return (
    <Page
      title={t('tillReport.xTitle', { name: x.tillName })}
      lead={t('tillReport.xLead', { at: x.at })}
      actions={
        <>
          <Button variant="default" onClick={() => setSeen(true)}>
            {t('document.preview.see')}
          </Button>
          <BackToTill tillId={tillId} />
        </>
      }
    >
      <SessionReport report={x.report} />
      {isSeen && organisation ? (
        <PaperDialog
          paper={xPaper({ organisation, copy: 0, x })}
          number={`X-${tillId}`}
          onClose={() => setSeen(false)}
        />
      ) : null}
    </Page>
  );
}
