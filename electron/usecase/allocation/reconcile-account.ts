import { sumMinor } from '../../../shared/domain/money.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { sourceOf } from '../../sale/account-sources.ts';
import { spendSource } from '../../sale/spend-source.ts';
import { requireClient } from '../client/client-rules.ts';
import type { CommandHandler } from '../context.ts';
import { planAccount } from './plan-account.ts';

/** Links everything that is open on an account to everything it owes, oldest to newest, as the preview showed. */
export const reconcileAccount: CommandHandler<'allocation.auto'> = async ({ db, staff }, input) => {
  const { clientId, expectedMinor } = input;
  await requireClient(db, clientId);
  const { links } = await planAccount(db, clientId);
  const linkedMinor = sumMinor(links.map((link) => link.amountMinor));
  if (linkedMinor === 0) refuse('nothing-to-reconcile', { clientId });
  if (expectedMinor !== undefined && expectedMinor !== linkedMinor)
    refuse('reconciliation-changed', { linkedMinor });
  for (const { source, item, amountMinor } of links)
    await spendSource(db, {
      clientId,
      source: sourceOf(source),
      itemId: item.itemId,
      amountMinor,
      cause: 'auto',
      staffId: staff.staffId,
    });
  return { linkedMinor, links: links.length };
};
