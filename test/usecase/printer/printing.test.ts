import { afterEach, beforeEach, expect, test } from 'vitest';
import { openNetworkPrinter } from '../../../electron/printing/network-printer.ts';
import { decodeEscpos } from '../../printing/decode-escpos.ts';
import { FakePrinter, type PrinterFault } from '../../support/fake-printer.ts';
import { openTestService, type TestService } from '../../support/test-service.ts';

const WAITS = { connectMs: 2000, statusMs: 60, paperMs: 120 };
const KICK = [0x1b, 0x70, 0x00, 0x32, 0xfa];

let printer: FakePrinter;
let desk: TestService;

beforeEach(async () => {
  printer = new FakePrinter();
  await printer.start();
  const { address } = printer;
  desk = await openTestService({ printerOf: () => openNetworkPrinter(address, WAITS) });
  await setPrinter();
});
afterEach(async () => {
  await desk.close();
  await printer.stop();
});

const setPrinter = (printsReceipts = true) =>
  desk.call('printer.set', {
    tillId: desk.tillId,
    printer: { kind: 'network', address: printer.address, columns: 48, printsReceipts },
  });
let code = 0;
async function product() {
  code += 1;
  return await desk.call('product.add', {
    type: 'merchandise',
    ledgerCode: '4000',
    code: `P${code}`,
    nameFr: 'Café glacé',
    nameEn: 'Iced coffee',
    priceMinor: 1000,
    taxClass: 'taxable',
  });
}
/** Sells one thing for 11.50; `tenderedMinor` decides whether there is change. */
async function sell(tenderedMinor: number) {
  const { productId } = await product();
  const before = performance.now();
  const sold = await desk.call('invoice.issue', {
    clientId: desk.walkInClientId,
    items: [{ productId }],
    tenders: [{ method: 'cash', tenderedMinor }],
  });
  return {
    number: sold.state === 'done' ? (sold.invoiceNumber ?? '') : '',
    tookMs: performance.now() - before,
  };
}
const isKick = (bytes: Uint8Array) => bytes.join() === KICK.join();
const papers = () => printer.papers.filter((bytes) => !isKick(bytes));
const kicks = () => printer.papers.filter(isKick).length;
const whole = () => papers().filter((bytes) => bytes.slice(-3).join() === '29,86,1');
const textOf = (bytes: Uint8Array | undefined) =>
  decodeEscpos(bytes ?? new Uint8Array())
    .rows.map(({ text }) => text)
    .join('\n');
const state = async () => (await desk.call('printer.list', {})).printers[0];
async function settled(holds: (now: Awaited<ReturnType<typeof state>>) => boolean) {
  await expect.poll(async () => holds(await state()), { timeout: 8000, interval: 5 }).toBe(true);
}
const invoices = async () =>
  await desk
    .service()
    .ledger()
    .read((db) => db.get<{ count: number }>`SELECT count(*) AS count FROM invoice`);

test('a sale prints its receipt by itself, once, and the change opens the drawer first', async () => {
  const { number } = await sell(2000);
  await settled((now) => now?.waiting === 0);
  expect(kicks()).toBe(1);
  expect(isKick(printer.papers[0]!)).toBe(true);
  expect(whole()).toHaveLength(1);
  expect(textOf(whole()[0])).toContain(number);
  expect(textOf(whole()[0])).toContain('Café glacé');
  expect(textOf(whole()[0])).not.toContain('DUPLICATA');
});

test('an exact amount, a reprint and a float open nothing; pay-in, drop, pay-out and no-sale do', async () => {
  const { number } = await sell(1150);
  await settled((now) => now?.waiting === 0);
  const again = await desk.call('printer.print', { kind: 'receipt', number });
  expect(again).toEqual({ tillName: 'Caisse 1', copy: 1 });
  await desk.call('till.topUp', { amountMinor: 1000 });
  await settled((now) => now?.waiting === 0);
  expect(kicks()).toBe(0);
  expect(whole()).toHaveLength(2);
  expect(textOf(whole()[1])).toContain('DUPLICATA / COPIE 1');
  let expected = 0;
  for (const [name, input] of [
    ['till.payIn', { amountMinor: 500, reason: 'Monnaie' }],
    ['till.payOut', { amountMinor: 500, reason: 'Timbres' }],
    ['till.drop', { amountMinor: 500 }],
    ['till.noSale', { reason: 'Change' }],
  ] as const) {
    expect((await desk.send(name, input)).ok).toBe(true);
    expected += 1;
    await printer.until(() => kicks() === expected);
  }
});

test('an answer sent again opens no drawer and prints nothing again', async () => {
  for (let time = 0; time < 3; time += 1)
    await desk.call('till.payIn', { amountMinor: 500, reason: 'Monnaie' }, { key: 'same-key-for-all' });
  await sell(1150);
  await settled((now) => now?.waiting === 0);
  expect(kicks()).toBe(1);
  expect(whole()).toHaveLength(1);
});

