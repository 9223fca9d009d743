import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addProduct, openClient, refusalOf, sell, sellOne } from '../../support/goods.ts';
import { openTestService, type TestService } from '../../support/test-service.ts';

let desk: TestService;
beforeEach(async () => {
  desk = await openTestService();
});
afterEach(async () => {
  expect(await desk.verify()).toEqual([]);
  await desk.close();
});

const at = (date: string) => desk.clock.set(`${date}T15:00:00.000Z`);

/** A cheque of 100.00 kept as a deposit on 2 March, and a sale of 57.49 out of it on the 4th. */
async function depositThenSale(): Promise<number> {
  const { clientId, personId } = await openClient(desk, { name: 'Desrosiers', address: '12, rue des Lilas' });
  const productId = await addProduct(desk, 5000, { nameFr: 'Lunettes', nameEn: 'Goggles' });
  await desk.call('payment.take', {
    clientId,
    restAsDeposit: true,
    tenders: [{ method: 'cheque', amountMinor: 10_000, chequeNumber: '9' }],
  });
  at('2026-03-04');
  await sell(desk, { clientId, items: [{ productId, personId }], tenders: [{ method: 'deposit' }] });
  return clientId;
}

describe('statement.preview', () => {
  test('simple: purchases and payments, one line each, with the balance after each', async () => {
    const clientId = await depositThenSale();
    at('2026-03-05');
    const read = await desk.call('statement.preview', { clientId, kind: 'simple' });
    expect(read).toMatchObject({
      statementId: null,
      number: null,
      clientName: 'Desrosiers',
      clientAddress: '12, rue des Lilas',
      fromDate: '2026-03-02',
      toDate: '2026-03-04',
      openingMinor: 0,
      closingMinor: -4251,
      depositMinor: 4251,
      creditMinor: 0,
      previous: null,
    });
    expect(read.lines).toMatchObject([
      {
        kind: 'payment',
        localDate: '2026-03-02',
        method: 'cheque',
        chequeNumber: '9',
        amountMinor: -10_000,
        balanceMinor: -10_000,
        links: [],
      },
      {
        kind: 'invoice',
        localDate: '2026-03-04',
        descriptionFr: 'Lunettes',
        amountMinor: 5749,
        balanceMinor: -4251,
        items: [],
        taxes: null,
      },
    ]);
  });

  test('detailed: items, taxes, and the deposit put to use where the balance stays', async () => {
    const clientId = await depositThenSale();
    const { lines } = await desk.call('statement.preview', {
      clientId,
      kind: 'detailed',
      toDate: '2026-03-04',
    });
    expect(lines).toMatchObject([
      { kind: 'payment', links: [] },
      {
        kind: 'invoice',
        items: [
          {
            nameFr: 'Lunettes',
            nameEn: 'Goggles',
            personName: 'Hélène Desrosiers',
            quantity: 1,
            netMinor: 5000,
          },
        ],
        taxes: { gstMinor: 250, qstMinor: 499 },
      },
      {
        kind: 'use',
        number: 'R-000001',
        amountMinor: 0,
        balanceMinor: -4251,
        links: [{ number: 'F-000001', amountMinor: 5749 }],
      },
    ]);
  });

  test('a credit, its refund on a masked card and a void each have their line', async () => {
    const { clientId } = await openClient(desk);
    const productId = await addProduct(desk, 10_000);
    const sold = await sellOne(desk, productId, clientId, [
      { method: 'cheque', amountMinor: 11_498, chequeNumber: '77' },
    ]);
    await desk.call('payment.void', { paymentId: sold.payments[0]?.paymentId ?? 0, reason: 'chèque repris' });
    const { lines, aged } = await desk.call('statement.preview', {
      clientId,
      kind: 'detailed',
      toDate: '2026-03-02',
    });
    expect(lines).toMatchObject([
      { kind: 'invoice', amountMinor: 11_498, balanceMinor: 11_498 },
      {
        kind: 'payment',
        amountMinor: -11_498,
        balanceMinor: 0,
        links: [{ number: 'F-000001', amountMinor: 11_498 }],
      },
      {
        kind: 'payment-void',
        descriptionFr: 'chèque repris',
        amountMinor: 11_498,
        balanceMinor: 11_498,
        links: [{ amountMinor: -11_498 }],
      },
    ]);
    expect(aged.upTo30Minor).toBe(11_498);
  });
});

