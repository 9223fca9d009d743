import { ageOn, localDateOf } from '../../shared/domain/local-time.ts';
import { type DemoDesk, ZONE } from './demo-desk.ts';

const EXPIRED_CARD_CLIENT = 11;
const DEPOSIT_CLIENT = 20;

/** One sale like any other: a few items, and cash, card, cheque, or later. */
export async function sell(desk: DemoDesk): Promise<void> {
  const { random } = desk;
  const client = random.pick(desk.clients);
  const chosen = Array.from({ length: random.integer(1, 3) }, () => takeProduct(desk, client));
  const items = chosen.map(({ productId, input }) => ({
    productId,
    quantity: input.type === 'merchandise' || input.type === 'pass' ? random.integer(1, 2) : 1,
    ...(input.type === 'merchandise' ? {} : { personId: random.pick(whoMay(desk, client, input)) }),
  }));
  const cart = { clientId: client.clientId, items };
  const { totalMinor: dueMinor } = await desk.call('discountRule.simulate', cart);
  const way = random.next();
  if (way < 0.08) {
    await desk.call('invoice.issue', { clientId: client.clientId, items });
    return;
  }
  if (way < 0.5) {
    const tenderedMinor = Math.ceil((dueMinor + 2) / 500) * 500;
    await desk.call('invoice.issue', {
      clientId: client.clientId,
      items,
      tenders: [{ method: 'cash', tenderedMinor }],
    });
  } else if (way < 0.92) {
    const sale = await desk.call('invoice.issue', {
      clientId: client.clientId,
      items,
      tenders: [{ method: 'terminal', amountMinor: dueMinor }],
    });
    if (sale.state === 'in-progress') await approve(desk, sale.attemptId, dueMinor);
  } else {
    const chequeNumber = String(random.integer(100, 999));
    await desk.call('invoice.issue', {
      clientId: client.clientId,
      items,
      tenders: [{ method: 'cheque', amountMinor: dueMinor, chequeNumber, bank: 'Caisse populaire' }],
    });
  }
  if (random.chance(0.06)) await refundSomething(desk, client.clientId);
}

type Client = DemoDesk['clients'][number];
type Product = DemoDesk['products'][number];

/** The people of an account who have the age the product asks for. */
function whoMay(desk: DemoDesk, client: Client, { details = {} }: Product['input']): number[] {
  const localDate = localDateOf(desk.now.toISOString(), ZONE);
  return client.personIds.filter((_personId, index) => {
    const age = ageOn(client.birthDates[index] ?? localDate, details.startDate ?? localDate);
    return age >= (details.ageMinimum ?? 0) && age <= (details.ageMaximum ?? age);
  });
}

/** A product for somebody of the account that still has a place, which it then has no more. */
function takeProduct(desk: DemoDesk, client: Client) {
  const product = desk.random.pick(
    desk.products.filter(({ placesLeft, input }) => placesLeft > 0 && whoMay(desk, client, input).length > 0),
  );
  product.placesLeft -= 1;
  return product;
}

async function approve(desk: DemoDesk, attemptId: number, retypedMinor: number): Promise<void> {
  await desk.call('payment.settle', { attemptId, answer: 'approved', evidence: slip(desk, retypedMinor) });
}

function slip(desk: DemoDesk, retypedMinor: number) {
  const { random } = desk;
  return {
    retypedMinor,
    approvalCode: random
      .integer(0, 16 ** 6 - 1)
      .toString(16)
      .toUpperCase()
      .padStart(6, '0'),
    brand: random.pick(['Interac', 'Visa', 'Mastercard']),
    last4: String(random.integer(1000, 9999)),
    slipNumber: String(random.integer(1000, 9999)),
  };
}

/** Cancels part of the client's last invoice and gives the money back in cash when the drawer can. */
async function refundSomething(desk: DemoDesk, clientId: number): Promise<void> {
  const { invoices } = await desk.call('invoice.find', { clientId, limit: 1 });
  const last = invoices[0];
  if (!last || last.owedMinor > 0) return;
  const { items } = await desk.call('invoice.read', { invoiceId: last.invoiceId });
  const item = items[0];
  if (!item || item.totalMinor === 0) return;
  await desk.call('item.cancel', {
    itemId: item.itemId,
    creditBasisPoints: 5_000,
    reason: 'Séances manquées',
  });
  const plan = await desk.call('refund.plan', { clientId });
  const session = (await desk.call('till.read', {})).session;
  if (plan.maximumMinor < 5 || plan.maximumMinor > (session?.expectedMinor ?? 0)) return;
  const { refundId } = await desk.call('refund.issue', {
    clientId,
    amountMinor: plan.maximumMinor,
    destination: 'cash',
    reason: 'card-replaced',
  });
  await desk.call('refund.settle', { refundId, answer: 'approved' });
}

