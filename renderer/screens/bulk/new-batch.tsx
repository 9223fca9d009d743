import { Checkbox } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import classes from './bulk.module.css';
import { type BulkForm, NEW_FORM, previewAsk, wordsAsk } from './bulk-ask.ts';
import { BulkFields } from './bulk-fields.tsx';

const NOBODY: ReadonlySet<number> = new Set();

/** Who, how much and in which words; the people and the total are shown before anything is made. */
export function NewBatch() {
  const { t } = useWords();
  const [form, setForm] = useState<BulkForm>(NEW_FORM);
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(NOBODY);
  const run = useCommand('bulk.run');
  const everybody = previewAsk(form, NOBODY);
  const ask = previewAsk(form, leftOut);
  const words = wordsAsk(form);
  const all = useRead('bulk.preview', everybody ?? EMPTY_ASK, {
    enabled: everybody !== null,
    keepPrevious: true,
  });
  const picked = useRead('bulk.preview', ask ?? EMPTY_ASK, { enabled: ask !== null, keepPrevious: true });
  const preview = ask && !picked.failure ? picked.data : undefined;
  const accounts = everybody && !all.failure ? (all.data?.accounts ?? []) : [];
  const isLocked = run.isRunning || run.isUnanswered;
  const change = (next: BulkForm) => {
    if (next.productId !== form.productId || next.personIds !== form.personIds) setLeftOut(NOBODY);
    setForm(next);
  };
  const send = async () => {
    if (!ask || !words || !preview) return;
    const { peopleCount, totalMinor } = preview;
    const started = await run.run({
      ...ask,
      ...words,
      expectedPeopleCount: peopleCount,
      expectedTotalMinor: totalMinor,
    });
    if (started) goTo('client', null, { bulk: `b${started.batchId}` });
  };
  const tick = (personId: number, isIn: boolean) => {
    const next = new Set(leftOut);
    if (isIn) next.delete(personId);
    else next.add(personId);
    setLeftOut(next);
  };
  return (
    <div className={classes.sides}>
      <Panel>
        <div className={classes.stack} inert={isLocked}>
          <BulkFields form={form} onChange={change} />
        </div>
      </Panel>
      <Panel title={t('bulk.preview')}>
        <div className={classes.stack}>
          {accounts.length === 0 ? (
            <Empty icon={IconUsers} title={t('bulk.nobody')} lead={t('bulk.nobodyLead')} />
          ) : (
            <>
              <p className={classes.counts} role="status">
                {t('bulk.counts', {
                  people: preview?.peopleCount ?? 0,
                  accounts: preview?.accountCount ?? 0,
                  total: preview?.totalMinor ?? 0,
                })}
              </p>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls by keyboard */}
              <section className={classes.scroll} tabIndex={0} aria-label={t('bulk.preview')}>
                <table className={classes.table} inert={isLocked}>
                  <thead>
                    <tr>
                      <th scope="col">{t('bulk.column.client')}</th>
                      <th scope="col">{t('bulk.column.people')}</th>
                      <th scope="col" className={classes.number}>
                        {t('bulk.column.amount')}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {accounts.map((account) => (
                      <tr key={account.clientId}>
                        <td>{account.clientName}</td>
                        <td className={classes.people}>
                          {account.lines.map((line) => (
                            <Checkbox
                              key={line.personId}
                              label={line.personName}
                              aria-label={t('bulk.include', { name: line.personName })}
                              checked={!leftOut.has(line.personId)}
                              onChange={(event) => tick(line.personId, event.currentTarget.checked)}
                            />
                          ))}
                        </td>
                        <td className={classes.number}>
                          <Amount minor={account.totalMinor} />
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </section>
            </>
          )}
          <FailureAlert
            failure={run.failure ?? (ask ? picked.failure : null) ?? (everybody ? all.failure : null)}
            isUnanswered={run.isUnanswered}
          />
          {words === null && preview ? <p className={classes.soft}>{t('bulk.missing')}</p> : null}
          <ConfirmBar
            label={t('bulk.confirm', {
              count: preview?.accountCount ?? 0,
              total: preview?.totalMinor ?? 0,
            })}
            disabled={!preview || !words}
            isRunning={run.isRunning}
            isUnanswered={run.isUnanswered}
            onConfirm={() => void send()}
          />
        </div>
      </Panel>
    </div>
  );
}

/** Never sent: the read it stands in is not enabled. */
const EMPTY_ASK = { kind: 'credit', filter: {}, taxMode: 'added' } as const;
