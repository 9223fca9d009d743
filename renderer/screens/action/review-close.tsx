import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useHasRole } from '../../connection/session.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './action.module.css';

interface Props {
  zNumber: string;
  onAnswered: (notice: string) => void;
}

/** A close with a difference: what was expected and counted, why, and a supervisor's mark that it was looked at. */
export function ReviewClose({ zNumber, onAnswered }: Props) {
  const { t } = useWords();
  const isSupervisor = useHasRole('supervisor');
  const { data: close, failure } = useRead('till.readZ', { zNumber });
  const review = useCommand('till.review', zNumber);
  const [note, setNote] = useState('');
  if (failure) return <FailureAlert failure={failure} />;
  if (!close) return null;
  const send = async () => {
    if (await review.run({ zNumber, ...(note.trim() ? { note: note.trim() } : {}) }))
      onAnswered(t('action.review.done', { number: zNumber }));
  };
  return (
    <>
      <dl className={classes.pairs}>
        <div>
          <dt>{t('action.review.expected')}</dt>
          <dd>
            <Amount minor={close.expectedMinor} />
          </dd>
        </div>
        <div>
          <dt>{t('action.review.counted')}</dt>
          <dd>
            <Amount minor={close.countedMinor} />
          </dd>
        </div>
        <div>
          <dt>{t('action.review.reason')}</dt>
          <dd>{close.differenceReason || t('action.review.noReason')}</dd>
        </div>
        {close.acceptedBy ? (
          <div>
            <dt>{t('action.review.acceptedBy')}</dt>
            <dd>{close.acceptedBy}</dd>
          </div>
        ) : null}
      </dl>
      {isSupervisor ? (
        <>
          <TextInput
            label={t('action.review.note')}
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <FailureAlert failure={review.failure} isUnanswered={review.isUnanswered} />
          <div>
            <Button loading={review.isRunning} onClick={() => void send()}>
              {t('action.review.mark')}
            </Button>
          </div>
        </>
      ) : (
        <p className={classes.soft}>{t('action.review.supervisor')}</p>
      )}
    </>
  );
}
