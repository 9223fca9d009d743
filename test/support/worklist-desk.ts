import { setTimeout as delay } from 'node:timers/promises';
import type { ServedSimulator } from '../../electron/gateway/simulator/serve-simulator.ts';
import { addDays, localDateOf } from '../../shared/domain/local-time.ts';
import { GATEWAY_KEY } from './gateway-desk.ts';
import { addProduct, approveLeg, openClient, requireInProgress } from './goods.ts';
import type { TestService } from './test-service.ts';

/** Rows that a list has to bear. */
export const MANY = 2_000;

/** The accounts of a desk whose worklist has one of each online row, and very many late instalments. */
export interface WorklistDesk {
  readonly instalmentClientId: number;
  readonly refundClientId: number;
  readonly causesClientId: number;
}

/** Fills a ledger with a failed instalment, a failed refund, money that went five ways, and two thousand late rows. */
export async function fillWorklist(desk: TestService, simulator: ServedSimulator): Promise<WorklistDesk> {
  await desk.call('gateway.change', { kind: 'simulator', address: simulator.address });
  await desk.call('gateway.keepKey', { key: GATEWAY_KEY });
  const told = {
    instalmentClientId: await failInstalment(desk, simulator),
    refundClientId: await failRefund(desk, simulator),
    causesClientId: await sendFiveWays(desk),
  };
  await addLateInstalments(desk);
  return told;
}

async function saveCard(desk: TestService, clientId: number, last4: string): Promise<number> {
  const { savedMethodId } = await desk.call('savedMethod.add', {
    clientId,
    kind: 'card',
    token: `pm_${last4}_${clientId}`,
    brand: 'Visa',
    last4,
    expiresOn: '2031-12',
  });
  return savedMethodId;
}

async function sellOnAccount(desk: TestService, clientId: number, priceMinor: number): Promise<number> {
  const productId = await addProduct(desk, priceMinor, { taxClass: 'exempt' });
  const sale = await desk.call('invoice.issue', { clientId, items: [{ productId, quantity: 1 }] });
  if (sale.state !== 'done') throw new Error('a sale on account is done at once');
  return (await desk.call('invoice.read', { invoiceId: sale.invoiceId ?? 0 })).items[0]?.itemId ?? 0;
}

async function quiet(desk: TestService): Promise<void> {
  for (let turn = 0; turn < 500; turn += 1) {
    const { isRunning } = await desk.call('instalment.progress', {});
    const open = await desk
      .service()
      .ledger()
      .read(
        (db) => db.get<{ count: number }>`
          SELECT count(*) AS count FROM attempt WHERE driver = 'gateway' AND state IN ('prepared', 'sent', 'unknown')`,
      );
    if (!isRunning && open?.count === 0) return;
    await delay(5);
  }
  throw new Error('a charge never came to an end');
}

async function failInstalment(desk: TestService, simulator: ServedSimulator): Promise<number> {
  const { clientId } = await openClient(desk, { name: 'Luc Roy' });
  const savedMethodId = await saveCard(desk, clientId, '4417');
  await saveCard(desk, clientId, '8821');
  const itemId = await sellOnAccount(desk, clientId, 11_498);
  const today = localDateOf(desk.clock.now().toISOString(), 'America/Toronto');
  await desk.call('plan.make', {
    itemIds: [itemId],
    dates: [today, addDays(today, 30), addDays(today, 60)],
    savedMethodId,
  });
  simulator.world.scripts.push({ declined: 'expired_card' });
  await desk.call('instalment.run', {});
  await quiet(desk);
  return clientId;
}

async function failRefund(desk: TestService, simulator: ServedSimulator): Promise<number> {
  const { clientId } = await openClient(desk, { name: 'Anne Gagnon' });
  const savedMethodId = await saveCard(desk, clientId, '5005');
  await desk.call('payment.take', {
    clientId,
    tenders: [{ method: 'online-card', amountMinor: 6_000, savedMethodId }],
    restAsDeposit: true,
  });
  await quiet(desk);
  simulator.world.scripts.push({ failed: 'lost_or_stolen_card' });
  await desk.call('refund.issue', {
    clientId,
    amountMinor: 6_000,
    destination: 'online-card',
    reason: 'cancelled',
  });
  await quiet(desk);
  await desk.call('savedMethod.mark', { savedMethodId, status: 'closed' });
  return clientId;
}

/** One account whose 100.00 of card money went by cash, card, cheque, nobody knows where, and stayed as credit. */
async function sendFiveWays(desk: TestService): Promise<number> {
  const { clientId } = await openClient(desk, { name: 'Famille Bouchard' });
  const taken = await desk.call('payment.take', {
    clientId,
    tenders: [{ method: 'terminal', amountMinor: 10_000 }],
    restAsDeposit: true,
  });
  await approveLeg(desk, requireInProgress(taken).attemptId, 10_000);
  const give = async (amountMinor: number, destination: 'cash' | 'cheque' | 'terminal') =>
    await desk.call('refund.issue', { clientId, amountMinor, destination, reason: 'card-closed' });
  const cash = await give(1_000, 'cash');
  await desk.call('refund.settle', { refundId: cash.refundId, answer: 'approved' });
  const card = await give(1_500, 'terminal');
  await desk.call('refund.settle', {
    refundId: card.refundId,
    answer: 'approved',
    evidence: { retypedMinor: 1_500, approvalCode: '0B77', brand: 'Visa', last4: '4417', slipNumber: '88' },
  });
  await give(2_000, 'cheque');
  await desk.call('payment.take', {
    clientId,
    tenders: [{ method: 'cash', tenderedMinor: 3_000 }],
    restAsDeposit: true,
  });
  const doubt = await give(500, 'terminal');
  await desk.call('refund.settle', { refundId: doubt.refundId, answer: 'unknown' });
  return clientId;
}

/** Two thousand late instalments of one item, written as the ledger keeps them. */
async function addLateInstalments(desk: TestService): Promise<void> {
  const { clientId } = await openClient(desk, { name: 'École des Pins' });
  const itemId = await sellOnAccount(desk, clientId, 300_000_000);
  await desk
    .service()
    .ledger()
    .write(async (db) => {
      for (let place = 0; place < MANY; place += 1)
        await db.open('planned_payment', {
          item_id: itemId,
          client_id: clientId,
          due_date: `20${String(10 + (place % 10))}-0${1 + (place % 9)}-11`,
          amount_minor: 100 + place,
          method: 'at-desk',
          saved_method_id: null,
          staff_id: 1,
          at: db.at,
        });
    });
}
