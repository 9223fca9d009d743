import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { Failure } from '../../shared/i18n/describe-failure.ts';
import { useRefusalText } from '../connection/use-refusal-text.ts';
import { useWords } from '../shell/language.ts';
import classes from './failure-alert.module.css';

interface FailureAlertProps {
  readonly failure: Failure | null;
  /** From `useCommand`: sent, and the answer was lost. */
  readonly isUnanswered?: boolean;
}

/** A refusal in words that say what would pass, or that an answer was lost; read out at once. */
export function FailureAlert({ failure, isUnanswered = false }: FailureAlertProps) {
  const { t } = useWords();
  const describe = useRefusalText();
  if (!failure && !isUnanswered) return null;
  return (
    <Alert
      role="alert"
      color={failure ? 'brick' : 'amber'}
      variant="light"
      icon={<IconAlertCircle aria-hidden="true" />}
      classNames={{ message: classes.message, root: classes.root }}
    >
      {failure ? describe(failure) : t('shell.unanswered')}
    </Alert>
  );
}
