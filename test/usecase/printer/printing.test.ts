import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { queuePaper } from '../../../electron/ledger/print-job-store.ts';
import { encodeReceipt } from '../../../electron/printing/escpos-receipt.ts';
import { openNetworkPrinter } from '../../../electron/printing/network-printer.ts';
import { documentWords } from '../../../shared/i18n/document.ts';
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
  const paper = { rows: [{ style: 'plain', text: 'x'.repeat(48) }], columns: 48 } as const;
  const bytes = encodeReceipt(paper.rows, paper.columns);
  const link = openNetworkPrinter(printer.address, { ...WAITS, statusMs: 2 });
  for (let after = 1; after <= bytes.length; after += 1) {
    printer.fault = { ...nature, breaksAfter: after };
    const outcome = await link.print(async () => paper, new AbortController().signal);
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
  await setPrinter(false);
  const { productId } = await product();
  const { clientId } = await desk.call('client.open', {
    name: 'Hélène Desrosiers',
    people: [{ givenName: 'Hélène', familyName: 'Desrosiers', isOwner: true }],
  });
  const sold = await desk.call('invoice.issue', {
    clientId,
    items: [{ productId }],
    tenders: [{ method: 'cash', tenderedMinor: 1150 }],
  });
  if (sold.state !== 'done') throw new Error('the sale waits');
  const invoice = await desk.call('invoice.read', { invoiceId: sold.invoiceId ?? 0 });
  const { totalMinor } = await desk.call('item.cancel', {
    itemId: invoice.items[0]?.itemId ?? 0,
    reason: 'Taille épuisée',
  });
  const { memos } = await desk.call('invoice.read', { invoiceId: invoice.invoiceId });
  const { refundId } = await desk.call('refund.issue', {
    clientId,
    amountMinor: totalMinor,
    destination: 'cash',
    reason: 'client-request',
  });
  await desk.call('refund.settle', { refundId, answer: 'approved' });
  const refund = await desk.call('refund.read', { refundId });
  await desk.call('till.end', {});
  await desk.call('till.count', { totalMinor: 20_000 });
  await desk.call('till.close', {});
  const asked = [
    ['receipt', invoice.number, 'REÇU'],
    ['invoice', invoice.number, 'FACTURE'],
    ['payment', sold.payments[0]?.number ?? '', 'REÇU DE PAIEMENT'],
    ['credit-note', memos[0]?.number ?? '', 'NOTE DE CRÉDIT'],
    ['refund', refund.number ?? '', documentWords.fr.clientCopy],
    ['refund-merchant', refund.number ?? '', documentWords.fr.merchantCopy],
    ['z-report', 'Z-1-0001', 'RAPPORT'],
  ] as const;
  for (const [kind, number] of asked) {
    expect(await desk.call('printer.print', { kind, number })).toMatchObject({ copy: 0 });
    expect(await desk.send('printer.print', { kind, number: 'X-999999' })).toMatchObject({
      ok: false,
      failure: { code: 'document-unknown' },
    });
  }
  await settled((now) => now?.waiting === 0);
  expect(whole()).toHaveLength(asked.length);
  for (const [index, [, number, words]] of asked.entries()) {
    expect(textOf(whole()[index])).toContain(number);
    expect(textOf(whole()[index]).toLowerCase()).toContain(words.toLowerCase());
  }
  await desk.call('printer.set', { tillId: desk.tillId, printer: { kind: 'none' } });
  expect(await desk.send('printer.print', { kind: 'invoice', number: invoice.number })).toMatchObject({
    ok: false,
    failure: { code: 'no-printer' },
  });
});

test('an X and a deposit slip print for a supervisor only; an X is never a copy, and not of a closed session', async () => {
  await setPrinter(false);
  await sell(1150);
  const x = { kind: 'x-report', number: 'X-1' } as const;
  const slip = { kind: 'deposit-slip', number: 'DB-000001' } as const;
  for (const asked of [x, slip])
    expect(await desk.send('printer.print', asked, { as: 'clerk' })).toMatchObject({
      failure: { code: 'not-allowed', detail: { needs: 'supervisor' } },
    });
  for (let time = 1; time <= 2; time += 1) {
    expect(await desk.call('printer.print', x)).toMatchObject({ copy: 0 });
    await settled((now) => now?.waiting === 0);
    expect(whole()).toHaveLength(time);
    expect(textOf(whole().at(-1))).toContain('LECTURE X');
    expect(textOf(whole().at(-1))).not.toContain('DUPLICATA');
  }
  await desk.call('till.end', {});
  await desk.call('till.count', { totalMinor: 21_150 });
  await desk.call('till.close', {});
  expect(await desk.send('printer.print', x)).toMatchObject({ failure: { code: 'document-unknown' } });
  await desk.call('depositSlip.make', { cashMinor: 1150, zNumbers: ['Z-1-0001'], chequePaymentIds: [] });
  for (const mark of ['BORDEREAU DE DÉPÔT DB-000001', 'DUPLICATA / COPIE 1']) {
    await desk.call('printer.print', slip);
    await settled((now) => now?.waiting === 0);
    expect(textOf(whole().at(-1))).toContain(mark);
  }
});

