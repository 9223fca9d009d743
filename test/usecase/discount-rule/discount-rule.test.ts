import { afterEach, beforeEach, expect, test } from 'vitest';
import type { InputOf } from '../../../shared/contract/contract.ts';
import {
  addProduct,
  itemIdsOf,
  openClient,
  refusalOf,
  requireInProgress,
  sell,
} from '../../support/goods.ts';
import { openTestService, type TestService } from '../../support/test-service.ts';

let desk: TestService;
beforeEach(async () => {
  desk = await openTestService();
});
afterEach(async () => {
  expect(await desk.verify()).toEqual([]);
  await desk.close();
});

type Rule = InputOf<'discountRule.save'>;
const TEN = { kind: 'percentage', basisPoints: 1000 } as const;
const save = async (more: Partial<Rule> = {}) =>
  (
    await desk.call('discountRule.save', {
      nameFr: 'Rabais',
      trigger: { kind: 'automatic' },
      value: TEN,
      ...more,
    })
  ).ruleId;

test('an automated discount lowers the net before tax, is named on the invoice, and posted to its code', async () => {
  await save({ nameFr: 'Famille', nameEn: 'Family', priority: 1, ledgerCode: '4900' });
  await save({ nameFr: 'Hâtif', value: { kind: 'percentage', basisPoints: 1500 }, priority: 2 });
  const { clientId } = await openClient(desk);
  const done = await sell(desk, { clientId, items: [{ productId: await addProduct(desk, 20_000) }] });
  expect(done).toMatchObject({ netMinor: 15_300, gstMinor: 765, qstMinor: 1_526, totalMinor: 17_591 });
  const { items } = await desk.call('invoice.read', { invoiceId: done.invoiceId ?? 0 });
  expect(items[0]?.discounts).toEqual([
    { nameFr: 'Famille', nameEn: 'Family', amountMinor: 2_000, rebate: null },
    { nameFr: 'Hâtif', nameEn: '', amountMinor: 2_700, rebate: null },
  ]);
  const lines = await desk
    .service()
    .ledger()
    .read(
      async (db) =>
        await db.all<{ account: string; amount: number }>`
        SELECT account, sum(amount_minor) AS amount FROM journal_line WHERE account LIKE 'discounts:%'
        GROUP BY account ORDER BY account`,
    );
  expect(lines).toEqual([
    { account: 'discounts:4000', amount: 2_700 },
    { account: 'discounts:4900', amount: 2_000 },
  ]);
});

test('a rule that changed or stopped leaves issued invoices as they were', async () => {
  const ruleId = await save({ nameFr: 'Famille' });
  const productId = await addProduct(desk, 10_000);
  const { clientId } = await openClient(desk);
  const before = await sell(desk, { clientId, items: [{ productId }] });
  await desk.call('discountRule.save', {
    ruleId,
    nameFr: 'Autre nom',
    trigger: { kind: 'automatic' },
    value: TEN,
    active: false,
  });
  expect(await sell(desk, { clientId, items: [{ productId }] })).toMatchObject({ netMinor: 10_000 });
  const { items } = await desk.call('invoice.read', { invoiceId: before.invoiceId ?? 0 });
  expect(items[0]?.discounts).toEqual([{ nameFr: 'Famille', nameEn: '', amountMinor: 1_000, rebate: null }]);
});

test('the last use of a coupon goes to one of two clients, and comes back when its item is credited whole', async () => {
  await save({ trigger: { kind: 'coupon', code: 'ÉTÉ', maximumUses: 1 } });
  const productId = await addProduct(desk, 10_000);
  const sale = { clientId: (await openClient(desk)).clientId, items: [{ productId }], codes: ['ÉTÉ'] };
  const [first, second] = await Promise.all([
    desk.send('invoice.issue', sale),
    desk.send('invoice.issue', sale),
  ]);
  expect([first?.ok, second?.ok].filter(Boolean)).toHaveLength(1);
  const done = first?.ok ? first : second;
  expect(await refusalOf(desk, 'invoice.issue', sale)).toEqual({
    code: 'coupon-used-up',
    detail: { code: 'ÉTÉ', usedCount: 1 },
  });
  const [itemId = 0] = await itemIdsOf(
    desk,
    (done?.ok ? (done.value as { invoiceId: number }) : null)?.invoiceId ?? 0,
  );
  await desk.call('item.cancel', { itemId, creditBasisPoints: 5_000, reason: 'moitié' });
  expect(await refusalOf(desk, 'invoice.issue', sale)).toMatchObject({ code: 'coupon-used-up' });
  await desk.call('item.cancel', { itemId, reason: 'reste' });
  expect(await sell(desk, sale)).toMatchObject({ netMinor: 9_000 });
});

test('a cart that waits for its card keeps the last use of a coupon', async () => {
  await save({ trigger: { kind: 'coupon', code: 'UN', maximumUses: 1 } });
  const { clientId } = await openClient(desk);
  const sale = { clientId, items: [{ productId: await addProduct(desk, 10_000) }], codes: ['UN'] };
  const waiting = requireInProgress(
    await desk.call('invoice.issue', { ...sale, tenders: [{ method: 'terminal', amountMinor: 10_348 }] }),
  );
  expect(await refusalOf(desk, 'invoice.issue', sale)).toMatchObject({ code: 'coupon-used-up' });
  await desk.call('payment.settle', { attemptId: waiting.attemptId, answer: 'declined' });
  await desk.call('sale.abandon', { saleId: waiting.saleId });
  expect(await sell(desk, sale)).toMatchObject({ netMinor: 9_000 });
});