test('a refused printer delays nothing, says so, and the original comes out once it is back', async () => {
  await printer.stop();
  const { tookMs, number } = await sell(2000);
  expect(tookMs).toBeLessThan(500);
  await settled((now) => now?.problem === 'unreachable' && now.waiting === 1);
  expect((await invoices())?.count).toBe(1);
  await printer.start();
  await settled((now) => now?.waiting === 0 && now.problem === null);
  expect(whole()).toHaveLength(1);
  expect(textOf(whole()[0])).toContain(number);
  expect(textOf(whole()[0])).not.toContain('DUPLICATA');
});

test.each<[string, PrinterFault, string]>([
  ['no paper', { paperEndsAfter: 0 }, 'paper-out'],
  ['paper out mid-receipt', { paperEndsAfter: 200 }, 'paper-out'],
  ['cover open', { isCoverOpen: true }, 'cover-open'],
  ['broken off', { breaksAfter: 1 }, 'interrupted'],
])(
  '%s: the reason is told, one sale is written, and the paper comes out marked as the rules say',
  async (_, fault, problem) => {
    printer.fault = fault;
    await sell(1150);
    await settled((now) => now?.problem === problem);
    expect((await invoices())?.count).toBe(1);
    const begun = papers().length;
    printer.refill();
    await settled((now) => now?.waiting === 0 && now.problem === null);
    const last = textOf(whole().at(-1));
    if (begun === 0) expect(last).not.toContain('DUPLICATA');
    else expect(last).toMatch(/DUPLICATA \/ COPIE \d/);
  },
);

test.each<[string, PrinterFault]>([
  ['answers nothing', { isSilent: true }],
  ['answers garbage', { talksGarbage: true }],
  ['knows no proof of printing', { lacksProof: true }],
])('a printer that %s prints once', async (_, fault) => {
  printer.fault = fault;
  await sell(1150);
  await settled((now) => now?.waiting === 0 && now.problem === null);
  expect(papers()).toHaveLength(1);
  expect(whole()).toHaveLength(1);
});

test.each([
  ['tells its status', {}],
  ['answers nothing', { isSilent: true }],
])('closed at each byte, a printer that %s never seems to have printed', async (_, nature) => {
  const bytes = Uint8Array.from({ length: 300 }, (__, index) => 0x20 + (index % 90));
  const link = openNetworkPrinter(printer.address, { ...WAITS, statusMs: 2 });
  for (let after = 1; after <= bytes.length; after += 1) {
    printer.fault = { ...nature, breaksAfter: after };
    const outcome = await link.print(async () => bytes, new AbortController().signal);
    expect(outcome).toEqual({ kind: 'sent', problem: 'interrupted' });
    expect(printer.papers.at(-1)).toHaveLength(after);
  }
});

test('closed here and there: never a second sale, and each time a whole copy follows', async () => {
  await setPrinter(false);
  const { number } = await sell(1150);
  await desk.call('printer.print', { kind: 'receipt', number });
  await settled((now) => now?.waiting === 0);
  const length = whole()[0]!.length;
  for (let bytes = 1; bytes < length; bytes += 37) {
    const before = whole().length;
    printer.fault = { breaksAfter: bytes };
    await desk.call('printer.print', { kind: 'receipt', number });
    await printer.until(() => papers().at(-1)?.length === bytes);
    printer.refill();
    await printer.until(() => whole().length === before + 1);
    await settled((now) => now?.waiting === 0 && now.problem === null);
    expect(textOf(whole().at(-1))).toMatch(/DUPLICATA \/ COPIE \d+/);
  }
  expect((await invoices())?.count).toBe(1);
  const copies = await desk
    .service()
    .ledger()
    .read(
      (db) =>
        db.get<{ count: number }>`SELECT count(*) AS count FROM process_event WHERE to_state = 'printing'`,
    );
  expect(copies?.count).toBe(papers().length);
  expect(await desk.verify()).toEqual([]);
}, 60_000);

test('every kind prints by its number, and what does not exist is refused', async () => {
  const { number } = await sell(1150);
  const read = await desk.call('invoice.find', { text: number }).catch(() => null);
  expect(read).not.toBeUndefined();
  expect(await desk.send('printer.print', { kind: 'invoice', number: 'F-999999' })).toMatchObject({
    ok: false,
    failure: { code: 'document-unknown' },
  });
  await desk.call('printer.print', { kind: 'invoice', number });
  await desk.call('printer.print', { kind: 'payment', number: 'R-000001' });
  await settled((now) => now?.waiting === 0);
  expect(whole()).toHaveLength(3);
  await desk.call('printer.set', { tillId: desk.tillId, printer: { kind: 'none' } });
  expect(await desk.send('printer.print', { kind: 'invoice', number })).toMatchObject({
    ok: false,
    failure: { code: 'no-printer' },
  });
});
