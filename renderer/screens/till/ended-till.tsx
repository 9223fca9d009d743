import { Alert, Button, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useCommand } from '../../connection/use-command.ts';
import { Amount } from '../../parts/amount.tsx';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import { AcceptDifference } from './accept-difference.tsx';
import type { TillRead } from './closed-till.tsx';
import { CountSheet } from './count-sheet.tsx';
import { OpenAttempts } from './open-attempts.tsx';
import classes from './till.module.css';
import { TillPrinter } from './till-printer.tsx';

type Counted = OutputOf<'till.count'>;

/** After the end of the session: count blind, count once more if it does not agree, close with the reason. */
export function EndedTill({ till }: { till: TillRead }) {
  const { t } = useWords();
  const [counted, setCounted] = useState<Counted | null>(null);
  const [isRecounting, setRecounting] = useState(false);
  const [reason, setReason] = useState('');
  const close = useCommand('till.close', String(till.tillId));
  const countsTaken = till.session?.countsTaken ?? 0;
  // After a reload the first count is known to be taken, not what it said: the second one stays open
  const isCounting = isRecounting || (countsTaken === 0 && counted === null);
  const canRecount = counted ? counted.canRecount : countsTaken === 1;
  const needsReason = close.failure?.code === 'difference-needs-reason' || reason !== '';

  const closeNow = async () => {
    const differenceReason = reason.trim();
    const z = await close.run({ tillId: till.tillId, ...(differenceReason ? { differenceReason } : {}) });
    if (z) goTo('till', null, { report: z.zNumber });
  };

  if (isCounting) {
    return (
      <CountSheet
        tillId={till.tillId}
        isSecond={countsTaken > 0}
        onCounted={(answer) => {
          setCounted(answer);
          setRecounting(false);
        }}
      />
    );
  }
  return (
    <div className={classes.columns}>
      <Panel title={t('till.count.title')}>
        <div className={classes.stack}>
          {counted ? <Amount minor={counted.countedMinor} size="big" /> : null}
          {counted ? (
            <Alert
              role="status"
              color={counted.agrees ? 'teal' : 'amber'}
              variant="light"
              icon={
                counted.agrees ? (
                  <IconCircleCheck aria-hidden="true" />
                ) : (
                  <IconAlertTriangle aria-hidden="true" />
                )
              }
            >
              {counted.agrees
                ? t('till.count.agrees')
                : t(counted.canRecount ? 'till.count.differs' : 'till.count.differsTwice')}
            </Alert>
          ) : (
            <p>{t('till.count.alreadyTaken')}</p>
          )}
          {canRecount ? (
            <Button variant="default" onClick={() => setRecounting(true)}>
              {t('till.count.recount')}
            </Button>
          ) : null}
        </div>
      </Panel>
      <div className={classes.side}>
        <OpenAttempts attempts={till.openAttempts} />
        <Panel title={t('till.close.title')}>
          <div className={classes.stack}>
            <p className={classes.soft}>{t('till.close.lead')}</p>
            <FailureAlert failure={close.failure} isUnanswered={close.isUnanswered} />
            {close.failure?.code === 'difference-needs-supervisor' ? (
              <AcceptDifference
                tillId={till.tillId}
                approvers={till.approvers}
                reason={reason}
                onReason={setReason}
                onAccepted={() => void closeNow()}
              />
            ) : null}
            {needsReason && close.failure?.code !== 'difference-needs-supervisor' ? (
              <Textarea
                autoFocus
                required
                label={t('till.close.reason')}
                description={t('till.close.reasonHelp')}
                maxLength={2000}
                disabled={close.isUnanswered}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            ) : null}
            {close.failure?.code === 'difference-needs-supervisor' ? null : (
              <ConfirmBar
                label={t('till.close.submit')}
                isRunning={close.isRunning}
                isUnanswered={close.isUnanswered}
                onConfirm={() => void closeNow()}
              />
            )}
          </div>
        </Panel>
        <TillPrinter tillId={till.tillId} />
      </div>
    </div>
  );
}
