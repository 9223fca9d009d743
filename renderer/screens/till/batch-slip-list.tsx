import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { batchNetMinor } from '../../../shared/domain/batch-slip.ts';
import { hasRole } from '../../../shared/domain/staff-rights.ts';
import { formatDate } from '../../../shared/i18n/format.ts';
import { useSession } from '../../connection/session.ts';
import { useCommand } from '../../connection/use-command.ts';
import { Amount } from '../../parts/amount.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import { BatchDifferences } from './batch-differences.tsx';
import classes from './till.module.css';

type Slip = OutputOf<'batchSlip.plan'>['slips'][number];

/** Every slip that was typed, newest first; one that differs is accepted here, by a supervisor with the reason. */
export function BatchSlipList({ slips }: { slips: readonly Slip[] }) {
  const { t, language } = useWords();
  if (slips.length === 0) return <p className={classes.soft}>{t('batchSlip.none')}</p>;
  return (
    <ul className={classes.list}>
      {slips.map((slip) => (
        <li key={slip.batchSlipId} className={classes.stack}>
          <div className={classes.pairs}>
            <p className={classes.strong}>
              {slip.terminalName} · {formatDate(slip.batchDate, language)} ·{' '}
              {t(`batchSlip.state.${slip.acceptedBy === null ? 'waits' : 'accepted'}`)}
            </p>
            <p className={classes.soft}>{t('batchSlip.by', { name: slip.staffName, at: slip.at })}</p>
            <p>
              {t('batchSlip.net')} <Amount minor={batchNetMinor(slip)} />
            </p>
            {slip.acceptedBy !== null && slip.reason ? (
              <p className={classes.soft}>
                {t('batchSlip.acceptedBy', { name: slip.acceptedBy, reason: slip.reason })}
              </p>
            ) : null}
          </div>
          <BatchDifferences differences={slip.differences} />
          {slip.acceptedBy === null ? <AcceptBatch slip={slip} /> : null}
        </li>
      ))}
    </ul>
  );
}

function AcceptBatch({ slip }: { slip: Slip }) {
  const { t } = useWords();
  const staff = useSession((session) => session.staff);
  const [reason, setReason] = useState('');
  const accept = useCommand('batchSlip.accept', String(slip.batchSlipId));
  if (!staff || !hasRole(staff.roles, 'supervisor')) return null;
  return (
    <div className={classes.stack}>
      <TextInput
        label={t('batchSlip.reason')}
        maxLength={200}
        value={reason}
        disabled={accept.isUnanswered}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <FailureAlert failure={accept.failure} isUnanswered={accept.isUnanswered} />
      <Button
        variant="default"
        loading={accept.isRunning}
        disabled={reason.trim() === ''}
        onClick={() => void accept.run({ batchSlipId: slip.batchSlipId, reason: reason.trim() })}
      >
        {t('batchSlip.accept')}
      </Button>
    </div>
  );
}
