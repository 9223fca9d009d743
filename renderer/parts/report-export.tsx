import { Alert, Button } from '@mantine/core';
import { IconFileSpreadsheet, IconFileTypeCsv, IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReportDocument } from '../../shared/contract/report-model.ts';
import { reportCsv } from '../../shared/export/report-csv.ts';
import { reportPdf } from '../../shared/export/report-pdf.ts';
import { reportWorkbook } from '../../shared/export/report-workbook.ts';
import type { Failure } from '../../shared/i18n/describe-failure.ts';
import { DEFAULT_TIME_ZONE, type Language } from '../../shared/i18n/format.ts';
import { useOrganisation } from '../connection/use-organisation.ts';
import { useWords } from '../shell/language.ts';
import { FailureAlert } from './failure-alert.tsx';
import { makePdf } from './make-pdf.ts';
import classes from './print-button.module.css';
import { readLogo } from './read-logo.ts';
import { saveFile } from './save-file.ts';

const KINDS = [
  ['xlsx', IconFileSpreadsheet],
  ['csv', IconFileTypeCsv],
  ['pdf', IconFileTypePdf],
] as const;
type Kind = (typeof KINDS)[number][0];

interface Props {
  /** Asks for the report again, with every row; a refusal is shown here. */
  readonly read: () => Promise<{ readonly report: ReportDocument } | { readonly failure: Failure }>;
}

/** Saves a whole report as a workbook, as CSV or as a PDF, in the language of the screen. */
export function ReportExport({ read }: Props) {
  const { t, language } = useWords();
  const timeZone = useOrganisation()?.timeZone ?? DEFAULT_TIME_ZONE;
  const [making, setMaking] = useState<Kind | null>(null);
  const [failure, setFailure] = useState<Failure | 'unmade' | null>(null);
  const save = async (kind: Kind) => {
    setMaking(kind);
    setFailure(null);
    try {
      const answer = await read();
      if ('failure' in answer) return setFailure(answer.failure);
      const { report } = answer;
      const days = report.fromDate === null ? report.toDate : `${report.fromDate}-${report.toDate}`;
      saveFile(await makeFile(kind, report, language, timeZone), `${report.title[language]} ${days}`, kind);
    } catch {
      setFailure('unmade');
    } finally {
      setMaking(null);
    }
  };
  return (
    <div className={classes.print}>
      {KINDS.map(([kind, Icon]) => (
        <Button
          key={kind}
          variant="default"
          leftSection={<Icon size={18} aria-hidden="true" />}
          loading={making === kind}
          disabled={making !== null && making !== kind}
          onClick={() => void save(kind)}
        >
          {t(`reportExport.${kind}`)}
        </Button>
      ))}
      {failure === 'unmade' ? (
        <Alert color="red">{t('reportExport.failed')}</Alert>
      ) : (
        <FailureAlert failure={failure} />
      )}
    </div>
  );
}

/** The workbook's writer loads with the first workbook. */
async function makeFile(
  kind: Kind,
  report: ReportDocument,
  language: Language,
  timeZone: string,
): Promise<Blob> {
  if (kind === 'csv') return new Blob([reportCsv(report, language, timeZone)], { type: 'text/csv' });
  if (kind === 'pdf') {
    const { logo } = await readLogo();
    return await makePdf(reportPdf(report, language, timeZone, logo));
  }
  const { workbookFile } = await import('../../shared/export/workbook-file.ts');
  return await workbookFile(reportWorkbook(report, language, timeZone));
}
