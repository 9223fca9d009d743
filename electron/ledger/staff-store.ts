import type { Role } from '../../shared/domain/staff-rights.ts';
import type { Language } from '../../shared/i18n/format.ts';
import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';

export interface StaffRow {
  staffId: number;
  name: string;
  roles: Role[];
  language: Language;
  active: boolean;
  pinHash: string | null;
  resetCodeHash: string | null;
}

interface StoredStaff extends Omit<StaffRow, 'roles' | 'active'> {
  roles: string;
  active: number;
}

const readable = (row: StoredStaff): StaffRow => ({
  ...row,
  roles: JSON.parse(row.roles) as Role[],
  active: row.active === 1,
});

/** Every staff member, disabled ones too, by name. */
export async function readAllStaff(db: ReadableLedger): Promise<StaffRow[]> {
  const rows = await db.all<StoredStaff>`
    SELECT id AS staffId, name, roles, language, active, pin_hash AS pinHash, reset_code_hash AS resetCodeHash
    FROM staff ORDER BY name, id`;
  return rows.map(readable);
}

export async function readStaff(db: ReadableLedger, staffId: number): Promise<StaffRow | undefined> {
  const row = await db.get<StoredStaff>`
    SELECT id AS staffId, name, roles, language, active, pin_hash AS pinHash, reset_code_hash AS resetCodeHash
    FROM staff WHERE id = ${staffId}`;
  return row && readable(row);
}

export async function insertStaff(
  db: WritableLedger,
  row: Pick<StaffRow, 'name' | 'roles' | 'language' | 'pinHash' | 'resetCodeHash'>,
): Promise<number> {
  const inserted = await db.get<{ id: number }>`
    INSERT INTO staff (name, roles, language, pin_hash, reset_code_hash)
    VALUES (${row.name}, ${JSON.stringify(row.roles)}, ${row.language}, ${row.pinHash}, ${row.resetCodeHash})
    RETURNING id`;
  if (!inserted) throw new Error('a staff row was not inserted');
  return inserted.id;
}

export async function updateStaff(
  db: WritableLedger,
  row: Pick<StaffRow, 'staffId' | 'name' | 'roles' | 'language' | 'active'>,
): Promise<void> {
  await db.run`
    UPDATE staff SET name = ${row.name}, roles = ${JSON.stringify(row.roles)}, language = ${row.language},
      active = ${row.active ? 1 : 0}
    WHERE id = ${row.staffId}`;
}

export async function updateStaffLanguage(
  db: WritableLedger,
  staffId: number,
  language: Language,
): Promise<void> {
  await db.run`UPDATE staff SET language = ${language} WHERE id = ${staffId}`;
}

export async function updateStaffSecrets(
  db: WritableLedger,
  row: Pick<StaffRow, 'staffId' | 'pinHash' | 'resetCodeHash'>,
): Promise<void> {
  await db.run`
    UPDATE staff SET pin_hash = ${row.pinHash}, reset_code_hash = ${row.resetCodeHash} WHERE id = ${row.staffId}`;
}

export interface SignInFailures {
  failures: number;
  lockedUntil: string | null;
}

/** Failed sign-ins in a row of an account or of the workstation; they survive a restart. */
export async function readSignInFailures(db: ReadableLedger, scope: string): Promise<SignInFailures> {
  const row = await db.get<SignInFailures>`
    SELECT failures, locked_until AS lockedUntil FROM sign_in_failure WHERE scope = ${scope}`;
  return row ?? { failures: 0, lockedUntil: null };
}

export async function writeSignInFailures(
  db: WritableLedger,
  scope: string,
  row: SignInFailures,
): Promise<void> {
  await db.run`
    INSERT INTO sign_in_failure (scope, failures, locked_until)
    VALUES (${scope}, ${row.failures}, ${row.lockedUntil})
    ON CONFLICT (scope) DO UPDATE SET failures = excluded.failures, locked_until = excluded.locked_until`;
}

export async function clearSignInFailures(db: WritableLedger, scope: string): Promise<void> {
  await db.run`DELETE FROM sign_in_failure WHERE scope = ${scope}`;
}
