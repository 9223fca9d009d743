import { finishBatch } from '../support/finish-batch.ts';
import { has, same } from './agree.ts';
import { addManualMemo, byHand, type TaxMode, takeBack } from './billing-credit.ts';
import type { BillingHistory } from './billing-history.ts';
import { type CancelAsk, countCancel, plainLine } from './cancel-model.ts';
import { newItem, type Parts, total } from './money-model.ts';

const plus = (a: Parts, b: Parts): Parts => ({ net: a.net + b.net, gst: a.gst + b.gst, qst: a.qst + b.qst });

/** People of both accounts credited or charged at once: one document an account, a line a person (domain.md B8). */
export async function runBatch(history: BillingHistory): Promise<void> {
  const { random, model, desk, households, today } = history;
  const personIds = households.flatMap((household) => household.personIds).filter(() => random.chance(0.6));
  const kind = random.pick(['credit', 'charge'] as const);
  const taxMode: TaxMode = random.pick(['included', 'added', 'waived'] as const);
  const amountMinor = random.integer(1, 3000);
  const asked = { kind, filter: { personIds }, amountMinor, taxMode };
  const isTwice = personIds.length > 0 && random.chance(0.05);
  const filter = { personIds: isTwice ? [...personIds, personIds[0]!] : personIds };
  const label = `Lot ${history.seed}-${history.commands}`;
  const input = {
    ...asked,
    filter,
    label,
    ledgerCode: 'LOT',
    reason: 'annulation',
    isRefundable: random.chance(0.5),
  };
  const started = await history.send<{ batchId: number; totalMinor: number; accountCount: number }>(
    'bulk.run',
    input,
  );
  same(started !== null, personIds.length > 0 && !isTwice, 'a batch started');
  if (!started) return;
  const parts = byHand(amountMinor, taxMode);
  has(started, { totalMinor: total(parts) * personIds.length }, 'a batch');
  const { accounts } = await finishBatch(desk, started.batchId);
  same(
    accounts.every(({ state }) => state === 'done'),
    true,
    'a batch whole',
  );
  const batch = {
    batchId: started.batchId,
    kind,
    isReversed: false,
    memoIds: [] as number[],
    invoiceIds: [] as number[],
  };
  for (const { memoId, invoiceId, clientId } of await documentsOf(history, started.batchId)) {
    const count = households
      .find((each) => each.clientId === clientId)!
      .personIds.filter((id) => personIds.includes(id)).length;
    const lines = Array.from({ length: count }, () => parts);
    if (memoId !== null) {
      addManualMemo(history, { memoId, clientId, parts: lines.reduce(plus) });
      batch.memoIds.push(memoId);
      continue;
    }
    batch.invoiceIds.push(invoiceId ?? 0);
    const { items } = await desk.call('invoice.read', { invoiceId: invoiceId ?? 0 });
    same(items.length, count, 'a line a person');
    for (const { itemId } of items) {
      model.items.set(itemId, newItem(clientId, parts, today));
      const line = { invoiceId: invoiceId ?? 0, personId: personIds[0]!, price: parts.net };
      history.about.set(itemId, plainLine({ ...line, isTaxed: taxMode !== 'waived' }));
    }
  }
  same(batch.memoIds.length + batch.invoiceIds.length, accounts.length, 'one document an account');
  history.batches.push(batch);
}

interface DocumentRow {
  memoId: number | null;
  invoiceId: number | null;
  clientId: number;
}

async function documentsOf({ desk }: BillingHistory, batchId: number): Promise<DocumentRow[]> {
  return await desk
    .service()
    .ledger()
    .read(
      async (db) =>
        await db.all<DocumentRow>`
      SELECT document.memo_id AS memoId, document.invoice_id AS invoiceId, account.client_id AS clientId
      FROM bulk_document document JOIN bulk_account account ON account.id = bulk_account_id
      WHERE account.batch_id = ${batchId} ORDER BY document.id`,
    );
}

/** Every document of a batch taken back by its counter-document. */
export async function reverseBatch(history: BillingHistory): Promise<void> {
  const { random, model, desk } = history;
  if (history.batches.length === 0) return;
  const batch = random.pick(history.batches);
  const started = await history.send<{ batchId: number }>('bulk.reverse', {
    batchId: batch.batchId,
    reason: 'erreur',
  });
  same(started !== null, !batch.isReversed && batch.kind !== 'reversal', `batch ${batch.batchId} reversed`);
  if (!started) return;
  batch.isReversed = true;
  const done = await finishBatch(desk, started.batchId);
  history.batches.push({
    batchId: started.batchId,
    kind: 'reversal',
    isReversed: true,
    memoIds: [],
    invoiceIds: [],
  });
  const made = await documentsOf(history, started.batchId);
  let refused = 0;
  for (const memoId of batch.memoIds) {
    const memo = model.memos.get(memoId)!;
    const rest = memo.amount - total(memo.reversed!);
    if (rest === 0) refused += 1;
    else {
      const { invoiceId } = made.find(
        ({ clientId, invoiceId: id }) => id !== null && clientId === memo.clientId,
      )!;
      const [item] = (await desk.call('invoice.read', { invoiceId: invoiceId ?? 0 })).items;
      const { net, gst, qst } = takeBack(history, memoId, item!.itemId, rest);
      has(item!, { netMinor: net, gstMinor: gst, qstMinor: qst }, 'a credit of a batch taken back');
    }
  }
  for (const invoiceId of batch.invoiceIds) {
    const { items } = await desk.call('invoice.read', { invoiceId });
    const left = items
      .map(({ itemId }) => itemId)
      .filter((itemId) => total(model.items.get(itemId)!.credited) < total(model.items.get(itemId)!.parts));
    if (left.length === 0) refused += 1;
    else takeChargesBack(history, left, made);
  }
  same(done.refusedCount, refused, `accounts of batch ${batch.batchId} with nothing to take back`);
}

function takeChargesBack(
  history: BillingHistory,
  left: readonly number[],
  made: readonly DocumentRow[],
): void {
  const { model, about, shared } = history;
  const asks = left.map((itemId): CancelAsk => ({ itemId, ask: 'all', keeps: false }));
  const counted = countCancel(model, about, shared.rules, asks)!;
  const { clientId } = model.items.get(left[0]!)!;
  const memoIds = made
    .filter((row) => row.memoId !== null && row.clientId === clientId)
    .map(({ memoId }) => memoId ?? 0);
  same(memoIds.length, counted.credits.length, 'a memo a charge');
  for (const [index, { itemId, parts, toItem }] of counted.credits.entries()) {
    const memoId = memoIds[index]!;
    model.take(model.items.get(itemId)!, 'all', parts);
    model.memos.set(memoId, { clientId, amount: total(parts), held: 0, refunded: 0, creditOf: itemId });
    if (toItem > 0) model.link(itemId, `M${memoId}`, toItem);
  }
}
