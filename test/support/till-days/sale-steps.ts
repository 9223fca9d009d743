import type { ModelledDesk } from './desk-days.ts';
import { type DrawerModel, roundedByTable, type Sale, totalByHand } from './drawer-model.ts';

interface Cart {
  items: { productId: number; quantity: number }[];
  totalMinor: number;
}

function fillCart({ random, products }: ModelledDesk, lines: number): Cart {
  const items = Array.from({ length: lines }, () => ({
    product: random.pick(products),
    quantity: random.integer(1, 3),
  }));
  return {
    items: items.map(({ product, quantity }) => ({ productId: product.productId, quantity })),
    totalMinor: items.reduce(
      (sum, { product, quantity }) => sum + totalByHand(product.priceMinor * quantity, product.isTaxable),
      0,
    ),
  };
}

/** The exact coins, the next note, or more than enough. */
function tenderFor({ random }: ModelledDesk, dueMinor: number): number {
  const exactMinor = roundedByTable(dueMinor);
  const next = random.pick([5, 500, 2000, 10_000]);
  return Math.max(5, random.chance(0.3) ? exactMinor : Math.ceil(exactMinor / next) * next);
}

async function openAccount({ desk, counts }: ModelledDesk): Promise<number> {
  const person = { givenName: 'Hélène', familyName: 'Desrosiers', isOwner: true };
  const name = `Desrosiers ${counts.days}-${counts.steps}`;
  return (await desk.call('client.open', { name, people: [person] })).clientId;
}

async function keepSale(
  modelled: ModelledDesk,
  till: DrawerModel,
  sold: Pick<Sale, 'clientId' | 'totalMinor' | 'keptMinor' | 'isCash' | 'isTwice'>,
  issued: Issued | null,
): Promise<void> {
  const { items } = await modelled.desk.call('invoice.read', { invoiceId: issued?.invoiceId ?? 0 });
  modelled.sales.push({
    ...sold,
    itemId: items[0]?.itemId ?? 0,
    paymentId: issued?.payments?.[0]?.paymentId ?? 0,
    tillId: till.tillId,
    sessionNumber: till.sessionNumber,
    creditedMinor: 0,
    refundedMinor: 0,
    givenMinor: 0,
    isVoid: false,
  });
}

interface Issued {
  state: string;
  invoiceId?: number | null;
  totalMinor?: number;
  attemptId?: number;
  saleId?: number;
  payments?: { paymentId: number }[];
}

/** Cash alone: walk-in, or an account from which it can be refunded. */
export async function sellForCash(modelled: ModelledDesk, till: DrawerModel): Promise<void> {
  const { desk, random, counts } = modelled;
  const isKept = random.chance(0.5);
  const cart = fillCart(modelled, isKept ? 1 : random.integer(1, 3));
  const clientId = isKept ? await openAccount(modelled) : undefined;
  const keptMinor = roundedByTable(cart.totalMinor);
  const keepsRest = isKept && random.chance(0.1);
  const tenderedMinor = tenderFor(modelled, cart.totalMinor);
  const cash = { method: 'cash', tenderedMinor, ...(keepsRest ? { keepRestAsDeposit: true } : {}) };
  const outcome = await desk.send('invoice.issue', {
    ...(clientId ? { clientId } : {}),
    items: cart.items,
    tenders: [cash],
    tillId: till.tillId,
  });
  const isDeposit = keepsRest && tenderedMinor > cart.totalMinor;
  if (outcome.ok !== (isDeposit || keptMinor > 0))
    throw new Error(`a sale of ${cart.totalMinor}: ${JSON.stringify(outcome)}`);
  if (!outcome.ok) {
    counts.refused += 1;
    return;
  }
  const issued = outcome.value as Issued;
  if (issued.totalMinor !== cart.totalMinor)
    throw new Error(`invoiced ${issued.totalMinor}, by hand ${cart.totalMinor}`);
  if (isDeposit) {
    till.expectedMinor += tenderedMinor;
    return;
  }
  till.expectedMinor += keptMinor;
  modelled.roundingMinor += keptMinor - cart.totalMinor;
  if (clientId)
    await keepSale(
      modelled,
      till,
      { clientId, totalMinor: cart.totalMinor, keptMinor, isCash: true, isTwice: false },
      issued,
    );
}

/** A cheque for a part of it, cash for the rest. */
export async function sellByCheque(modelled: ModelledDesk, till: DrawerModel): Promise<void> {
  const { desk, random } = modelled;
  const cart = fillCart(modelled, 2);
  if (cart.totalMinor < 100) return;
  const chequeMinor = random.integer(1, cart.totalMinor - 10);
  const dueMinor = cart.totalMinor - chequeMinor;
  await desk.call('invoice.issue', {
    clientId: await openAccount(modelled),
    items: cart.items,
    tenders: [
      { method: 'cheque', amountMinor: chequeMinor, chequeNumber: String(random.integer(1, 999)) },
      { method: 'cash', tenderedMinor: tenderFor(modelled, dueMinor) },
    ],
    tillId: till.tillId,
  });
  till.expectedMinor += roundedByTable(dueMinor);
  modelled.roundingMinor += roundedByTable(dueMinor) - dueMinor;
}

