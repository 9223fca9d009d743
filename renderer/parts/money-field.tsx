import { TextInput } from '@mantine/core';
import { type ReactNode, type Ref, useEffect, useState } from 'react';
import { formatMoney, formatMoneyPlain } from '../../shared/i18n/format.ts';
import { useWords } from '../shell/language.ts';
import classes from './money-field.module.css';
import { parseMoneyText } from './money-text.ts';

interface MoneyFieldProps {
  readonly label: string;
  /** Cents, or null when the field is empty. */
  readonly value: number | null;
  readonly onChange: (minor: number | null) => void;
  readonly description?: string;
  readonly error?: ReactNode;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly required?: boolean;
  readonly name?: string;
  readonly onEnter?: () => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** An amount typed from the keyboard: "4000" and "40,00" are both 40.00; what is understood shows beside it. */
export function MoneyField({ value, onChange, onEnter, inputRef, error, ...rest }: MoneyFieldProps) {
  const { t, language } = useWords();
  const [text, setText] = useState(value === null ? '' : formatMoneyPlain(value, language));
  const understood = parseMoneyText(text);
  const isWrong = text.trim() !== '' && understood === null;

  // Only another value than the typed one (a quick amount, a reset) replaces what is being typed
  useEffect(() => {
    setText((typed) => {
      const same = typed.trim() === '' ? value === null : parseMoneyText(typed) === value;
      return same ? typed : value === null ? '' : formatMoneyPlain(value, language);
    });
  }, [value, language]);

  return (
    <TextInput
      {...rest}
      // a dialog's focus trap looks for this one
      data-autofocus={rest.autoFocus || undefined}
      ref={inputRef}
      value={text}
      inputMode="decimal"
      autoComplete="off"
      classNames={{ input: classes.input, section: classes.section }}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      rightSectionWidth={116}
      rightSectionPointerEvents="none"
      rightSection={
        understood !== null && <span aria-hidden="true">{formatMoney(understood, language)}</span>
      }
      error={isWrong ? t('shell.money.notAnAmount') : error}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        onChange(typed.trim() === '' ? null : parseMoneyText(typed));
      }}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => understood !== null && setText(formatMoneyPlain(understood, language))}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !onEnter || isWrong) return;
        event.preventDefault();
        onEnter();
      }}
    />
  );
}
