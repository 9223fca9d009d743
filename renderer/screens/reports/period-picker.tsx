import { ActionIcon, Select, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { movePeriod, PERIOD_KINDS, type PeriodKind, periodOf } from '../../../shared/domain/report-period.ts';
import { useWords } from '../../shell/language.ts';
import type { ReportAsk } from './report-ask.ts';
import classes from './reports.module.css';

interface PeriodPickerProps {
  readonly ask: ReportAsk;
  readonly today: string;
  readonly fiscalMonth: number;
  readonly isDay: boolean;
  readonly onChange: (ask: ReportAsk) => void;
}

/** Which days: a named period, the one before or after it, or any dates. */
export function PeriodPicker({ ask, today, fiscalMonth, isDay, onChange }: PeriodPickerProps) {
  const { t } = useWords();
  const { fromDate, toDate } = ask.period;
  const choose = (kind: PeriodKind) =>
    onChange({
      ...ask,
      periodKind: kind,
      period: kind === 'custom' ? ask.period : periodOf(kind, today, fiscalMonth),
    });
  const move = (direction: -1 | 1) =>
    onChange({ ...ask, period: movePeriod(ask.period, direction), periodKind: movedKind(ask.periodKind) });
  const setDates = (period: ReportAsk['period']) => {
    // A date being typed is no date yet
    if (period.fromDate === '' || period.toDate === '') return;
    const { fromDate: from, toDate: to } = period;
    onChange({ ...ask, periodKind: 'custom', period: from <= to ? period : { fromDate: to, toDate: to } });
  };
  return (
    <fieldset className={classes.period} aria-label={t('reportScreen.period.label')}>
      <ActionIcon variant="default" aria-label={t('reportScreen.period.before')} onClick={() => move(-1)}>
        <IconChevronLeft size={20} aria-hidden="true" />
      </ActionIcon>
      {isDay ? null : (
        <Select
          className={classes.kind}
          label={t('reportScreen.period.kind')}
          allowDeselect={false}
          value={ask.periodKind}
          onChange={(kind) => choose(kind as PeriodKind)}
          data={PERIOD_KINDS.map((kind) => ({ value: kind, label: t(`reportScreen.period.${kind}`) }))}
        />
      )}
      {isDay ? null : (
        <TextInput
          type="date"
          label={t('reportScreen.period.from')}
          value={fromDate}
          onChange={(event) => setDates({ fromDate: event.currentTarget.value, toDate })}
        />
      )}
      <TextInput
        type="date"
        label={isDay ? t('reportScreen.period.day') : t('reportScreen.period.to')}
        value={toDate}
        onChange={(event) =>
          setDates({
            fromDate: isDay ? event.currentTarget.value : fromDate,
            toDate: event.currentTarget.value,
          })
        }
      />
      <ActionIcon variant="default" aria-label={t('reportScreen.period.after')} onClick={() => move(1)}>
        <IconChevronRight size={20} aria-hidden="true" />
      </ActionIcon>
    </fieldset>
  );
}

/** A week moved is still a week, but yesterday moved is only some day. */
function movedKind(kind: PeriodKind): PeriodKind {
  return kind === 'today' || kind === 'yesterday' ? 'custom' : kind;
}
