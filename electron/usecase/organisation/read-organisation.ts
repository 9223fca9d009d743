import { readOrganisation } from '../../ledger/organisation-store.ts';
import type { QueryHandler } from '../context.ts';
import { DEFAULT_TIME_ZONE } from './set-up-organisation.ts';

export const readOrganisationDetails: QueryHandler<'organisation.read'> = async ({
  db,
  virtualTerminalPage,
}) => {
  const organisation = await readOrganisation(db);
  return {
    isSetUp: organisation !== undefined,
    name: organisation?.name ?? '',
    address: organisation?.address ?? '',
    phone: organisation?.phone ?? '',
    gstNumber: organisation?.gstNumber ?? '',
    qstNumber: organisation?.qstNumber ?? '',
    language: organisation?.language ?? 'fr',
    timeZone: organisation?.timeZone ?? DEFAULT_TIME_ZONE,
    fiscalMonth: organisation?.fiscalMonth ?? 1,
    isDemonstration: organisation?.demonstration === 1,
    virtualTerminalPage,
  };
};