test('people: tags, and a membership that runs', async () => {
  const pass = await addProduct(desk, 5_000, { type: 'membership', details: { endDate: '2026-12-31' } });
  const course = await addProduct(desk, 10_000, { type: 'activity' });
  await save({ nameFr: 'Membre', membershipIds: [pass], productTypes: ['activity'] });
  const { clientId, personId } = await openClient(desk);
  const items = [{ productId: course, personId }];
  expect(await sell(desk, { clientId, items })).toMatchObject({ netMinor: 10_000 });
  await sell(desk, { clientId, items: [{ productId: pass, personId }] });
  expect(await sell(desk, { clientId, items })).toMatchObject({ netMinor: 9_000 });
  desk.clock.set('2027-01-02T15:00:00.000Z');
  expect(await sell(desk, { clientId, items })).toMatchObject({ netMinor: 10_000 });
});

test('the simulation tries a draft beside the live rules, says why, and writes nothing', async () => {
  const live = await save({ nameFr: 'Famille', priority: 1 });
  const productId = await addProduct(desk, 20_000, { type: 'activity' });
  const draft = {
    nameFr: 'Aînés',
    trigger: { kind: 'automatic' } as const,
    value: TEN,
    ageMinimum: 65,
  };
  const tried = await desk.call('discountRule.simulate', { items: [{ productId }], draft });
  expect(tried).toMatchObject({
    netMinor: 18_000,
    lines: [
      {
        discounts: [{ ruleId: live, nameFr: 'Famille', amountMinor: 2_000 }],
        skipped: [{ ruleId: 0, nameFr: 'Aînés', why: 'no-person' }],
      },
    ],
  });
  expect((await desk.call('discountRule.list', {})).rules).toHaveLength(1);
});

test('what the clerk saw to pay is what is sold: another total is refused and sells nothing', async () => {
  const { clientId } = await openClient(desk);
  const sale = {
    clientId,
    items: [{ productId: await addProduct(desk, 10_000) }],
    expectedTotalMinor: 11_498,
  };
  await save();
  expect(await refusalOf(desk, 'invoice.issue', sale)).toEqual({
    code: 'total-changed',
    detail: { totalMinor: 10_348 },
  });
  expect(await sell(desk, { ...sale, expectedTotalMinor: 10_348 })).toMatchObject({ totalMinor: 10_348 });
});

test('a rule that cannot be right is refused', async () => {
  const pass = await addProduct(desk, 5_000, { type: 'membership' });
  const cap = await addProduct(desk, 500);
  const rule = { nameFr: 'X', trigger: { kind: 'automatic' }, value: TEN };
  await save({ trigger: { kind: 'code', code: 'PRIS' } });
  const cases: [object, object][] = [
    [{ value: { kind: 'percentage', basisPoints: 10_100 } }, { code: 'invalid-input' }],
    [{ fromDate: '2026-05-01', toDate: '2026-04-30' }, { code: 'invalid-input' }],
    [{ ageMinimum: 12, ageMaximum: 5 }, { code: 'invalid-input' }],
    [{ reach: 'combo', productIds: [cap, cap] }, { code: 'invalid-input' }],
    [{ productIds: [cap, 9_999] }, { code: 'product-unknown', detail: { productId: 9_999 } }],
    [{ membershipIds: [cap] }, { code: 'product-unknown', detail: { productId: cap } }],
    [{ personIds: [9_999] }, { code: 'person-unknown' }],
    [{ membershipIds: [pass], productIds: [pass, cap] }, { code: 'discount-refers-to-itself' }],
    [{ trigger: { kind: 'coupon', code: 'PRIS' } }, { code: 'discount-code-taken' }],
    [{ ruleId: 9_999 }, { code: 'discount-rule-unknown' }],
  ];
  for (const [more, refusal] of cases)
    expect(await refusalOf(desk, 'discountRule.save', { ...rule, ...more })).toMatchObject(refusal);
  expect(await refusalOf(desk, 'discountRule.save', rule, { as: 'supervisor' })).toMatchObject({
    code: 'not-allowed',
  });
});

test.each([
  ['RIEN', 'discount-code-unknown'],
  ['tôt', 'discount-code-unknown'],
  ['TÔT', 'discount-code-not-now'],
  ['TARD', 'discount-code-not-now'],
])('the code %s is refused: %s', async (code, refusal) => {
  await save({ trigger: { kind: 'code', code: 'TÔT' }, toDate: '2026-03-01' });
  await save({ trigger: { kind: 'code', code: 'TARD' }, fromDate: '2026-03-03' });
  const { clientId } = await openClient(desk);
  const sale = { clientId, items: [{ productId: await addProduct(desk, 10_000) }], codes: [code] };
  expect(await refusalOf(desk, 'invoice.issue', sale)).toMatchObject({ code: refusal });
});
