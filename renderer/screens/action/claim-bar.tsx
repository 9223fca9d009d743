import { Button } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useHasRole } from '../../connection/session.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { KeyHint } from '../../parts/key-hint.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './action.module.css';
import type { ActionRow } from './action-sentence.ts';
import type { ClaimCommands } from './use-claim.ts';

/** Who is on the row, and one button to take it or to let go of it. */
export function ClaimBar({ row, claim }: { row: ActionRow; claim: ClaimCommands }) {
  const { t } = useWords();
  const isSupervisor = useHasRole('supervisor');
  const timeZone = useOrganisation()?.timeZone;
  const isTheirs = row.claim !== null && !row.claim.isMine;
  return (
    <div className={classes.claim}>
      <p className={classes.claimWords}>
        <IconUserCheck size={18} aria-hidden="true" />
        {row.claim === null
          ? t('action.claim.nobody')
          : row.claim.isMine
            ? t('action.claim.mineSince', { at: row.claim.at, timeZone })
            : t('action.claim.bySince', { name: row.claim.staffName, at: row.claim.at, timeZone })}
      </p>
      {isTheirs && !isSupervisor ? null : (
        <Button
          variant="default"
          loading={claim.isRunning}
          aria-keyshortcuts="C"
          rightSection={<KeyHint keys="C" />}
          onClick={() => claim.toggle(row)}
        >
          {t(row.claim === null ? 'action.claim.take' : 'action.claim.release')}
        </Button>
      )}
      <FailureAlert failure={claim.failure} />
    </div>
  );
}
