import type { ModelledDesk } from './desk-days.ts';
import { cashBackMinor, type DrawerModel, roundedByTable, type Sale } from './drawer-model.ts';

/** Credits a part or the whole of a sale and gives the open credit back in cash, from this till. */
export async function refundSome(modelled: ModelledDesk, till: DrawerModel): Promise<void> {
  const { desk, random, sales, tills } = modelled;
  const busy = new Set(tills.flatMap((each) => each.underWay.map(({ sale }) => sale)));
  const open = sales.filter(
    (sale) => !sale.isVoid && !busy.has(sale) && sale.refundedMinor < sale.totalMinor,
  );
  if (open.length === 0) return;
  const sale = random.pick(open);
  await creditSome(modelled, sale);
  const appliedMinor = sale.creditedMinor - sale.refundedMinor;
  const drawerMinor = cashBackMinor(sale, appliedMinor);
  const passes = drawerMinor > 0 && drawerMinor <= till.freeMinor;
  const outcome = await desk.send('refund.issue', {
    clientId: sale.clientId,
    amountMinor: appliedMinor,
    destination: 'cash',
    reason: 'retour',
    tillId: till.tillId,
  });
  if (outcome.ok !== passes)
    throw new Error(`a refund of ${appliedMinor}: ${JSON.stringify(outcome)}, the model says ${passes}`);
  if (!outcome.ok) {
    modelled.counts.refused += 1;
    return;
  }
  const { refundId } = outcome.value as { refundId: number };
  till.underWay.push({ sale, refundId, appliedMinor, drawerMinor });
  if (random.chance(0.15)) {
    await desk.call('refund.settle', { refundId, answer: 'unknown' });
    return;
  }
  if (modelled.isOnDisk && random.chance(0.2)) {
    await desk.restart();
    modelled.counts.restarts += 1;
    return;
  }
  await settleUnderWay(modelled, till);
}

async function creditSome({ desk, random }: ModelledDesk, sale: Sale): Promise<void> {
  const leftMinor = sale.totalMinor - sale.creditedMinor;
  if (leftMinor === 0) return;
  const creditMinor = sale.isTwice || random.chance(0.5) ? leftMinor : random.integer(1, leftMinor);
  await desk.call('item.cancel', {
    itemId: sale.itemId,
    ...(creditMinor === leftMinor ? {} : { creditMinor }),
    reason: 'retour',
  });
  sale.creditedMinor += creditMinor;
}

/** Says what became of the oldest hand-over of this till, sometimes through a crash, sometimes twice. */
export async function settleUnderWay(modelled: ModelledDesk, till: DrawerModel): Promise<void> {
  const { desk, random, crash, counts } = modelled;
  const next = till.underWay.shift();
  if (!next) return;
  const { sale, refundId, appliedMinor, drawerMinor } = next;
  const isHandedOver = random.chance(0.8);
  const answer = isHandedOver
    ? { refundId, answer: 'approved' as const }
    : { refundId, answer: 'not-done' as const, reason: 'le client a changé d’avis' };
  const key = `settle-${refundId}-${till.sessionNumber}`;
  if (random.chance(0.2)) {
    crash.at = random.pick(['outcome:after-move', 'outcome:before-commit', 'commit:before']);
    const died = await desk.send('refund.settle', answer, { key, as: 'founder' });
    if (died.ok) throw new Error('the program was to die and did not');
    crash.at = null;
    counts.crashes += 1;
  }
  const settled = await desk.call('refund.settle', answer, { key });
  if (random.chance(0.1)) {
    const again = await desk.call('refund.settle', answer, { key });
    if (JSON.stringify(again) !== JSON.stringify(settled)) throw new Error('the same key answered otherwise');
  }
  if (!isHandedOver) return;
  if (settled.drawerMinor !== drawerMinor)
    throw new Error(`${settled.drawerMinor} left the drawer, the model says ${drawerMinor}`);
  till.expectedMinor -= drawerMinor;
  modelled.roundingMinor += appliedMinor - drawerMinor;
  sale.refundedMinor += appliedMinor;
  sale.givenMinor += drawerMinor;
  if (sale.refundedMinor < sale.totalMinor) return;
  counts.fullRefunds += 1;
  const broughtMinor = sale.isCash ? sale.keptMinor : roundedByTable(sale.totalMinor);
  if (sale.givenMinor !== broughtMinor)
    throw new Error(`a sale of ${sale.totalMinor} brought ${broughtMinor} and gave back ${sale.givenMinor}`);
}
