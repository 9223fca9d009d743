import { Alert, Button, NativeSelect, Progress, TextInput } from '@mantine/core';
import { IconBook2, IconPlayerStop } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { InputOf } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/i18n/describe-failure.ts';
import { formatCount } from '../../shared/i18n/format.ts';
import { guichet } from '../connection/guichet.ts';
import { useWords } from '../shell/language.ts';
import { FailureAlert } from './failure-alert.tsx';
import classes from './journal-export.module.css';
import { Panel } from './page.tsx';
import { saveFile } from './save-file.ts';

type Asked = InputOf<'report.journal'>;
interface Share {
  readonly done: number;
  readonly total: number;
}

/** Saves the journal as text for ledger programs: page by page, with how far it is, and stoppable at any page. */
export function JournalExport() {
  const { t, language } = useWords();
  const [asked, setAsked] = useState({ syntax: 'ledger', form: 'full', fromDate: '', toDate: '' });
  const [share, setShare] = useState<Share | null>(null);
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isLost, setLostPage] = useState(false);
  const run = useRef<AbortController | null>(null);
  useEffect(() => () => run.current?.abort(), []);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const own = new AbortController();
    run.current = own;
    setFailure(null);
    setLostPage(false);
    setSaid('');
    setShare({ done: 0, total: 0 });
    const outcome = await readJournal(inputOf(asked), own.signal, setShare).catch(() => null);
    setShare(null);
    if (own.signal.aborted) return;
    if (outcome === null) return setLostPage(true);
    if (outcome.failure) return setFailure(outcome.failure);
    const blob = new Blob(outcome.parts, { type: 'text/plain;charset=utf-8' });
    saveFile(blob, t('reportExport.journal.fileName'), asked.syntax === 'ledger' ? 'journal' : 'beancount');
    setSaid(t('reportExport.journal.saved', { total: formatCount(outcome.total, language) }));
  };
  const change = (part: Partial<typeof asked>) => setAsked({ ...asked, ...part });
  return (
    <Panel title={t('reportExport.journal.title')}>
      <form className={classes.stack} onSubmit={(event) => void save(event)}>
        <p className={classes.soft}>{t('reportExport.journal.lead')}</p>
        <div className={classes.fields}>
          {(
            [
              ['syntax', ['ledger', 'beancount']],
              ['form', ['full', 'daily']],
            ] as const
          ).map(([field, choices]) => (
            <NativeSelect
              key={field}
              label={t(`reportExport.journal.${field}`)}
              value={asked[field]}
              onChange={(event) => change({ [field]: event.currentTarget.value })}
              data={choices.map((value) => ({ value, label: t(`reportExport.journal.${value}`) }))}
            />
          ))}
          {(['fromDate', 'toDate'] as const).map((field) => (
            <TextInput
              key={field}
              type="date"
              label={t(`reportExport.journal.${field === 'fromDate' ? 'from' : 'to'}`)}
              value={asked[field]}
              onChange={(event) => change({ [field]: event.currentTarget.value })}
            />
          ))}
        </div>
        {isLost ? <Alert color="red">{t('reportExport.failed')}</Alert> : <FailureAlert failure={failure} />}
        {share === null ? (
          <div className={classes.row}>
            <Button type="submit" leftSection={<IconBook2 size={18} aria-hidden="true" />}>
              {t('reportExport.journal.save')}
            </Button>
            <p role="status">{said}</p>
          </div>
        ) : (
          <div className={classes.row}>
            <Progress.Root size={14} className={classes.bar}>
              <Progress.Section
                value={share.total === 0 ? 0 : (share.done / share.total) * 100}
                aria-label={t('reportExport.journal.title')}
              />
            </Progress.Root>
            <p role="status">
              {t('reportExport.journal.progress', {
                done: formatCount(share.done, language),
                total: formatCount(share.total, language),
              })}
            </p>
            <Button
              variant="default"
              leftSection={<IconPlayerStop size={18} aria-hidden="true" />}
              onClick={() => run.current?.abort()}
            >
              {t('reportExport.journal.stop')}
            </Button>
          </div>
        )}
      </form>
    </Panel>
  );
}

function inputOf({
  syntax,
  form,
  fromDate,
  toDate,
}: Record<'syntax' | 'form' | 'fromDate' | 'toDate', string>) {
  return {
    syntax: syntax as Asked['syntax'],
    form: form as Asked['form'],
    ...(fromDate === '' ? {} : { fromDate }),
    ...(toDate === '' ? {} : { toDate }),
  };
}

/** Every page in order; they are never joined into one text. */
async function readJournal(asked: Asked, signal: AbortSignal, tell: (share: Share) => void) {
  const parts: string[] = [];
  let done = 0;
  let after: Asked['after'];
  for (;;) {
    const outcome = await guichet.call('report.journal', { ...asked, ...(after ? { after } : {}) });
    if (!outcome.ok) return { parts, total: done, failure: outcome.failure };
    const { text, next, entries, allEntries } = outcome.value;
    parts.push(text);
    done += entries;
    tell({ done, total: allEntries });
    if (next === null || signal.aborted) return { parts, total: done, failure: null };
    after = next;
  }
}
