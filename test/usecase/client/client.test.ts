import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestService, type TestService } from '../../support/test-service.ts';

let desk: TestService;
beforeEach(async () => {
  desk = await openTestService();
});
afterEach(async () => {
  expect(await desk.verify()).toEqual([]);
  await desk.close();
});

const open = async (name: string, more: object = {}) => await desk.call('client.open', { name, ...more });
const addProduct = async (code: string, priceMinor: number, taxClass: 'taxable' | 'exempt' = 'exempt') =>
  (
    await desk.call('product.add', {
      code,
      type: 'fee',
      nameFr: `Article ${code}`,
      nameEn: `Item ${code}`,
      priceMinor,
      taxClass,
      ledgerCode: '4000',
    })
  ).productId;

describe('an account', () => {
  test('has a number, the language of the organisation and one owner', async () => {
    const people = [
      { givenName: 'Luc' },
      { givenName: 'Ève', isOwner: true, tags: ['résidente', 'résidente'] },
    ];
    const { clientId, number } = await open('Famille Roy', { people });
    expect(number).toBe('C-000002');
    const { client } = await desk.call('client.read', { clientId });
    expect(client).toMatchObject({ kind: 'household', language: 'fr', cardNumber: null, archivedAt: null });
    expect(client.people).toMatchObject([
      { givenName: 'Ève', isOwner: true, tags: ['résidente'] },
      { givenName: 'Luc', isOwner: false },
    ]);
  });

  test('keeps one owner when people are added and changed', async () => {
    const { clientId } = await open('Famille Roy');
    const { personId: first } = await desk.call('client.addPerson', { clientId, givenName: 'Luc' });
    const { personId: second } = await desk.call('client.addPerson', {
      clientId,
      givenName: 'Ève',
      isOwner: true,
    });
    const owners = async () =>
      (await desk.call('client.read', { clientId })).client.people
        .filter((person) => person.isOwner)
        .map((person) => person.personId);
    expect(await owners()).toEqual([second]);
    await desk.call('client.changePerson', { personId: second, givenName: 'Ève', isOwner: false });
    expect(await owners()).toEqual([second]);
    await desk.call('client.changePerson', { personId: first, givenName: 'Luc', isOwner: true });
    expect(await owners()).toEqual([first]);
  });

  test('a card belongs to one account', async () => {
    await open('Roy', { cardNumber: '21234000123456' });
    expect(await desk.send('client.open', { name: 'Côté', cardNumber: '21234000123456' })).toMatchObject({
      failure: { code: 'client-card-taken', detail: { clientName: 'Roy' } },
    });
  });

  test('the walk-in account changes for nobody', async () => {
    const clientId = desk.walkInClientId;
    for (const [operation, input] of [
      ['client.change', { clientId, name: 'Autre' }],
      ['client.addPerson', { clientId, givenName: 'Luc' }],
      ['client.archive', { clientId }],
    ] as const)
      expect(await desk.send(operation, input)).toMatchObject({
        failure: { code: 'invalid-input', detail: { issues: [{ problem: 'walk-in-account' }] } },
      });
  });

  test('no field takes a card number, a control character or a name of 10,000 letters', async () => {
    expect(await desk.send('client.open', { name: 'Roy', note: 'visa 4111 1111 1111 1111' })).toMatchObject({
      failure: { code: 'card-number', detail: { field: 'note' } },
    });
    for (const name of ['a\u0007b', 'x'.repeat(10_000), '   '])
      expect(await desk.send('client.open', { name })).toMatchObject({ failure: { code: 'invalid-input' } });
    expect((await desk.call('client.find', { text: 'roy' })).clients).toEqual([]);
  });
});

