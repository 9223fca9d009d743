import { useHasRole } from '../../connection/session.ts';
import { BackupPanel } from './backup-panel.tsx';
import { RecoveryPanel } from './recovery-panel.tsx';
import { VerifyPanel } from './verify-panel.tsx';

/** Copies of the ledger, and the proof that it is whole. */
export function BackupPage() {
  const isAdministrator = useHasRole('administrator');
  return (
    <>
      <RecoveryPanel />
      {isAdministrator ? <BackupPanel /> : null}
      <VerifyPanel />
    </>
  );
}
