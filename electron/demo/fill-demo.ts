import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import type { InputOf, OperationName, OutputOf } from '../../shared/contract/contract.ts';
import { DEMONSTRATION_PIN } from '../../shared/contract/demonstration.ts';
import { taxItem } from '../../shared/domain/tax.ts';
import type { SecretStore } from '../host/secret-store.ts';
import { markDemonstration } from '../ledger/organisation-store.ts';
import { createService, type GuichetService } from '../service.ts';
import { DEMO_CATALOGUE } from './demo-catalogue.ts';
import { FAMILY_NAMES, GIVEN_NAMES, STREETS } from './demo-names.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

/** The demonstration's PIN is public: hashing it slowly would only slow the start. */
const DEMO_PIN_COST = 2 ** 10;
const ZONE = 'America/Toronto';
const CLIENTS = 320;
const DAYS = 24;
const EXPIRED_CARD_CLIENT = 11;
const SEED = 20_261_123;
const ADMINISTRATOR = 'Marie-Ève Tremblay';

interface DemoClient {
  clientId: number;
  personIds: number[];
}

/** A desk being filled: calls go through the same dispatch as a clerk's, at the clock's time. */
class Desk {
  readonly random: SeededRandom = seededRandom(SEED);
  readonly clients: DemoClient[] = [];
  readonly products: { productId: number; input: InputOf<'product.add'> }[] = [];
  now: Date;
  service!: GuichetService;
  session: string | undefined;

  constructor(now: Date) {
    this.now = now;
  }

  async call<N extends OperationName>(operation: N, input: InputOf<N>): Promise<OutputOf<N>> {
    const { session } = this;
    const outcome = await this.service.call({ operation, input, key: randomUUID(), session });
    if (!outcome.ok)
      throw new Error(`${operation}: ${outcome.failure.code} ${JSON.stringify(outcome.failure.detail)}`);
    return outcome.value as OutputOf<N>;
  }

  /** A sign-in ends after half an hour without a call, in the past too. */
  async signIn(): Promise<void> {
    this.session = (await this.call('staff.signIn', { name: ADMINISTRATOR, pin: DEMONSTRATION_PIN })).session;
  }
}

/**
 * Fills a new ledger with a plausible recreation centre: staff, a catalogue, a few hundred households and some weeks
 * of sales and refunds up to yesterday, all through the real commands at past times. Closes the ledger when done.
 */
export async function fillDemo(options: { path: string; secrets: SecretStore; today?: Date }): Promise<void> {
  const today = DateTime.fromJSDate(options.today ?? new Date(), { zone: ZONE });
  const firstDay = today.minus({ days: DAYS }).set({ hour: 8, minute: 0, second: 0, millisecond: 0 });
  const desk = new Desk(firstDay.toJSDate());
  desk.service = await createService({
    ...options,
    clock: { now: () => desk.now },
    pinCost: DEMO_PIN_COST,
    verifyInBackground: false,
  });
  try {
    await setUp(desk);
    for (let day = 0; day < DAYS; day += 1)
      await workDay(desk, firstDay.plus({ days: day }), day === DAYS - 1);
  } finally {
    await desk.service.close();
  }
}

async function setUp(desk: Desk): Promise<void> {
  await desk.call('organisation.setUp', {
    name: 'Centre récréatif du Faubourg (démonstration)',
    address: '120, rue des Érables, Saint-Rémi-du-Lac (Québec) J0L 2L0',
    phone: '450 555-0100',
    gstNumber: '100000000 RT0001',
    qstNumber: '1000000000 TQ0001',
    language: 'fr',
    administrator: { name: ADMINISTRATOR, pin: DEMONSTRATION_PIN },
    tillName: 'Caisse 1',
    terminalName: 'T1',
    safeOpeningMinor: 150_000,
  });
  await desk.service.ledger().write(async (db) => {
    await markDemonstration(db);
  });
  await desk.signIn();
  for (const [name, roles] of [
    ['Julien Caron', ['clerk']],
    ['Nadia Benali', ['clerk', 'supervisor']],
  ] as const) {
    const added = await desk.call('staff.add', { name, roles: [...roles], language: 'fr' });
    await desk.call('staff.setPin', {
      staffId: added.staffId,
      resetCode: added.resetCode,
      pin: DEMONSTRATION_PIN,
    });
  }
  await desk.call('terminal.add', { name: 'T2', deviceNumber: '80214477' });
  for (const input of DEMO_CATALOGUE)
    desk.products.push({ productId: (await desk.call('product.add', input)).productId, input });
  for (let count = 0; count < CLIENTS; count += 1) await openClient(desk, count);
}