describe('statement.issue', () => {
  test('numbers it, keeps it, and the next one begins the day after, where it ended', async () => {
    const clientId = await depositThenSale();
    at('2026-03-05');
    const asked = { clientId, kind: 'detailed', message: 'Merci de votre confiance' } as const;
    const first = await desk.call('statement.issue', asked);
    expect(first).toMatchObject({
      number: 'RC-000001',
      fromDate: '2026-03-02',
      toDate: '2026-03-04',
      closingMinor: -4251,
    });
    expect(await refusalOf(desk, 'statement.issue', asked)).toEqual({
      code: 'statement-already-made',
      detail: { number: 'RC-000001', lastDate: '2026-03-04', toDate: '2026-03-04' },
    });
    at('2026-03-12');
    const second = await desk.call('statement.preview', { clientId, kind: 'simple' });
    expect(second).toMatchObject({
      fromDate: '2026-03-05',
      toDate: '2026-03-11',
      openingMinor: -4251,
      lines: [],
      previous: { number: 'RC-000001', toDate: '2026-03-04', closingMinor: -4251 },
    });
    expect((await desk.call('statement.list', { clientId })).statements).toMatchObject([
      { number: 'RC-000001', kind: 'detailed' },
    ]);
  });

  test('the same order twice is one statement', async () => {
    const clientId = await depositThenSale();
    at('2026-03-05');
    const asked = { clientId, kind: 'simple' } as const;
    const first = await desk.call('statement.issue', asked, { key: 'statement-once' });
    expect(await desk.call('statement.issue', asked, { key: 'statement-once' })).toEqual(first);
    expect((await desk.call('statement.list', { clientId })).statements).toHaveLength(1);
  });

  test('a statement that ends today reads the same after more is sold today', async () => {
    const clientId = await depositThenSale();
    const { statementId } = await desk.call('statement.issue', {
      clientId,
      kind: 'detailed',
      toDate: '2026-03-04',
    });
    const made = await desk.call('statement.read', { statementId });
    await sellOne(desk, await addProduct(desk, 2000), clientId, [{ method: 'deposit' }]);
    expect(await desk.call('statement.read', { statementId })).toEqual(made);
    at('2026-03-09');
    expect(await desk.call('statement.preview', { clientId, kind: 'simple' })).toMatchObject({
      openingMinor: made.closingMinor + 2300,
      previous: { closingMinor: made.closingMinor },
    });
  });

  test('refuses what has nothing to say, the walk-in account, bad dates, a card number and a long message', async () => {
    const { clientId } = await openClient(desk, { name: 'Gagnon' });
    const kind = 'simple';
    const refused = async (more: object) =>
      await refusalOf(desk, 'statement.issue', { clientId, kind, ...more });
    expect(await refused({})).toEqual({
      code: 'statement-nothing',
      detail: { clientName: 'Gagnon', fromDate: '2026-03-01', toDate: '2026-03-01' },
    });
    expect(await refused({ clientId: desk.walkInClientId })).toMatchObject({ code: 'statement-walk-in' });
    expect(await refused({ toDate: '2026-03-03' })).toMatchObject({ code: 'statement-after-today' });
    expect(await refused({ fromDate: '2026-03-02', toDate: '2026-03-01' })).toMatchObject({
      code: 'statement-end-before-start',
    });
    expect(await refused({ message: 'carte 4111 1111 1111 1111' })).toMatchObject({ code: 'card-number' });
    expect(await refused({ message: 'm'.repeat(501) })).toMatchObject({ code: 'invalid-input' });
    expect(await refusalOf(desk, 'statement.read', { statementId: 1 })).toMatchObject({
      code: 'statement-unknown',
    });
  });
});

describe('statement.candidates', () => {
  test('who owes or is in credit, who moved since the last statement, or the chosen ones; never walk-ins', async () => {
    const clientId = await depositThenSale();
    const productId = await addProduct(desk, 1000);
    const { clientId: even } = await openClient(desk, { name: 'Aubin' });
    await sellOne(desk, productId, even, [{ method: 'cash', tenderedMinor: 2000 }]);
    const { clientId: idle } = await openClient(desk, { name: 'Éthier' });
    await sellOne(desk, productId, desk.walkInClientId, [{ method: 'cash', tenderedMinor: 2000 }]);
    at('2026-03-05');
    const names = async (who: 'balance' | 'moved' | 'chosen', more: object = {}) =>
      (await desk.call('statement.candidates', { who, ...more })).clients.map(({ name }) => name);
    expect(await names('balance')).toEqual(['Desrosiers']);
    expect(await names('moved')).toEqual(['Aubin', 'Desrosiers']);
    expect(await names('moved', { fromDate: '2026-03-02', toDate: '2026-03-03' })).toEqual(['Desrosiers']);
    expect(await names('chosen', { clientIds: [idle, even, clientId, desk.walkInClientId] })).toEqual([
      'Aubin',
      'Desrosiers',
      'Éthier',
    ]);
    await desk.call('statement.issue', { clientId, kind: 'simple' });
    at('2026-03-08');
    expect(await names('moved')).toEqual(['Aubin']);
    expect((await desk.call('statement.candidates', { who: 'balance' })).clients).toMatchObject([
      { closingMinor: -4251, movementCount: 0, last: { number: 'RC-000001', toDate: '2026-03-04' } },
    ]);
  });
});
