import { SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { STATEMENT_KINDS } from '../../../shared/domain/statement.ts';
import { useWords } from '../../shell/language.ts';
import classes from './statement.module.css';
import type { StatementAsk } from './statement-ask.ts';

const MESSAGE_MAX = 500;

interface StatementFieldsProps {
  readonly ask: StatementAsk;
  readonly onChange: (ask: StatementAsk) => void;
  readonly disabled?: boolean;
}

/** Kind, period and message: the same for one client and for many. */
export function StatementFields({ ask, onChange, disabled = false }: StatementFieldsProps) {
  const { t } = useWords();
  return (
    <fieldset className={classes.fields} disabled={disabled}>
      <div className={classes.kind}>
        <SegmentedControl
          aria-label={t('statement.form.kind')}
          value={ask.kind}
          disabled={disabled}
          data={STATEMENT_KINDS.map((kind) => ({ value: kind, label: t(`statement.kind.${kind}`) }))}
          onChange={(kind) => onChange({ ...ask, kind: kind as StatementAsk['kind'] })}
        />
        <p className={classes.soft}>{t(`statement.kindHint.${ask.kind}`)}</p>
      </div>
      <TextInput
        type="date"
        label={t('statement.form.from')}
        description={t('statement.form.fromHint')}
        value={ask.fromDate}
        onChange={(event) => onChange({ ...ask, fromDate: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('statement.form.to')}
        description={t('statement.form.toHint')}
        value={ask.toDate}
        onChange={(event) => onChange({ ...ask, toDate: event.currentTarget.value })}
      />
      <Textarea
        className={classes.message}
        label={t('statement.form.message')}
        description={t('statement.form.left', { count: MESSAGE_MAX - ask.message.length })}
        rows={2}
        maxLength={MESSAGE_MAX}
        value={ask.message}
        onChange={(event) => onChange({ ...ask, message: event.currentTarget.value })}
      />
    </fieldset>
  );
}
