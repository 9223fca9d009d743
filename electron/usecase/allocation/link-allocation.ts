import { refuse } from '../../../shared/domain/refusal.ts';
import { readAccountSources, sourceOf } from '../../sale/account-sources.ts';
import { spendSource } from '../../sale/spend-source.ts';
import type { CommandHandler } from '../context.ts';
import { requireSameAccount } from './require-link.ts';

/** Links open credit or a deposit to one unpaid item of the same account, by hand (domain.md B15). */
export const linkAllocation: CommandHandler<'allocation.link'> = async ({ db, staff }, input) => {
  const { source, itemId } = input;
  const item = await requireSameAccount(db, source, itemId);
  const found = (await readAccountSources(db, item.clientId)).find(
    (each) => JSON.stringify(sourceOf(each)) === JSON.stringify(source),
  );
  const openMinor = found?.openMinor ?? 0;
  const maximumMinor = Math.min(item.owedMinor, openMinor - (found?.heldMinor ?? 0));
  const amountMinor = input.amountMinor ?? maximumMinor;
  if (amountMinor > maximumMinor || maximumMinor <= 0)
    refuse('allocation-too-much', { maximumMinor: Math.max(0, maximumMinor) });
  await spendSource(db, {
    clientId: item.clientId,
    source,
    itemId,
    amountMinor,
    cause: 'manual',
    staffId: staff.staffId,
  });
  return {
    amountMinor,
    sourceOpenMinor: openMinor - amountMinor,
    itemOwedMinor: item.owedMinor - amountMinor,
  };
};
