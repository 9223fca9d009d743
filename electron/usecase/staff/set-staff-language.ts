import { updateStaffLanguage } from '../../ledger/staff-store.ts';
import type { CommandHandler } from '../context.ts';

export const setStaffLanguage: CommandHandler<'staff.setLanguage'> = async ({ db, staff }, { language }) => {
  await updateStaffLanguage(db, staff.staffId, language);
  return {};
};
