import { readBalance } from '../../ledger/client-account.ts';
import type { QueryHandler } from '../context.ts';
import { cancellationSums } from './cancellation-read.ts';
import { policyRead } from './item-policy.ts';
import { planCancellation } from './plan-cancellation.ts';
import { planReplanned } from './replanned.ts';

/** The same decision as `item.cancel`, before anything is written. */
export const previewCancelItem: QueryHandler<'item.cancelPreview'> = async (
  { db, localDate, staff },
  input,
) => {
  const planned = await planCancellation(db, input, { localDate, roles: staff.roles });
  const sums = cancellationSums(planned);
  const { schedule } = await planReplanned(db, planned, localDate);
  const balanceBeforeMinor = await readBalance(db, planned.items[0]!.item.clientId);
  return {
    ...sums.whole,
    leftMinor: planned.items.reduce((sum, item) => sum + item.leftMinor - item.credit.totalMinor, 0),
    items: planned.items.map((item, index) => ({
      ...sums.credits[index]!,
      nameFr: item.item.nameFr,
      nameEn: item.item.nameEn,
      personName: item.item.personName,
      leftMinor: item.leftMinor - item.credit.totalMinor,
      endsPlace: item.endsPlace,
      fee: item.fee && {
        netMinor: item.fee.netMinor,
        gstMinor: item.fee.gstMinor,
        qstMinor: item.fee.qstMinor,
        totalMinor: item.fee.totalMinor,
        nameFr: item.fee.nameFr,
        nameEn: item.fee.nameEn,
      },
      policy: item.policy && policyRead(item.policy, item.isOverridden),
    })),
    withdrawn: planned.withdrawn.map(({ discount, item, netMinor, gstMinor, qstMinor, totalMinor }) => ({
      itemId: item.itemId,
      nameFr: discount.nameFr,
      nameEn: discount.nameEn,
      netMinor,
      gstMinor,
      qstMinor,
      totalMinor,
    })),
    fee: sums.fee,
    withdrawal: sums.withdrawal,
    plan: schedule,
    balanceBeforeMinor,
    balanceAfterMinor: balanceBeforeMinor - sums.whole.creditMinor,
  };
};
