import { Button } from '@mantine/core';
import { useState } from 'react';
import { useHasRole } from '../../connection/session.ts';
import { useCommand } from '../../connection/use-command.ts';
import { Amount } from '../../parts/amount.tsx';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { CloseHistory } from './close-history.tsx';
import type { TillRead } from './closed-till.tsx';
import { DrawerJournal } from './drawer-journal.tsx';
import { DrawerPicture } from './drawer-picture.tsx';
import { MOVES, type Move, MoveDialog } from './move-dialog.tsx';
import { OpenAttempts } from './open-attempts.tsx';
import classes from './till.module.css';
import { TillPrinter } from './till-printer.tsx';

/** A till at work: what the drawer should hold, its movements, and the end of the session. */
export function OpenTill({ till }: { till: TillRead }) {
  const { t } = useWords();
  const [move, setMove] = useState<Move | null>(null);
  const [isEnding, setEnding] = useState(false);
  const isSupervisor = useHasRole('supervisor');
  const end = useCommand('till.end', String(till.tillId));
  const { session } = till;
  if (!session) return null;
  return (
    <div className={classes.columns}>
      <div className={classes.stack}>
        <DrawerJournal events={till.events} />
        {till.closes.length > 0 ? <CloseHistory closes={till.closes} /> : null}
      </div>
      <div className={`${classes.side} ${classes.first}`}>
        <Panel title={t('till.live.title')}>
          {session.expectedMinor === null ? (
            <p className={classes.soft}>{t('till.live.blind')}</p>
          ) : (
            <>
              <div className={classes.soft}>{t('till.live.expected')}</div>
              <Amount minor={session.expectedMinor} size="big" />
            </>
          )}
          <dl className={classes.pairs}>
            {session.expectedMinor === null ? (
              <div className={classes.pair}>
                <dt>{t('till.live.float')}</dt>
                <dd>
                  <Amount minor={session.floatMinor} />
                </dd>
              </div>
            ) : (
              <DrawerPicture events={till.events} />
            )}
            {till.safeMinor === null ? null : (
              <div className={classes.pair}>
                <dt>{t('till.live.safe')}</dt>
                <dd>
                  <Amount minor={till.safeMinor} />
                </dd>
              </div>
            )}
          </dl>
        </Panel>
        <OpenAttempts attempts={till.openAttempts} />
        <Panel title={t('till.move.title')}>
          <div className={classes.moves}>
            {MOVES.map((each) => (
              <Button
                key={each.name}
                variant="default"
                disabled={each.needsSupervisor && !isSupervisor}
                title={each.needsSupervisor && !isSupervisor ? t('till.move.needsSupervisor') : undefined}
                onClick={() => setMove(each)}
              >
                {t(`till.move.${each.name}`)}
              </Button>
            ))}
          </div>
          {isSupervisor ? null : <p className={classes.soft}>{t('till.move.supervisorNote')}</p>}
        </Panel>
        <TillPrinter tillId={till.tillId} />
        <Panel title={t('till.end.title')}>
          <div className={classes.stack}>
            <p className={classes.soft}>{t('till.end.lead')}</p>
            <Button fullWidth onClick={() => setEnding(true)}>
              {t('till.end.submit')}
            </Button>
          </div>
        </Panel>
      </div>
      {move ? <MoveDialog tillId={till.tillId} move={move} onClose={() => setMove(null)} /> : null}
      {isEnding ? (
        <Dialog onClose={() => setEnding(false)} title={t('till.end.confirmTitle')}>
          <div className={classes.stack}>
            <p>{t('till.end.confirmLead')}</p>
            <FailureAlert failure={end.failure} isUnanswered={end.isUnanswered} />
            <ConfirmBar
              inDialog
              label={t('till.end.submit')}
              isRunning={end.isRunning}
              isUnanswered={end.isUnanswered}
              onConfirm={() => void end.run({ tillId: till.tillId })}
              onBack={() => setEnding(false)}
              backLabel={t('till.end.back')}
            />
          </div>
        </Dialog>
      ) : null}
    </div>
  );
}
