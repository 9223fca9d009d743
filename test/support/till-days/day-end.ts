import { checkDrawers, type ModelledDesk } from './desk-days.ts';
import type { DrawerModel } from './drawer-model.ts';
import { settleUnderWay } from './refund-steps.ts';

/** Ends, counts (sometimes twice, sometimes wrong) and closes one till; sometimes recounts it, sometimes deposits. */
export async function closeDay(modelled: ModelledDesk, till: DrawerModel): Promise<void> {
  const { desk, random, counts } = modelled;
  const { tillId } = till;
  await desk.call('till.end', { tillId });
  const outcome = await desk.send('till.payIn', { tillId, amountMinor: 500, reason: 'trop tard' });
  if (outcome.ok) throw new Error('money moved in an ended session');
  if (till.underWay.length > 0) {
    await desk.call('till.count', { tillId, totalMinor: till.expectedMinor });
    const refused = await desk.send('till.close', { tillId });
    if (refused.ok || refused.failure.code !== 'till-open-cash-attempt')
      throw new Error('closed over cash whose hand-over is not known');
    while (till.underWay.length > 0) await settleUnderWay(modelled, till);
    await checkDrawers(modelled, 'settled at the close');
  }
  await countAndClose(modelled, till);
  if (random.chance(0.1)) {
    await desk.call('till.reopen', { tillId, reason: 'recompte' });
    counts.reopenings += 1;
    modelled.safeMinor -= till.lastCountMinor;
    till.expectedMinor = till.closedMinor;
    till.isClosed = false;
    await checkDrawers(modelled, 'reopened');
    await countAndClose(modelled, till);
  }
  if (random.chance(0.2)) await deposit(modelled);
}

async function countAndClose(modelled: ModelledDesk, till: DrawerModel): Promise<void> {
  const { desk, random, counts } = modelled;
  const { tillId, expectedMinor } = till;
  const differenceMinor = random.chance(0.5) ? 0 : random.integer(-1500, 1500);
  const countedMinor = Math.max(0, expectedMinor + differenceMinor);
  const { session } = await desk.call('till.read', { tillId });
  if (session?.countsTaken === 0 && random.chance(0.3))
    await desk.call('till.count', { tillId, totalMinor: random.integer(0, 5000) * 5 });
  const { agrees } = await desk.call('till.count', { tillId, totalMinor: countedMinor });
  if (agrees !== (countedMinor === expectedMinor)) throw new Error('the count tells the wrong thing');
  const closed = await desk.call('till.close', { tillId, differenceReason: 'essai' });
  const wrong =
    closed.expectedMinor !== expectedMinor ||
    closed.countedMinor !== countedMinor ||
    closed.differenceMinor !== countedMinor - expectedMinor;
  if (wrong)
    throw new Error(`the Z says ${JSON.stringify(closed)}, the model ${expectedMinor}, ${countedMinor}`);
  counts.closes += 1;
  modelled.safeMinor += countedMinor;
  till.isClosed = true;
  till.lastCountMinor = countedMinor;
  till.closedMinor = expectedMinor;
}

async function deposit(modelled: ModelledDesk): Promise<void> {
  const { desk, random, counts } = modelled;
  const plan = await desk.call('depositSlip.plan', {});
  if (plan.safeMinor !== modelled.safeMinor)
    throw new Error(`the safe says ${plan.safeMinor}, the model ${modelled.safeMinor}`);
  const cashMinor = Math.floor((plan.suggestedCashMinor * random.next()) / 5) * 5;
  if (cashMinor === 0 && plan.cheques.length === 0) return;
  await desk.call('depositSlip.make', {
    cashMinor,
    zNumbers: plan.closes.map((close) => close.zNumber),
    chequePaymentIds: plan.cheques.map((cheque) => cheque.paymentId),
  });
  modelled.safeMinor -= cashMinor;
  counts.deposits += 1;
}
