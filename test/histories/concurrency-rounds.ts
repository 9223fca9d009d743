import { expect } from 'vitest';
import type { Outcome } from '../../electron/host/call.ts';
import { compareBooks } from './compare-books.ts';
import { History } from './history.ts';

const AT_ONCE = 8;

/** Rounds of eight commands at once on one item, payment, deposit or refund; returns how many were sent. */
export async function runConcurrencyRounds(seed: number, rounds: number): Promise<number> {
  const history = new History(seed);
  await history.open();
  const { desk } = history;
  const [clientId] = history.clients;
  let sent = 0;
  const race = async (name: string, inputOf: (index: number) => object): Promise<unknown> => {
    await desk.ready('founder');
    const racers = Array.from({ length: AT_ONCE }, (_, index) => desk.send(name, inputOf(index)));
    const outcomes: Outcome[] = await Promise.all(racers);
    for (const outcome of outcomes) history.count(name, outcome);
    sent += AT_ONCE;
    const winners = outcomes.filter((outcome) => outcome.ok);
    expect(winners, name).toHaveLength(1);
    return winners[0]?.ok ? winners[0].value : null;
  };
  for (let round = 0; round < rounds; round++) {
    const paid = { tenders: [{ method: 'cheque', amountMinor: 2000 + round }], restAsDeposit: true } as const;
    const taken = await desk.call('payment.take', {
      clientId: clientId!,
      ...paid,
      tenders: [...paid.tenders],
    });
    if (taken.state !== 'done') throw new Error('a cheque waits for nothing');
    const paymentId = taken.payments[0]!.paymentId;
    const asked = { clientId, sources: [{ paymentId }], destination: 'cash', reason: 'retour' };
    const issued = await race('refund.issue', (index) => ({ ...asked, amountMinor: 1100 + index }));
    const { refundId } = issued as { refundId: number };
    await race('refund.settle', () => ({ refundId, answer: 'declined' }));
    await race('payment.void', () => ({ paymentId, reason: 'erreur' }));
    const { clientId: other, items } = await soldItem(history, round);
    await race('item.cancel', (index) => ({
      itemId: items[0],
      creditBasisPoints: 6000 + index,
      reason: 'retour',
    }));
    expect((await desk.call('client.read', { clientId: other })).balanceMinor).toBeGreaterThan(0);
  }
  expect(await desk.verify()).toEqual([]);
  history.clients = [];
  await compareBooks(history);
  await desk.close();
  return sent;
}

async function soldItem({ desk, clients, random }: History, round: number) {
  const { products } = await desk.call('product.find', {});
  const productId = random.pick(products.filter((product) => product.priceMinor > 1000)).productId;
  const clientId = clients[1 + (round % 2)]!;
  const sold = await desk.call('invoice.issue', { clientId, items: [{ productId, quantity: 3 }] });
  if (sold.state !== 'done') throw new Error('nothing to wait for');
  const { items } = await desk.call('invoice.read', { invoiceId: sold.invoiceId ?? 0 });
  return { clientId, items: items.map((item) => item.itemId) };
}
