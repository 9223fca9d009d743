import { DateTime } from 'luxon';
import { DEMONSTRATION_PIN } from '../../shared/contract/demonstration.ts';
import type { SecretKeeper } from '../host/secret-store.ts';
import { markDemonstration } from '../ledger/organisation-store.ts';
import { createService } from '../service.ts';
import { DEMO_CATALOGUE } from './demo-catalogue.ts';
import { DEMO_CUSTOM_ITEMS } from './demo-custom-items.ts';
import { ADMINISTRATOR, DemoDesk, ZONE } from './demo-desk.ts';
import { DEMO_DISCOUNTS } from './demo-discounts.ts';
import { FAMILY_NAMES, GIVEN_NAMES, STREETS } from './demo-names.ts';
import { leaveExpiredCard, leaveInDoubt, leaveToReconcile, sell } from './demo-sales.ts';

/** The demonstration's PIN is public: hashing it slowly would only slow the start. */
const DEMO_PIN_COST = 2 ** 10;
const CLIENTS = 320;
const DAYS = 24;

/**
 * Fills a new ledger with a plausible recreation centre: staff, a catalogue, a few hundred households and some weeks
 * of sales and refunds up to yesterday, all through the real commands at past times. Closes the ledger when done.
 */
export async function fillDemo(options: {
  path: string;
  secrets: SecretKeeper;
  today?: Date;
}): Promise<void> {
  const today = DateTime.fromJSDate(options.today ?? new Date(), { zone: ZONE });
  const firstDay = today.minus({ days: DAYS }).set({ hour: 8, minute: 0, second: 0, millisecond: 0 });
  const desk = new DemoDesk(firstDay.toJSDate());
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

async function setUp(desk: DemoDesk): Promise<void> {
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
    desk.products.push({
      productId: (await desk.call('product.add', input)).productId,
      input,
      placesLeft: input.details?.capacity ?? Number.POSITIVE_INFINITY,
    });
  for (const item of DEMO_CUSTOM_ITEMS) await desk.call('customItem.add', item);
  for (const rule of DEMO_DISCOUNTS) await desk.call('discountRule.save', rule);
  for (let count = 0; count < CLIENTS; count += 1) await openClient(desk, count);
}

async function openClient(desk: DemoDesk, count: number): Promise<void> {
  const { random } = desk;
  const family = random.pick(FAMILY_NAMES);
  const owner = random.pick(GIVEN_NAMES);
  const children = Array.from({ length: random.integer(0, 3) }, () => random.pick(GIVEN_NAMES));
  const bornWithin = (first: number, last: number) =>
    `${random.integer(first, last)}-0${random.integer(1, 9)}-1${random.integer(0, 9)}`;
  const birthDates = [bornWithin(1955, 1999), ...children.map(() => bornWithin(2012, 2021))];
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
        birthDate: birthDates[0],
      },
      ...children.map((givenName, child) => ({
        givenName,
        familyName: family,
        birthDate: birthDates[child + 1],
        tags: ['résident'],
      })),
    ],
  });
  desk.clients.push({ clientId: opened.clientId, personIds: opened.personIds, birthDates });
}

async function workDay(desk: DemoDesk, day: DateTime, isLast: boolean): Promise<void> {
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
    await leaveToReconcile(desk);
  }
  desk.now = day.set({ hour: 21 }).toJSDate();
  await desk.signIn();
  await closeTill(desk);
}

async function closeTill(desk: DemoDesk): Promise<void> {
  const { session } = await desk.call('till.read', {});
  const expectedMinor = session?.expectedMinor ?? 0;
  await desk.call('till.end', {});
  const missing = desk.random.chance(0.15) ? 25 : 0;
  await desk.call('till.count', { totalMinor: Math.max(0, expectedMinor - missing) });
  await desk.call('till.close', {});
}