/** Yesterday ended with one refund nobody could say the outcome of: the Action Center has something to show. */
export async function leaveInDoubt(desk: DemoDesk): Promise<void> {
  const client = desk.clients[7];
  const pool = desk.products.find(({ input }) => input.code === 'NAT-AD');
  if (!client || !pool) return;
  const cart = {
    clientId: client.clientId,
    items: [{ productId: pool.productId, personId: client.personIds[0] }],
  };
  const { totalMinor } = await desk.call('discountRule.simulate', cart);
  const sale = await desk.call('invoice.issue', {
    ...cart,
    tenders: [{ method: 'terminal', amountMinor: totalMinor }],
  });
  if (sale.state === 'in-progress') await approve(desk, sale.attemptId, totalMinor);
  const { invoices } = await desk.call('invoice.find', { clientId: client.clientId, limit: 1 });
  const invoice = await desk.call('invoice.read', { invoiceId: invoices[0]?.invoiceId ?? 0 });
  await desk.call('item.cancel', {
    itemId: invoice.items[0]?.itemId ?? 0,
    creditBasisPoints: 6_000,
    reason: 'Déménagement',
  });
  const { maximumMinor } = await desk.call('refund.plan', { clientId: client.clientId });
  const { refundId } = await desk.call('refund.issue', {
    clientId: client.clientId,
    amountMinor: maximumMinor,
    destination: 'terminal',
    reason: 'card-expired',
  });
  await desk.call('refund.settle', { refundId, answer: 'unknown' });
}

/** A nine-year-old of the family, for the course of that age. */
async function addChild(desk: DemoDesk, { clientId }: Client): Promise<number> {
  const birthDate = `${desk.now.getUTCFullYear() - 10}-12-31`;
  const child = { givenName: 'Zoé', birthDate };
  return (await desk.call('client.addPerson', { clientId, ...child })).personId;
}

/** A family paid online with a card that has since expired: the refund that the program exists for waits to be made. */
export async function leaveExpiredCard(desk: DemoDesk): Promise<void> {
  const client = desk.clients[EXPIRED_CARD_CLIENT];
  const swim = desk.products.find(({ input }) => input.code === 'NAT-810');
  if (!client || !swim) return;
  const cart = {
    clientId: client.clientId,
    items: [{ productId: swim.productId, personId: await addChild(desk, client) }],
  };
  const { totalMinor } = await desk.call('discountRule.simulate', cart);
  const sale = await desk.call('invoice.issue', {
    ...cart,
    tenders: [
      {
        method: 'online-card',
        amountMinor: totalMinor,
        brand: 'Visa',
        last4: '4417',
        approvalCode: '07A31C',
      },
    ],
  });
  if (sale.state !== 'done' || sale.invoiceId === null) return;
  const paymentId = sale.payments[0]?.paymentId;
  if (paymentId !== undefined) await desk.call('payment.markCard', { paymentId, status: 'expired' });
  const { items } = await desk.call('invoice.read', { invoiceId: sale.invoiceId });
  const itemId = items[0]?.itemId ?? 0;
  await desk.call('item.cancel', { itemId, creditBasisPoints: 6_000, reason: 'Déménagement' });
}

/** A household left a deposit and then took a course to pay later: there is something to reconcile. */
export async function leaveToReconcile(desk: DemoDesk): Promise<void> {
  const client = desk.clients[DEPOSIT_CLIENT];
  const swim = desk.products.find(({ input }) => input.code === 'NAT-810');
  if (!client || !swim) return;
  const { clientId } = client;
  await desk.call('payment.take', {
    clientId,
    tenders: [{ method: 'cheque', amountMinor: 10_000, chequeNumber: '118', bank: 'Caisse populaire' }],
    restAsDeposit: true,
  });
  await desk.call('invoice.issue', {
    clientId,
    items: [{ productId: swim.productId, personId: await addChild(desk, client) }],
  });
}
