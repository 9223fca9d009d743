import { recordAudit } from '../../ledger/audit-event.ts';
import { updateCustomItem } from '../../ledger/custom-item-store.ts';
import type { CommandHandler } from '../context.ts';
import { customItemFields, requireCustomItem } from './custom-item-rules.ts';

/** From the next document on; `active` absent leaves it as it is. Who changed a ledger code or a tax class is chained. */
export const changeCustomItem: CommandHandler<'customItem.change'> = async ({ db, staff }, input) => {
  const { customItemId } = input;
  const before = await requireCustomItem(db, customItemId);
  const after = {
    ...customItemFields(before.kind, input),
    customItemId,
    active: input.active ?? before.active,
  };
  await updateCustomItem(db, after);
  await recordAudit(db, {
    kind: 'custom-item.changed',
    staffId: staff.staffId,
    subject: `custom-item:${customItemId}`,
    detail: { before, after },
  });
  return {};
};
