import { Button, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useRead } from '../../connection/use-read.ts';
import { useWords } from '../../shell/language.ts';
import type { ReportAsk } from './report-ask.ts';
import classes from './reports.module.css';

interface ReportFiltersProps {
  readonly ask: ReportAsk;
  readonly onChange: (ask: ReportAsk) => void;
}

/** One till, one person; and the way back from a closer look. */
export function ReportFilters({ ask, onChange }: ReportFiltersProps) {
  const { t } = useWords();
  const tills = useRead('till.list', {}).data?.tills ?? [];
  const staff = useRead('staff.names', {}).data?.staff ?? [];
  return (
    <div className={classes.filters}>
      <Select
        label={t('report.filter.till')}
        placeholder={t('reportScreen.anyTill')}
        clearable
        clearButtonProps={{ 'aria-label': t('reportScreen.anyTill') }}
        value={ask.tillId === null ? null : String(ask.tillId)}
        onChange={(value) => onChange({ ...ask, tillId: value === null ? null : Number(value) })}
        data={tills.map(({ tillId, name }) => ({ value: String(tillId), label: name }))}
      />
      <Select
        label={t('report.filter.staff')}
        placeholder={t('reportScreen.anybody')}
        clearable
        clearButtonProps={{ 'aria-label': t('reportScreen.anybody') }}
        value={ask.staffId === null ? null : String(ask.staffId)}
        onChange={(value) => onChange({ ...ask, staffId: value === null ? null : Number(value) })}
        data={staff.map(({ staffId, name }) => ({ value: String(staffId), label: name }))}
      />
      {ask.closer.detail === undefined ? null : (
        <Button
          variant="default"
          leftSection={<IconX size={18} aria-hidden="true" />}
          onClick={() => onChange({ ...ask, closer: {} })}
        >
          {t('reportScreen.wholeReport')}
        </Button>
      )}
    </div>
  );
}