test('the answer to "where is the money?" prints in the client’s language, each time as it is then', async () => {
  await setPrinter(false);
  const { clientId } = await desk.call('client.open', { name: 'Hughes', language: 'en' });
  const { productId } = await product();
  const sold = await desk.call('invoice.issue', {
    clientId,
    items: [{ productId }],
    tenders: [{ method: 'cheque', amountMinor: 1150 }],
  });
  const invoiceId = sold.state === 'done' ? (sold.invoiceId ?? 0) : 0;
  const { items } = await desk.call('invoice.read', { invoiceId });
  await desk.call('item.cancel', { itemId: items[0]?.itemId ?? 0, reason: 'retour' });
  const { movements } = await desk.call('money.where', { clientId });
  const asked = { kind: 'money-where', number: movements[0]?.key ?? '' } as const;
  expect(asked.number).toBe('memo-1');
  for (let time = 1; time <= 2; time += 1) {
    expect(await desk.call('printer.print', asked, { as: 'clerk' })).toMatchObject({ copy: 0 });
    await settled((now) => now?.waiting === 0);
    expect(whole()).toHaveLength(time);
    expect(textOf(whole().at(-1))).toContain('Hughes');
    expect(textOf(whole().at(-1))).toContain('$11.50');
    expect(textOf(whole().at(-1))).not.toContain('COPY');
  }
  for (const number of ['memo-2', 'refund-1', 'client-1', 'memo-1; DROP'])
    expect(await desk.send('printer.print', { ...asked, number })).toMatchObject({
      failure: { code: 'document-unknown' },
    });
});

test('an X that a dead printer kept waiting goes with its session: no later session is read in its place', async () => {
  await setPrinter(false);
  await printer.stop();
  await desk.call('printer.print', { kind: 'x-report', number: 'X-1' });
  const { number } = await sell(1150);
  await desk.call('printer.print', { kind: 'receipt', number });
  await settled((now) => now?.waiting === 2 && now.problem === 'unreachable');
  await desk.call('till.end', {});
  await desk.call('till.count', { totalMinor: 21_150 });
  await desk.call('till.close', {});
  await desk.call('till.open', { floatMinor: 10_000 });
  await printer.start();
  await settled((now) => now?.waiting === 0 && now.problem === null);
  expect(whole().map((paper) => textOf(paper).includes('LECTURE X'))).toEqual([false]);
  expect(textOf(whole()[0])).toContain(number);
});

test('a paper that cannot be made is dropped and does not stand before the others', async () => {
  await desk.close();
  const { address } = printer;
  let incidents = 0;
  desk = await openTestService({
    printerOf: () => openNetworkPrinter(address, WAITS),
    logIncident: () => {
      incidents += 1;
    },
  });
  await setPrinter();
  await printer.stop();
  await desk
    .service()
    .ledger()
    .write((db) =>
      queuePaper(db, {
        tillId: desk.tillId,
        kind: 'invoice',
        number: 'F-999999',
        staffId: desk.staffIds.founder,
      }),
    );
  const { number } = await sell(1150);
  await printer.start();
  await settled((now) => now?.waiting === 0 && now.problem === null);
  expect(incidents).toBe(1);
  expect(whole()).toHaveLength(1);
  expect(textOf(whole()[0])).toContain(number);
});

test('no printer, whatever it does, delays a sale by more than 50 ms', async () => {
  const medianMs = async () => {
    const times: number[] = [];
    for (let sale = 0; sale < 7; sale += 1) times.push((await sell(2000)).tookMs);
    return times.toSorted((a, b) => a - b)[3]!;
  };
  await desk.call('printer.set', { tillId: desk.tillId, printer: { kind: 'none' } });
  const aloneMs = await medianMs();
  await setPrinter();
  for (const fault of [{ isSilent: true }, { paperEndsAfter: 100 }, { breaksAfter: 1 }]) {
    printer.fault = fault;
    expect((await medianMs()) - aloneMs).toBeLessThan(50);
    printer.refill();
  }
  await printer.stop();
  expect((await medianMs()) - aloneMs).toBeLessThan(50);
});

test('the program ends in the middle of a paper: it comes out after the start, marked as a copy', async () => {
  await desk.close();
  const folder = mkdtempSync(join(tmpdir(), 'guichet-printing-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { address } = printer;
  desk = await openTestService({
    path: join(folder, 'desk.guichet'),
    printerOf: () => openNetworkPrinter(address, WAITS),
  });
  await setPrinter();
  printer.fault = { paperEndsAfter: 50 };
  await sell(1150);
  await printer.until(() => papers().length === 1);
  await desk.restart();
  printer.refill();
  await settled((now) => now?.waiting === 0 && now.problem === null);
  expect(textOf(whole().at(-1))).toContain('DUPLICATA');
});