describe('archiving', () => {
  test('only an account with nothing open on either side', async () => {
    const { clientId } = await open('Roy');
    const productId = await addProduct('A', 2000);
    await desk.call('invoice.issue', { clientId, items: [{ productId }] });
    expect(await desk.send('client.archive', { clientId })).toMatchObject({
      failure: { code: 'client-not-empty', detail: { balanceMinor: 2000 } },
    });
    await desk.call('payment.take', { clientId, tenders: [{ method: 'cash', tenderedMinor: 2000 }] });
    await desk.call('client.archive', { clientId });
    for (const operation of ['client.archive', 'client.change', 'client.addPerson'] as const)
      expect(
        await desk.send(operation, { clientId, ...(operation === 'client.archive' ? {} : named(operation)) }),
      ).toMatchObject({ failure: { code: 'client-archived', detail: { clientName: 'Roy' } } });
    const [found] = (await desk.call('client.find', { text: 'roy' })).clients;
    expect(found).toMatchObject({ archived: true });
  });

  const named = (operation: string) => (operation === 'client.change' ? { name: 'R' } : { givenName: 'R' });

  test('needs a supervisor', async () => {
    const { clientId } = await open('Roy');
    expect(await desk.send('client.archive', { clientId }, { as: 'clerk' })).toMatchObject({
      failure: { code: 'not-allowed' },
    });
  });
});

describe('client.read', () => {
  test('shows what is owed, open and available, newest document first', async () => {
    const { clientId } = await open('Roy', { people: [{ givenName: 'Luc' }] });
    const first = await addProduct('A', 2000);
    const second = await addProduct('B', 10_000, 'taxable');
    await desk.call('invoice.issue', { clientId, items: [{ productId: first }] });
    desk.clock.advance(60_000);
    await desk.call('payment.take', {
      clientId,
      tenders: [{ method: 'cheque', amountMinor: 5000 }],
      restAsDeposit: true,
    });
    desk.clock.advance(60_000);
    await desk.call('invoice.issue', { clientId, items: [{ productId: second }] });
    const account = await desk.call('client.read', { clientId });
    expect(account).toMatchObject({
      balanceMinor: 2000 - 5000 + 11_498,
      heldMinor: 0,
      depositAvailableMinor: 3000,
      creditAvailableMinor: 0,
      openItems: [{ invoiceNumber: 'F-000002', nameFr: 'Article B', totalMinor: 11_498, owedMinor: 11_498 }],
    });
    expect(account.documents).toMatchObject([
      { kind: 'invoice', number: 'F-000002', amountMinor: 11_498, openMinor: 11_498, state: 'unpaid' },
      { kind: 'payment', number: 'R-000001', amountMinor: -5000, openMinor: 3000, state: 'partly-used' },
      { kind: 'invoice', number: 'F-000001', amountMinor: 2000, openMinor: 0, state: 'paid' },
    ]);
    expect((await desk.call('client.find', { text: 'roy' })).clients[0]).toMatchObject({
      balanceMinor: account.balanceMinor,
    });
  });

  test('a refund on its way is held: in the balance, no longer available (settled.md 7)', async () => {
    const { clientId } = await open('Roy');
    const productId = await addProduct('A', 5000);
    const sold = await desk.call('invoice.issue', {
      clientId,
      items: [{ productId }],
      tenders: [{ method: 'cash', tenderedMinor: 5000 }],
    });
    if (sold.state !== 'done') throw new Error(sold.state);
    const [itemId] = sold.allocations.map((each) => each.itemId);
    await desk.call('item.cancel', { itemId: itemId ?? 0, reason: 'annulé' });
    await desk.call('refund.issue', {
      clientId,
      amountMinor: 2000,
      destination: 'cash',
      reason: 'annulé',
    });
    const account = await desk.call('client.read', { clientId });
    expect(account).toMatchObject({ balanceMinor: -5000, heldMinor: 2000, creditAvailableMinor: 3000 });
    expect(account.documents.map(({ kind, state }) => [kind, state])).toEqual(
      expect.arrayContaining([
        ['refund', 'in-progress'],
        ['credit-memo', 'open'],
        ['invoice', 'credited'],
      ]),
    );
  });

  test('an unknown account', async () => {
    expect(await desk.send('client.read', { clientId: 999 })).toMatchObject({
      failure: { code: 'client-unknown', detail: { clientId: 999 } },
    });
  });
});