async function openClient(desk: Desk, count: number): Promise<void> {
  const { random } = desk;
  const family = random.pick(FAMILY_NAMES);
  const owner = random.pick(GIVEN_NAMES);
  const children = Array.from({ length: random.integer(0, 3) }, () => random.pick(GIVEN_NAMES));
  const opened = await desk.call('client.open', {
    name: children.length > 0 ? `Famille ${family}` : `${owner} ${family}`,
    language: random.chance(0.12) ? 'en' : 'fr',
    phone: `450 555-${String(1000 + count).slice(-4)}`,
    email: `${desk.clients.length + 1}.client@exemple.ca`,
    cardNumber: `2101${String(200_000 + count)}`,
    address: `${random.integer(10, 990)}, ${random.pick(STREETS)}`,
    people: [
      {
        givenName: owner,
        familyName: family,
        isOwner: true,
        birthDate: `${random.integer(1955, 1999)}-0${random.integer(1, 9)}-1${random.integer(0, 9)}`,
      },
      ...children.map((givenName) => ({
        givenName,
        familyName: family,
        birthDate: `${random.integer(2012, 2021)}-0${random.integer(1, 9)}-1${random.integer(0, 9)}`,
        tags: ['résident'],
      })),
    ],
  });
  desk.clients.push({ clientId: opened.clientId, personIds: opened.personIds });
}

async function workDay(desk: Desk, day: DateTime, isLast: boolean): Promise<void> {
  const { random } = desk;
  desk.now = day.set({ hour: 8, minute: 30 }).toJSDate();
  await desk.signIn();
  await desk.call('till.open', { floatMinor: 20_000 });
  const sales = random.integer(12, 22);
  for (let sale = 0; sale < sales; sale += 1) {
    desk.now = day
      .set({ hour: 9 })
      .plus({ minutes: sale * 25 })
      .toJSDate();
    await sell(desk);
  }
  if (random.chance(0.5))
    await desk.call('till.payIn', { amountMinor: 2_000, reason: 'Machine distributrice' });
  await desk.call('till.drop', { amountMinor: 10_000 }).catch(() => undefined);
  if (isLast) {
    await leaveInDoubt(desk);
    await leaveExpiredCard(desk);
  }
  desk.now = day.set({ hour: 21 }).toJSDate();
  await desk.signIn();
  await closeTill(desk);
}

async function closeTill(desk: Desk): Promise<void> {
  const { session } = await desk.call('till.read', {});
  const expectedMinor = session?.expectedMinor ?? 0;
  await desk.call('till.end', {});
  const missing = desk.random.chance(0.15) ? 25 : 0;
  await desk.call('till.count', { totalMinor: Math.max(0, expectedMinor - missing) });
  await desk.call('till.close', {});
}

async function sell(desk: Desk): Promise<void> {
  const { random } = desk;
  const client = random.pick(desk.clients);
  const chosen = Array.from({ length: random.integer(1, 3) }, () => random.pick(desk.products));
  const items = chosen.map(({ productId, input }) => ({
    productId,
    quantity: input.type === 'merchandise' || input.type === 'pass' ? random.integer(1, 2) : 1,
    ...(input.type === 'merchandise' ? {} : { personId: random.pick(client.personIds) }),
  }));
  const localDate = DateTime.fromJSDate(desk.now, { zone: ZONE }).toISODate() ?? '';
  const dueMinor = chosen.reduce((sum, { input }, index) => {
    const netMinor = input.priceMinor * (items[index]?.quantity ?? 1);
    return sum + taxItem({ netMinor, taxClass: input.taxClass, localDate }).totalMinor;
  }, 0);
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

async function approve(desk: Desk, attemptId: number, retypedMinor: number): Promise<void> {
  await desk.call('payment.settle', { attemptId, answer: 'approved', evidence: slip(desk, retypedMinor) });
}

function slip(desk: Desk, retypedMinor: number) {
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
async function refundSomething(desk: Desk, clientId: number): Promise<void> {
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
    reason: 'Carte remplacée',
  });
  await desk.call('refund.settle', { refundId, answer: 'approved' });
}

/** Yesterday ended with one refund nobody could say the outcome of: the Action Center has something to show. */
async function leaveInDoubt(desk: Desk): Promise<void> {
  const client = desk.clients[7];
  const pool = desk.products.find(({ input }) => input.code === 'NAT-AD');
  if (!client || !pool) return;
  const totalMinor = 14_372;
  const sale = await desk.call('invoice.issue', {
    clientId: client.clientId,
    items: [{ productId: pool.productId, personId: client.personIds[0] }],
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
    reason: 'Carte expirée',
  });
  await desk.call('refund.settle', { refundId, answer: 'unknown' });
}

/** A family paid online with a card that has since expired: the refund that the program exists for waits to be made. */
async function leaveExpiredCard(desk: Desk): Promise<void> {
  const client = desk.clients[EXPIRED_CARD_CLIENT];
  const swim = desk.products.find(({ input }) => input.code === 'NAT-810');
  if (!client || !swim) return;
  const sale = await desk.call('invoice.issue', {
    clientId: client.clientId,
    items: [{ productId: swim.productId, personId: client.personIds[0] }],
    tenders: [
      { method: 'online-card', amountMinor: 16_000, brand: 'Visa', last4: '4417', approvalCode: '07A31C' },
    ],
  });
  if (sale.state !== 'done' || sale.invoiceId === null) return;
  const paymentId = sale.payments[0]?.paymentId;
  if (paymentId !== undefined) await desk.call('payment.markCard', { paymentId, status: 'expired' });
  const { items } = await desk.call('invoice.read', { invoiceId: sale.invoiceId });
  const itemId = items[0]?.itemId ?? 0;
  await desk.call('item.cancel', { itemId, creditBasisPoints: 6_000, reason: 'Déménagement' });
}
