import { afterEach, beforeEach, expect, test } from 'vitest';
import { addProduct, refusalOf } from '../support/goods.ts';
import { openTestService, type TestService } from '../support/test-service.ts';

let desk: TestService;
beforeEach(async () => {
  desk = await openTestService();
});
afterEach(() => desk.close());

const cart = (productId: number) => ({
  state: 'cart' as const,
  language: 'en' as const,
  lines: [{ productId, quantity: 2, amountMinor: 4596 }],
  totalMinor: 4596,
  paidMinor: 5000,
  changeMinor: 405,
});

/** The customer's page is signed in as nobody. */
const seen = async () => {
  const outcome = await desk.service().call({ operation: 'display.read', input: {} });
  if (!outcome.ok) throw new Error(outcome.failure.code);
  return outcome.value as { organisationName: string; view: { state: string } };
};

test('a cart is named by the catalogue, told as an event, and written nowhere', async () => {
  const productId = await addProduct(desk, 1999, { nameFr: 'Lunettes', nameEn: 'Goggles' });
  const events: string[] = [];
  desk.service().subscribe((event) => events.push(event.type));
  const headSeq = desk.service().ledger().status().headSeq;
  expect(await seen()).toEqual({
    organisationName: 'Centre récréatif du Faubourg',
    view: { state: 'idle' },
  });
  await desk.call('display.show', cart(productId), { as: 'clerk' });
  expect((await seen()).view).toEqual({
    ...cart(productId),
    lines: [{ nameFr: 'Lunettes', nameEn: 'Goggles', quantity: 2, amountMinor: 4596 }],
  });
  expect(events).toEqual(['display-changed']);
  expect(desk.service().ledger().status().headSeq).toBe(headSeq);
});

test('no text crosses: whatever is not of the cart is refused, and a stranger shows nothing', async () => {
  const productId = await addProduct(desk, 1999);
  const named = { ...cart(productId), clientName: 'Hélène Desrosiers' };
  expect(await refusalOf(desk, 'display.show', named)).toMatchObject({ code: 'invalid-input' });
  const line = { name: 'Hélène', quantity: 1, amountMinor: 1 };
  expect(await refusalOf(desk, 'display.show', { ...cart(productId), lines: [line] })).toMatchObject({
    code: 'invalid-input',
  });
  const stranger = await desk.service().call({ operation: 'display.show', input: { state: 'idle' } });
  expect(stranger.ok).toBe(false);
  expect((await seen()).view).toEqual({ state: 'idle' });
});

test('signing out greets the next person; a product that is gone is left out', async () => {
  await desk.call('display.show', cart(999));
  expect((await seen()).view).toMatchObject({ state: 'cart', lines: [] });
  await desk.call('staff.signOut', {}, { as: 'clerk' });
  expect((await seen()).view).toEqual({ state: 'idle' });
});
