import { refuse } from '../../../shared/domain/refusal.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { insertClient } from '../../ledger/client-store.ts';
import { insertOrganisation, readOrganisation } from '../../ledger/organisation-store.ts';
import { postOpening } from '../../ledger/post-opening.ts';
import { insertStaff } from '../../ledger/staff-store.ts';
import { insertTerminal } from '../../ledger/terminal-store.ts';
import { insertTill } from '../../ledger/till-store.ts';
import type { CommandHandler } from '../context.ts';
import { hashPinAtOnce } from '../staff/pin-hash.ts';
import { requireStrongPin } from '../staff/set-pin.ts';

export const DEFAULT_TIME_ZONE = 'America/Toronto';

const WORDS = {
  fr: { till: 'Caisse 1', walkIn: 'Client de passage' },
  en: { till: 'Till 1', walkIn: 'Walk-in client' },
} as const;

/**
 * The first start: organisation, first staff member, walk-in account, till and safe in one step. The first member
 * holds every role, since somebody alone must be able to work; later ones get exactly what is ticked.
 */
export const setUpOrganisation: CommandHandler<'organisation.setUp'> = async (context, input) => {
  const { db } = context;
  if (await readOrganisation(db)) refuse('already-set-up', {});
  requireStrongPin(input.administrator.pin);
  const { language } = input;
  await insertOrganisation(db, {
    name: input.name,
    address: input.address ?? '',
    phone: input.phone ?? '',
    gstNumber: input.gstNumber,
    qstNumber: input.qstNumber,
    language,
    timeZone: DEFAULT_TIME_ZONE,
    fiscalMonth: input.fiscalMonth ?? 1,
  });
  const staffId = await insertStaff(db, {
    name: input.administrator.name,
    roles: ['clerk', 'supervisor', 'administrator'],
    language,
    pinHash: hashPinAtOnce(input.administrator.pin, context),
    resetCodeHash: null,
  });
  const walkIn = await insertClient(db, { kind: 'walk-in', name: WORDS[language].walkIn, language });
  const terminalId = input.terminalName
    ? await insertTerminal(db, { name: input.terminalName, deviceNumber: '', integrated: undefined })
    : null;
  const tillId = await insertTill(db, { name: input.tillName ?? WORDS[language].till, terminalId });
  if (input.safeOpeningMinor) await postOpening(db, input.safeOpeningMinor);
  await recordAudit(db, { kind: 'organisation.set-up', staffId, subject: 'organisation:1' });
  return { staffId, tillId, terminalId, walkInClientId: walkIn.clientId };
};
