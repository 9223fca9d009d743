import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../connection/use-command.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './action.module.css';

interface Props {
  actionId: string;
  onDone: () => void;
}

/** Puts a row away, in two steps and with the reason: no money moves by it. */
export function DismissRow({ actionId, onDone }: Props) {
  const { t } = useWords();
  const dismiss = useCommand('action.dismiss', actionId);
  const [isOpen, setOpen] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const isMissing = reason.trim() === '';
  const send = async () => {
    setAsked(true);
    if (isMissing && !dismiss.isUnanswered) return;
    if (await dismiss.run({ actionId, reason: reason.trim() })) onDone();
  };
  if (!isOpen && !dismiss.isUnanswered) {
    return (
      <div>
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('action.can.dismiss')}
        </Button>
      </div>
    );
  }
  return (
    <section className={classes.notes} aria-label={t('action.dismiss.title')}>
      <TextInput
        autoFocus
        label={t('action.dismiss.reason')}
        description={t('action.dismiss.help')}
        maxLength={200}
        value={reason}
        error={isAsked && isMissing ? t('action.dismiss.needed') : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <FailureAlert failure={dismiss.failure} isUnanswered={dismiss.isUnanswered} />
      <div className={classes.links}>
        <Button loading={dismiss.isRunning} onClick={() => void send()}>
          {t('action.dismiss.confirm')}
        </Button>
        <Button variant="default" disabled={dismiss.isRunning} onClick={() => setOpen(false)}>
          {t('action.dismiss.keep')}
        </Button>
      </div>
    </section>
  );
}
