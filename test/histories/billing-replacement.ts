import { has, same } from './agree.ts';
import { type MadeParts, minor } from './billing-credit.ts';
import { type BillingHistory, hasLeft } from './billing-history.ts';
import { newItem, taxed, total } from './money-model.ts';
import { splitOver } from './plan-model.ts';
import { discounts } from './price-model.ts';

interface Replaced {
  memo: MadeParts & { toItemMinor: number };
  item: MadeParts & { grossMinor: number };
  paidMinor: number;
  owedMinor: number;
  openMinor: number;
  memoId: number | null;
  invoiceId: number;
  itemId: number;
}

/** One item swapped for another product: what is left of it pays the new one (domain.md B17). */
export async function replaceItem(history: BillingHistory): Promise<void> {
  const { random, model, about, shared, today } = history;
  const itemId = history.anItem(hasLeft);
  const old = model.items.get(itemId);
  const was = about.get(itemId);
  const good = random.pick(shared.goods);
  const keepsPrice = random.chance(0.25);
  const personId = was?.personId ?? null;
  const quantity = good.isPlace ? 1 : (was?.quantity ?? 1);
  const line = { productId: good.productId, personId, quantity, price: good.price };
  const off = discounts(shared.rules, [line], [])[0]!;
  const gross = good.price * quantity;
  const left = old && model.credit(old, 'all');
  const credited = left ?? { net: 0, gst: 0, qst: 0 };
  const may =
    old !== undefined &&
    (left !== null || was?.hasPlace === true) &&
    !(was?.isReplaced ?? false) &&
    (!good.isPlace || personId !== null) &&
    (!keepsPrice || credited.net <= gross);
  const done = await history.send<Replaced>('invoice.replaceItem', {
    itemId,
    productId: good.productId,
    ...(good.isPlace ? { quantity } : {}),
    ...(keepsPrice ? { keepOldPrice: true } : {}),
    reason: 'échange',
  });
  same(done !== null, may, `item ${itemId} replaced by ${good.productId}`);
  if (!done || !old) return;
  const net = keepsPrice ? credited.net : gross - [...off.values()].reduce((all, each) => all + each, 0);
  const parts = taxed(net, good.isTaxed);
  const toItem = Math.min(total(credited), model.owed(old));
  const paid = Math.min(total(credited) - toItem, total(parts));
  has(done.memo, { ...minor(credited), toItemMinor: toItem }, 'memo of a replaced item');
  has(done.item, { ...minor(parts), grossMinor: gross }, 'the new item');
  has(
    done,
    { paidMinor: paid, owedMinor: total(parts) - paid, openMinor: total(credited) - toItem - paid },
    'a replacement',
  );
  const dates = [...old.plan.keys()].map((date) => (date < today ? today : date));
  const { clientId } = old;
  const item = newItem(clientId, parts, today);
  model.items.set(done.itemId, item);
  if (done.memoId !== null) {
    const source = `M${done.memoId}`;
    model.take(old, 'all', credited);
    model.memos.set(done.memoId, {
      clientId,
      amount: total(credited),
      held: 0,
      refunded: 0,
      creditOf: itemId,
    });
    if (toItem > 0) model.link(itemId, source, toItem);
    if (paid > 0) model.link(done.itemId, source, paid);
  }
  if (dates.length > 0)
    for (const [date, cents] of splitOver(total(parts) - paid, dates)) item.plan.set(date, cents);
  if (was) {
    was.isReplaced = true;
    was.hasPlace = false;
  }
  const common = { withdrawn: new Set<number>(), charges: [], isReplaced: false, codes: [] };
  const { isPlace, isTaxed } = good;
  const about_ = { ...line, ...common, isPlace, hasPlace: isPlace, isTaxed };
  about.set(done.itemId, { ...about_, invoiceId: done.invoiceId, off: keepsPrice ? new Map() : off });
}
