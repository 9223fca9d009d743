import type { TestService } from '../support/test-service.ts';
import { atMost, has, same } from './agree.ts';
import type { History } from './history.ts';
import { type Ask, extracted, newItem, total } from './money-model.ts';

interface Cancelled {
  memoId: number;
  toItemMinor: number;
  totalMinor: number;
  fee?: { invoiceId: number; totalMinor: number; owedMinor: number } | null;
}
interface Reopened {
  itemOwedMinor: number;
  freed: { paymentId: number; amountMinor: number }[];
}

/** A cancellation or a rebate of one item. */
export async function giveCredit(history: History, itemId: number, isRebate = false): Promise<void> {
  const { random, model } = history;
  const item = model.items.get(itemId);
  const net = { net: random.integer(1, 4000) };
  const ask = isRebate
    ? net
    : random.pick<Exclude<Ask, { share: unknown } | { units: number }>>([
        'all',
        { basisPoints: random.integer(1, 10_000) },
        { cents: random.integer(1, 6000) },
        net,
      ]);
  const asked =
    ask === 'all'
      ? {}
      : 'cents' in ask
        ? { creditMinor: ask.cents }
        : 'net' in ask
          ? { amountMinor: ask.net }
          : { creditBasisPoints: ask.basisPoints };
  const credited = item ? model.credit(item, ask) : null;
  const name = ask !== 'all' && 'net' in ask ? 'rebate.give' : 'item.cancel';
  const feeMinor = name === 'item.cancel' && random.chance(0.25) ? random.integer(1, 2500) : 0;
  const parts = credited && feeMinor <= total(credited) ? credited : null;
  const memo = await history.send<Cancelled>(name, {
    itemId,
    ...asked,
    ...(feeMinor > 0 ? { fee: { amountMinor: feeMinor } } : {}),
    reason: 'retour',
  });
  const asking = `credit of item ${itemId} ${JSON.stringify({ ...asked, feeMinor })} taken`;
  same(memo !== null, parts !== null, asking);
  if (!memo || !item || !parts) return;
  has(memo, { netMinor: parts.net, gstMinor: parts.gst, qstMinor: parts.qst }, 'memo');
  const toItem = Math.min(model.owed(item), total(parts));
  same(memo.toItemMinor, toItem, 'memo to its item');
  model.take(item, ask, parts);
  const { clientId } = item;
  model.memos.set(memo.memoId, { clientId, amount: total(parts), held: 0, refunded: 0, creditOf: itemId });
  if (toItem > 0) model.link(itemId, `M${memo.memoId}`, toItem);
  same(memo.fee?.totalMinor ?? 0, feeMinor, 'fee');
  if (memo.fee) await keepFee(history, item.clientId, memo, memo.fee, feeMinor);
}

/** The fee is an item of its own, paid by what the memo has left. */
async function keepFee(
  history: History,
  clientId: number,
  memo: Cancelled,
  fee: NonNullable<Cancelled['fee']>,
  feeMinor: number,
): Promise<void> {
  const { model } = history;
  const parts = extracted(feeMinor);
  has(fee, { netMinor: parts.net, gstMinor: parts.gst, qstMinor: parts.qst }, 'fee');
  const [line] = (await history.desk.call('invoice.read', { invoiceId: fee.invoiceId })).items;
  model.items.set(line!.itemId, newItem(clientId, parts, history.today));
  const paid = Math.min(feeMinor, memo.totalMinor - memo.toItemMinor);
  same(fee.owedMinor, feeMinor - paid, 'owed of the fee');
  if (paid > 0) model.link(line!.itemId, `M${memo.memoId}`, paid);
}

/** The price stays owed, its money is free again: the newest payments are cut. */
export async function reopenItem(history: History, itemId: number): Promise<void> {
  const { model } = history;
  const item = model.items.get(itemId);
  const amountMinor = history.random.integer(1, 4000);
  const done = await history.send<Reopened>('item.reopen', { itemId, amountMinor, reason: 'erreur' });
  if (!done || !item) return;
  same(
    done.freed.reduce((sum, part) => sum + part.amountMinor, 0),
    amountMinor,
    'freed of an item',
  );
  for (const part of done.freed) {
    atMost(part.amountMinor, item.links.get(`P${part.paymentId}`) ?? 0, 'freed of a payment');
    model.link(itemId, `P${part.paymentId}`, -part.amountMinor);
  }
  atMost(model.owed(item), total(item.parts) - total(item.credited), 'owed of a reopened item');
  same(done.itemOwedMinor, model.owed(item), 'owed of a reopened item');
}

export async function voidPayment(history: History): Promise<void> {
  const { model } = history;
  const [paymentId, payment] = history.random.pick([...model.payments, [999_999, null] as const]);
  const voided = await history.send<object>('payment.void', { paymentId, reason: 'erreur' });
  if (!payment || !voided) return;
  const may = { isVoid: false, returned: 0, originHeld: 0, session: model.session };
  has(payment, may, 'what may be voided');
  same(payment.method === 'terminal', false, 'a card payment was voided');
  payment.isVoid = true;
  if (payment.method === 'cash') model.drawer -= payment.amount + payment.rounding;
  for (const [itemId, item] of model.items) {
    const cents = item.links.get(`P${paymentId}`) ?? 0;
    if (cents === 0) continue;
    model.link(itemId, `P${paymentId}`, -cents);
    let owed = cents;
    for (const { memoId } of (await memosOf(history.desk, itemId)).values()) {
      const part = Math.min(owed, model.free(`M${memoId}`));
      if (part > 0) model.link(itemId, `M${memoId}`, part);
      owed -= part;
    }
  }
}

/** The memos of an item, oldest first. */
async function memosOf(desk: TestService, itemId: number): Promise<{ memoId: number }[]> {
  return await desk
    .service()
    .ledger()
    .read(
      async (db) =>
        await db.all<{ memoId: number }>`
      SELECT memo_id AS memoId FROM credit_memo_line WHERE item_id = ${itemId} ORDER BY id`,
    );
}
