import { recordAudit } from '../../ledger/audit-event.ts';
import { insertCustomItem } from '../../ledger/custom-item-store.ts';
import type { CommandHandler } from '../context.ts';
import { customItemFields } from './custom-item-rules.ts';

export const addCustomItem: CommandHandler<'customItem.add'> = async ({ db, staff }, input) => {
  const fields = customItemFields(input.kind, input);
  const customItemId = await insertCustomItem(db, fields);
  await recordAudit(db, {
    kind: 'custom-item.added',
    staffId: staff.staffId,
    subject: `custom-item:${customItemId}`,
    detail: fields,
  });
  return { customItemId };
};
