import { recordAudit } from '../../ledger/audit-event.ts';
import { readOrganisation, updateOrganisation } from '../../ledger/organisation-store.ts';
import type { CommandHandler } from '../context.ts';

export const changeOrganisation: CommandHandler<'organisation.change'> = async ({ db, staff }, input) => {
  const before = await readOrganisation(db);
  await updateOrganisation(db, {
    name: input.name,
    address: input.address ?? '',
    phone: input.phone ?? '',
    gstNumber: input.gstNumber,
    qstNumber: input.qstNumber,
    language: input.language,
    fiscalMonth: input.fiscalMonth ?? before?.fiscalMonth ?? 1,
  });
  await recordAudit(db, {
    kind: 'organisation.changed',
    staffId: staff.staffId,
    subject: 'organisation:1',
    detail: { gstNumber: input.gstNumber, qstNumber: input.qstNumber, language: input.language },
  });
  return {};
};
