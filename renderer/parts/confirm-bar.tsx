import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../shell/language.ts';
import classes from './confirm-bar.module.css';
import { KeyHint } from './key-hint.tsx';
import { useKeys } from './use-keys.ts';

interface ConfirmBarProps {
  /** What will happen, in words with the amount: « Reçu 40,00 $ → rendre 6,60 $ ». */
  readonly label: ReactNode;
  readonly onConfirm: () => void;
  readonly disabled?: boolean;
  /** The key came while the button is disabled: the page says what it waits for. */
  readonly onEarly?: () => void;
  readonly isRunning?: boolean;
  /** Sent, and the answer was lost: confirming sends it again as it was, whatever the fields say now. */
  readonly isUnanswered?: boolean;
  readonly onBack?: () => void;
  readonly backLabel?: string;
  /** Default F12. */
  readonly confirmKey?: string;
  /** True inside a dialog, whose keys are its own. */
  readonly inDialog?: boolean;
}

/** The one place that confirms, on F12; Esc goes back. Never on Enter alone: money does not move by one stray key. */
export function ConfirmBar(props: ConfirmBarProps) {
  const { t } = useWords();
  const { onConfirm, isRunning = false, isUnanswered = false, onBack, inDialog = false } = props;
  const label = isUnanswered ? t('shell.sendAgain') : props.label;
  const disabled = !isUnanswered && (props.disabled ?? false);
  const confirmKey = props.confirmKey ?? 'F12';
  useKeys(
    {
      [confirmKey]: isRunning ? undefined : disabled ? props.onEarly : onConfirm,
      Escape: onBack && !isRunning ? onBack : undefined,
    },
    { inDialog },
  );
  return (
    <div className={classes.bar}>
      <Button
        classNames={{ root: classes.confirm, label: classes.label }}
        fullWidth
        onClick={onConfirm}
        disabled={disabled}
        loading={isRunning}
        aria-keyshortcuts={confirmKey}
        rightSection={<KeyHint keys={confirmKey} on={disabled ? 'light' : 'dark'} />}
        justify="space-between"
      >
        {label}
      </Button>
      {onBack && (
        <Button
          variant="default"
          fullWidth
          onClick={onBack}
          disabled={isRunning}
          aria-keyshortcuts="Escape"
          rightSection={<KeyHint keys={t('shell.key.escape')} />}
          justify="space-between"
        >
          {props.backLabel ?? t('shell.back')}
        </Button>
      )}
    </div>
  );
}