/** The card first; approved, the cash follows; declined, nothing has happened. A whole card sale is kept for refunds. */
export async function sellByCardAndCash(modelled: ModelledDesk, till: DrawerModel): Promise<void> {
  const { desk, random } = modelled;
  const isAllCard = random.chance(0.5);
  const cart = fillCart(modelled, 1);
  if (cart.totalMinor < 100) return;
  const cardMinor = isAllCard ? cart.totalMinor : random.integer(1, cart.totalMinor - 10);
  const dueMinor = cart.totalMinor - cardMinor;
  const clientId = await openAccount(modelled);
  const issued = (await desk.call('invoice.issue', {
    clientId,
    items: cart.items,
    tenders: [
      { method: 'terminal', amountMinor: cardMinor, terminalId: desk.terminalId },
      ...(isAllCard ? [] : [{ method: 'cash' as const, tenderedMinor: tenderFor(modelled, dueMinor) }]),
    ],
    tillId: till.tillId,
  })) as Issued;
  modelled.slips += 1;
  const attemptId = issued.attemptId ?? 0;
  if (random.chance(0.25)) {
    await desk.call('payment.settle', { attemptId, answer: 'declined' });
    await desk.call('sale.abandon', { saleId: issued.saleId ?? 0 });
    return;
  }
  const settled = await desk.call('payment.settle', {
    attemptId,
    answer: 'approved',
    evidence: {
      retypedMinor: cardMinor,
      approvalCode: `A${modelled.slips}`,
      brand: 'Visa',
      last4: '4417',
      slipNumber: String(modelled.slips),
    },
  });
  const done = settled.outcome as Issued | null;
  if (!isAllCard) {
    till.expectedMinor += roundedByTable(dueMinor);
    modelled.roundingMinor += roundedByTable(dueMinor) - dueMinor;
    return;
  }
  await keepSale(
    modelled,
    till,
    { clientId, totalMinor: cart.totalMinor, keptMinor: 0, isCash: false, isTwice: false },
    done,
  );
}

/** A part in cash now, the rest in cash at once after: two payments of one invoice. */
export async function sellTwice(modelled: ModelledDesk, till: DrawerModel): Promise<void> {
  const { desk, random } = modelled;
  const cart = fillCart(modelled, 1);
  if (cart.totalMinor < 100) return;
  const firstMinor = random.integer(1, Math.floor((cart.totalMinor - 10) / 5)) * 5;
  const restMinor = cart.totalMinor - firstMinor;
  const clientId = await openAccount(modelled);
  const { tillId } = till;
  const issued = (await desk.call('invoice.issue', {
    clientId,
    items: cart.items,
    tenders: [{ method: 'cash', tenderedMinor: firstMinor }],
    tillId,
  })) as Issued;
  await desk.call('payment.take', {
    clientId,
    tenders: [{ method: 'cash', tenderedMinor: tenderFor(modelled, restMinor) }],
    tillId,
  });
  const keptMinor = firstMinor + roundedByTable(restMinor);
  till.expectedMinor += keptMinor;
  modelled.roundingMinor += roundedByTable(restMinor) - restMinor;
  await keepSale(
    modelled,
    till,
    { clientId, totalMinor: cart.totalMinor, keptMinor, isCash: true, isTwice: true },
    issued,
  );
}

/** Takes a cash payment of this session back, when the drawer still holds it. */
export async function voidOne(modelled: ModelledDesk, till: DrawerModel): Promise<void> {
  const { desk, random, tills, sales, counts } = modelled;
  const busy = new Set(tills.flatMap((each) => each.underWay.map(({ sale }) => sale)));
  const open = sales.filter(
    (sale) =>
      sale.isCash &&
      !sale.isTwice &&
      !sale.isVoid &&
      sale.creditedMinor === 0 &&
      !busy.has(sale) &&
      sale.tillId === till.tillId,
  );
  if (open.length === 0) return;
  const sale = random.pick(open);
  const passes = sale.sessionNumber === till.sessionNumber && sale.keptMinor <= till.freeMinor;
  const outcome = await desk.send('payment.void', { paymentId: sale.paymentId, reason: 'erreur' });
  if (outcome.ok !== passes) throw new Error(`a void: ${JSON.stringify(outcome)}, the model says ${passes}`);
  if (!outcome.ok) {
    counts.refused += 1;
    return;
  }
  sale.isVoid = true;
  till.expectedMinor -= sale.keptMinor;
  modelled.roundingMinor -= sale.keptMinor - sale.totalMinor;
}
