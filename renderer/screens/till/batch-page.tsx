import { Alert, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../../connection/use-read.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { BackToTill } from './back-to-till.tsx';
import { BatchForm } from './batch-form.tsx';
import { BatchSlipList } from './batch-slip-list.tsx';
import classes from './till.module.css';

/** The batch slip of each terminal, typed in blind and compared with the ledger; below, those that were typed. */
export function BatchPage() {
  const { t } = useWords();
  const [asked, setAsked] = useState<{ terminalId?: number; batchDate?: string }>({});
  const { terminalId, batchDate } = asked;
  const plan = useRead('batchSlip.plan', batchDate ? { batchDate } : {});
  if (plan.failure) return <FailureAlert failure={plan.failure} />;
  if (!plan.data) return null;
  const { terminals, slips } = plan.data;
  const chosen = terminals.find((each) => each.terminalId === terminalId) ?? terminals[0];
  return (
    <Page title={t('batchSlip.title')} lead={t('batchSlip.lead')} actions={<BackToTill />}>
      <div className={classes.columns}>
        <Panel title={chosen ? t('batchSlip.chosen', { name: chosen.terminalName }) : t('batchSlip.title')}>
          <div className={classes.stack}>
            <div className={classes.halves}>
              <NativeSelect
                size="md"
                label={t('batchSlip.terminal')}
                value={chosen ? String(chosen.terminalId) : ''}
                onChange={(event) => setAsked({ ...asked, terminalId: Number(event.currentTarget.value) })}
                data={terminals.map((each) => ({ value: String(each.terminalId), label: each.terminalName }))}
              />
              <TextInput
                type="date"
                label={t('batchSlip.date')}
                value={plan.data.batchDate}
                onChange={(event) => {
                  const typed = event.currentTarget.value;
                  if (typed) setAsked({ ...asked, batchDate: typed });
                }}
              />
            </div>
            {chosen?.isWaitingForSlip ? (
              <Alert role="status" color="amber" variant="light">
                {t('batchSlip.waiting')}
              </Alert>
            ) : null}
            {chosen && chosen.inDoubtCount > 0 ? (
              <p className={classes.soft}>{t('batchSlip.doubt', { count: chosen.inDoubtCount })}</p>
            ) : null}
            {chosen ? (
              <BatchForm
                key={`${chosen.terminalId} ${plan.data.batchDate}`}
                terminalId={chosen.terminalId}
                batchDate={plan.data.batchDate}
              />
            ) : null}
          </div>
        </Panel>
        <Panel title={t('batchSlip.history')}>
          <BatchSlipList slips={slips} />
        </Panel>
      </div>
    </Page>
  );
}
