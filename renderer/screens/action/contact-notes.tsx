import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './action.module.css';

type ActionRead = OutputOf<'action.read'>;
type Way = ActionRead['notes'][number]['way'];
const WAYS: readonly Way[] = ['phone', 'email', 'in-person', 'letter', 'other'];

/** How to reach the client, what was said so far, and what is said now. */
export function ContactNotes({ read }: { read: ActionRead }) {
  const { t } = useWords();
  const timeZone = useOrganisation()?.timeZone;
  const { actionId } = read.action;
  const keep = useCommand('action.note', actionId);
  const [way, setWay] = useState<Way>('phone');
  const [note, setNote] = useState('');
  const contact = [read.clientPhone, read.clientEmail].filter(Boolean).join(' · ');
  const send = async () => {
    if (note.trim() === '' && !keep.isUnanswered) return;
    if (await keep.run({ actionId, way, note: note.trim() })) setNote('');
  };
  return (
    <section className={classes.notes} aria-label={t('action.note.title')}>
      <div className={classes.notesHead}>
        <h3 className={classes.smallTitle}>{t('action.note.title')}</h3>
        {contact ? <span className={classes.soft}>{contact}</span> : null}
      </div>
      {read.notes.length > 0 ? (
        <ul className={classes.said}>
          {read.notes.map((each) => (
            <li key={`${each.at} ${each.note}`}>
              <span className={classes.soft}>
                {t('action.note.by', {
                  way: t(`action.note.way.${each.way}`),
                  name: each.staffName,
                  at: each.at,
                  timeZone,
                })}
              </span>
              <span className={classes.noteText}>{each.note}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <SegmentedControl
        aria-label={t('action.note.how')}
        value={way}
        onChange={(chosen) => setWay(chosen as Way)}
        data={WAYS.map((value) => ({ value, label: t(`action.note.way.${value}`) }))}
      />
      <Textarea
        aria-label={t('action.note.what')}
        placeholder={t('action.note.placeholder')}
        autosize
        minRows={1}
        maxRows={5}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <FailureAlert failure={keep.failure} isUnanswered={keep.isUnanswered} />
      <div>
        <Button
          variant="default"
          loading={keep.isRunning}
          disabled={note.trim() === '' && !keep.isUnanswered}
          onClick={() => void send()}
        >
          {t('action.note.keep')}
        </Button>
      </div>
    </section>
  );
}
