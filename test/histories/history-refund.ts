import { atMost, has, same } from './agree.ts';
import type { History } from './history.ts';
import { type ModelLine, toCoins } from './money-model.ts';

export async function issueRefund(history: History, clientId: number, upTo?: number): Promise<void> {
  const { random, model } = history;
  const destination = random.pick(['cash', 'terminal'] as const);
  const sources = [
    ...[...model.payments.keys()].map((id) => `P${id}`),
    ...[...model.memos.keys()].map((id) => `M${id}`),
  ];
  const open = sources.filter((name) => model.source(name).clientId === clientId);
  const free = open.reduce((sum, name) => sum + model.free(name), 0);
  const amountMinor = random.integer(1, upTo ?? Math.max(2, Math.ceil(free * 1.3)));
  const asked = { clientId, destination, amountMinor, reason: 'retour' };
  const issued = await history.send<{ refundId: number }>('refund.issue', asked);
  if (!issued) return;
  atMost(amountMinor, free, 'refund of what is open');
  const read = await history.desk.call('refund.read', { refundId: issued.refundId });
  const lines: ModelLine[] = read.lines.map((line) => ({
    source: line.memoId === null ? `P${line.paymentId}` : `M${line.memoId}`,
    origin: line.originPaymentId,
    amount: line.amountMinor,
  }));
  const linesMinor = lines.reduce((sum, line) => sum + line.amount, 0);
  same(linesMinor, amountMinor, 'lines of a refund');
  const drawers = new Map<number, number>();
  for (const line of lines) {
    const origin = model.payments.get(line.origin)!;
    atMost(line.amount, model.free(line.source), `refund from ${line.source}`);
    atMost(line.amount, origin.amount - origin.returned - origin.originHeld, `refund of P${line.origin}`);
    const isRefused = origin.isVoid || (destination === 'terminal' && origin.method !== 'terminal');
    same(isRefused, false, 'a refund of money that may not go there');
    model.source(line.source).held += line.amount;
    origin.originHeld += line.amount;
    drawers.set(line.origin, (drawers.get(line.origin) ?? 0) + line.amount);
  }
  const drawer = [...drawers].reduce((sum, [id, cents]) => {
    const before = model.payments.get(id)!.returnedInCash;
    return sum + toCoins(before + cents) - toCoins(before);
  }, 0);
  const { session } = model;
  const refund = {
    clientId,
    destination,
    amount: amountMinor,
    drawer,
    lines,
    state: 'sent',
    isHeld: true,
    session,
  } as const;
  model.refunds.set(issued.refundId, { ...refund, lines });
}

/** One of the four answers about a refund, also about one that is settled; a slip may show another amount. */
export async function answerRefund(history: History): Promise<void> {
  const { random, model } = history;
  const all = [...model.refunds];
  const waiting = all.filter(([, refund]) => refund.state !== 'done' && refund.state !== 'failed');
  if (all.length === 0) return;
  const [refundId, refund] = random.pick(waiting.length > 0 && random.chance(0.8) ? waiting : all);
  const answer = random.pick(['approved', 'approved', 'declined', 'not-done', 'unknown'] as const);
  const shown =
    refund.destination === 'cash'
      ? refund.drawer
      : Math.max(1, refund.amount + random.pick([0, 0, 0, -1, 1]));
  const evidence =
    refund.destination === 'terminal' ? { evidence: history.slip(shown), slipReallyShows: true } : {};
  const asked = { refundId, answer, reason: 'vérifié', ...(answer === 'approved' ? evidence : {}) };
  const told = await history.send<{
    state: string;
    refundedMinor: number;
    excessMinor: number;
    drawerMinor: number | null;
  }>('refund.settle', asked);
  if (!told) return;
  same(refund.state === 'done', false, 'money that moved was settled twice');
  if (told.state !== 'done' && told.state !== 'failed') return;
  const moved = refund.destination === 'cash' ? refund.amount : shown;
  const covered = hasRoom(history, refund) ? Math.min(moved, refund.amount) : 0;
  release(history, refund);
  refund.state = told.state;
  if (told.state === 'failed') return;
  same(answer, 'approved', 'money that moved');
  const drawerMinor = refund.destination === 'cash' ? refund.drawer : null;
  const sums = { refundedMinor: covered, excessMinor: moved - covered, drawerMinor };
  has(told, sums, 'a settled refund');
  if (refund.destination === 'cash') model.drawer -= refund.drawer;
  let rest = covered;
  for (const line of refund.lines) {
    const part = Math.min(rest, line.amount);
    const origin = model.payments.get(line.origin)!;
    model.source(line.source).refunded += part;
    origin.returned += part;
    if (refund.destination === 'cash') origin.returnedInCash += part;
    rest -= part;
  }
  refund.amount = moved;
}

/** Whether its sources still have what it asked: always while it is held. What moved beyond them is in excess. */
function hasRoom({ model }: History, refund: { isHeld: boolean; lines: ModelLine[] }): boolean {
  return (
    refund.isHeld ||
    refund.lines.every(({ source, origin, amount }) => {
      const payment = model.payments.get(origin)!;
      const left = payment.isVoid ? 0 : payment.amount - payment.returned - payment.originHeld;
      return amount <= model.free(source) && amount <= left;
    })
  );
}

function release(history: History, refund: { isHeld: boolean; lines: ModelLine[] }): void {
  if (!refund.isHeld) return;
  refund.isHeld = false;
  for (const line of refund.lines) {
    history.model.source(line.source).held -= line.amount;
    history.model.payments.get(line.origin)!.originHeld -= line.amount;
  }
}
