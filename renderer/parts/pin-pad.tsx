import { PasswordInput } from '@mantine/core';
import { IconBackspace } from '@tabler/icons-react';
import { useWords } from '../shell/language.ts';
import classes from './pin-pad.module.css';

interface PinPadProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (pin: string) => void;
  readonly onEnter?: () => void;
  readonly error?: string | null;
  readonly description?: string;
  readonly autoFocus?: boolean;
  /** Hides the keys where a second PIN field follows. */
  readonly withKeys?: boolean;
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const LONGEST = 12;

/** A PIN from the keyboard or from big keys; only digits get in. */
export function PinPad(props: PinPadProps) {
  const { t } = useWords();
  const { label, value, onChange, onEnter, error, description, autoFocus, withKeys = true } = props;
  const change = (text: string) => onChange(text.replace(/\D/g, '').slice(0, LONGEST));
  return (
    <div className={classes.pad}>
      <PasswordInput
        label={label}
        description={description}
        value={value}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !onEnter) return;
          event.preventDefault();
          onEnter();
        }}
        error={error}
        inputMode="numeric"
        autoComplete="off"
        autoFocus={autoFocus}
        size="md"
        classNames={{ innerInput: classes.digits }}
        visibilityToggleButtonProps={{ 'aria-hidden': true, tabIndex: -1 }}
      />
      {withKeys && (
        <fieldset className={classes.keys}>
          <legend className="seen-by-readers">{t('signIn.pad')}</legend>
          {DIGITS.map((digit) => (
            <button key={digit} type="button" className={classes.key} onClick={() => change(value + digit)}>
              {digit}
            </button>
          ))}
          <span />
          <button type="button" className={classes.key} onClick={() => change(`${value}0`)}>
            0
          </button>
          <button
            type="button"
            className={classes.key}
            aria-label={t('signIn.erase')}
            onClick={() => change(value.slice(0, -1))}
          >
            <IconBackspace size={24} aria-hidden="true" />
          </button>
        </fieldset>
      )}
    </div>
  );
}
