import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useRead } from '../../connection/use-read.ts';
import { Page, Panel } from '../../parts/page.tsx';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { useHelp } from '../../shell/help.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo, hashOf } from '../../shell/router.ts';
import { BATCH_TONES, BatchPanel } from './batch-panel.tsx';
import classes from './bulk.module.css';
import { NewBatch } from './new-batch.tsx';

/** `?bulk=1` prepares a batch, `?bulk=12` shows one under way or at an end (domain.md B8). */
export function BulkPage({ wanted }: { wanted: string }) {
  const { t } = useWords();
  useHelp({ paragraphs: [t('bulk.lead'), t('bulk.help')], keys: [] });
  const batchId = /^b\d+$/.test(wanted) ? Number(wanted.slice(1)) : null;
  return (
    <Page
      title={t('bulk.title')}
      lead={t('bulk.lead')}
      actions={
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={18} aria-hidden="true" />}
          onClick={() => goTo('client')}
        >
          {t('bulk.back')}
        </Button>
      }
    >
      {batchId === null ? <NewBatch /> : <BatchPanel key={batchId} batchId={batchId} />}
      <PastBatches />
    </Page>
  );
}

function PastBatches() {
  const { t } = useWords();
  const batches = useRead('bulk.list', {}).data?.batches ?? [];
  return (
    <Panel title={t('bulk.past')}>
      {batches.length === 0 ? <p className={classes.soft}>{t('bulk.noPast')}</p> : null}
      <ul className={classes.past}>
        {batches.map((batch) => (
          <li key={batch.batchId}>
            <span>
              <a className={classes.link} href={hashOf('client', null, { bulk: `b${batch.batchId}` })}>
                {t('bulk.batch', { batchId: batch.batchId, label: batch.label })}
              </a>
              <span className={classes.under}>
                {t(`bulk.kind.${batch.kind}`)} · {t('bulk.by', { name: batch.staffName, at: batch.at })}
              </span>
            </span>
            <StatusBadge tone={BATCH_TONES[batch.state]} label={t(`bulk.state.${batch.state}`)} />
            <span>{t('bulk.made', { count: batch.doneCount, amount: batch.doneMinor })}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
