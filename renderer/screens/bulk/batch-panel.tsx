import { Button, Progress } from '@mantine/core';
import { IconDownload, IconPlayerStop } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { formatMoneyPlain } from '../../../shared/i18n/format.ts';
import { useHasRole } from '../../connection/session.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { useRefusalText } from '../../connection/use-refusal-text.ts';
import { Amount } from '../../parts/amount.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Panel } from '../../parts/page.tsx';
import { StatusBadge, type Tone } from '../../parts/status-badge.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { useWords } from '../../shell/language.ts';
import { goTo, hashOf } from '../../shell/router.ts';
import classes from './bulk.module.css';
import { resultCsv } from './bulk-ask.ts';
import { ReverseBatch } from './reverse-batch.tsx';

type Batch = OutputOf<'bulk.read'>;

export const BATCH_TONES: Readonly<Record<Batch['state'], Tone>> = {
  running: 'waiting',
  done: 'good',
  cancelled: 'plain',
};
const ACCOUNT_TONES: Readonly<Record<Batch['accounts'][number]['state'], Tone>> = {
  waiting: 'waiting',
  done: 'good',
  refused: 'bad',
  left: 'plain',
};

/** A batch under way or at an end: how far, each account's document or why there is none, and its reversal. */
export function BatchPanel({ batchId }: { batchId: number }) {
  const { t, language } = useWords();
  const describe = useRefusalText();
  const isSupervisor = useHasRole('supervisor');
  const [isReversing, setReversing] = useState(false);
  const { data: batch, failure } = useRead('bulk.read', { batchId });
  const stop = useCommand('bulk.cancel', String(batchId));
  const isRunning = batch?.state === 'running';
  const stopNow = () => void stop.run({ batchId });
  useKeys({ Escape: isRunning ? stopNow : undefined });
  if (failure) return <FailureAlert failure={failure} />;
  if (!batch) return null;
  const passed = batch.doneCount + batch.refusedCount;
  const resultOf = (account: Batch['accounts'][number]) =>
    account.refusal ? describe(account.refusal) : account.numbers.join(', ');
  const download = () => {
    const header = (['client', 'people', 'amount', 'result'] as const).map((key) => t(`bulk.column.${key}`));
    const rows = batch.accounts.map((account) => [
      account.clientName,
      account.people.join(', '),
      formatMoneyPlain(account.totalMinor, language),
      `${t(`bulk.account.${account.state}`)} ${resultOf(account)}`.trim(),
    ]);
    saveText(t('bulk.fileName', { batchId }), resultCsv(header, rows));
  };
  const canReverse =
    isSupervisor &&
    !isRunning &&
    batch.kind !== 'reversal' &&
    batch.doneCount > 0 &&
    batch.reversedByBatchId === null;
  return (
    <Panel title={t('bulk.batch', { batchId, label: batch.label })}>
      <div className={classes.stack}>
        <Progress.Root size={14}>
          <Progress.Section value={(passed / batch.accountCount) * 100} aria-label={t('bulk.preview')} />
        </Progress.Root>
        <div className={classes.row}>
          <p role="status">
            <StatusBadge tone={BATCH_TONES[batch.state]} label={t(`bulk.state.${batch.state}`)} />{' '}
            {t('bulk.progress', { done: passed, total: batch.accountCount })} ·{' '}
            {t('bulk.made', { count: batch.doneCount, amount: batch.doneMinor })}
            {batch.refusedCount > 0 ? ` · ${t('bulk.refused', { count: batch.refusedCount })}` : ''}
          </p>
          {isRunning && isSupervisor ? (
            <Button
              variant="default"
              leftSection={<IconPlayerStop size={18} aria-hidden="true" />}
              aria-keyshortcuts="Escape"
              loading={stop.isRunning}
              onClick={stopNow}
            >
              {t('bulk.stop')}
            </Button>
          ) : null}
        </div>
        <OtherBatch batch={batch} />
        <FailureAlert failure={stop.failure} isUnanswered={stop.isUnanswered} />
        {isRunning ? null : (
          <div className={classes.actions}>
            <Button
              variant="default"
              leftSection={<IconDownload size={18} aria-hidden="true" />}
              onClick={download}
            >
              {t('bulk.download')}
            </Button>
            {canReverse ? (
              <Button variant="default" onClick={() => setReversing(true)}>
                {t('bulk.reverse.action')}
              </Button>
            ) : null}
            <Button variant="default" onClick={() => goTo('client', null, { bulk: 1 })}>
              {t('bulk.next')}
            </Button>
          </div>
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls by keyboard */}
        <section className={classes.scroll} tabIndex={0} aria-label={t('bulk.column.result')}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('bulk.column.client')}</th>
                <th scope="col">{t('bulk.column.people')}</th>
                <th scope="col">{t('bulk.column.result')}</th>
                <th scope="col" className={classes.number}>
                  {t('bulk.column.amount')}
                </th>
              </tr>
            </thead>
            <tbody>
              {batch.accounts.map((account) => (
                <tr key={account.clientId}>
                  <td>
                    <a className={classes.link} href={hashOf('client', account.clientId)}>
                      {account.clientName}
                    </a>
                  </td>
                  <td>{account.people.join(', ')}</td>
                  <td>
                    <StatusBadge
                      tone={ACCOUNT_TONES[account.state]}
                      label={t(`bulk.account.${account.state}`)}
                    />{' '}
                    {resultOf(account)}
                  </td>
                  <td className={classes.number}>
                    <Amount minor={account.totalMinor} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
      {isReversing ? <ReverseBatch batch={batch} onClose={() => setReversing(false)} /> : null}
    </Panel>
  );
}

function OtherBatch({ batch }: { batch: Batch }) {
  const { t } = useWords();
  const otherId = batch.reversedByBatchId ?? batch.reversesBatchId;
  if (otherId === null) return null;
  return (
    <a className={classes.link} href={hashOf('client', null, { bulk: `b${otherId}` })}>
      {t(batch.reversedByBatchId === null ? 'bulk.reverses' : 'bulk.reversedBy', { batchId: otherId })}
    </a>
  );
}

/** Hands a text to the browser as a file. */
function saveText(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
