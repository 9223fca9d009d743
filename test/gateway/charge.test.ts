import { afterEach, beforeEach, expect, test } from 'vitest';
import { clientWithMethod, type GatewayDesk, openGatewayDesk } from '../support/gateway-desk.ts';

let gateway: GatewayDesk;
beforeEach(async () => {
  gateway = await openGatewayDesk();
});
afterEach(async () => {
  await gateway.close();
});

async function charge(how: Parameters<typeof clientWithMethod>[1] = {}, amountMinor = 2500) {
  const { desk } = gateway;
  const { clientId, savedMethodId } = await clientWithMethod(gateway, how);
  const method = how.kind === 'bank' ? ('echeck' as const) : ('online-card' as const);
  const taken = await desk.call('payment.take', {
    clientId,
    tenders: [{ method, amountMinor, savedMethodId }],
    restAsDeposit: true,
  });
  if (taken.state !== 'in-progress') throw new Error('a saved method waits for its gateway');
  return { clientId, savedMethodId, saleId: taken.saleId, attemptId: taken.attemptId };
}

async function books(clientId: number) {
  const { desk, simulator } = gateway;
  const account = await desk.call('client.read', { clientId });
  expect(await desk.verify()).toEqual([]);
  return { balanceMinor: account.balanceMinor, ...simulator.world.moved };
}

test('a saved card is charged once and posted as it says', async () => {
  const { clientId, saleId, attemptId, savedMethodId } = await charge();
  expect(await gateway.settled(attemptId)).toBe('approved');
  const sale = await gateway.desk.call('sale.read', { saleId });
  expect(sale).toMatchObject({ state: 'completed', outcome: { depositMinor: 2500 } });
  expect(sale.attempts[0]).toMatchObject({ driver: 'gateway', saved: { kind: 'card', last4: '4242' } });
  const [paid] = sale.outcome?.state === 'done' ? sale.outcome.payments : [];
  expect(await gateway.desk.call('payment.read', { paymentId: paid?.paymentId ?? 0 })).toMatchObject({
    method: 'online-card',
    cardBrand: 'Visa',
    cardLast4: '4242',
    savedMethodId,
    canReturn: false,
  });
  expect(await books(clientId)).toMatchObject({ balanceMinor: -2500, chargedMinor: 2500, charges: 1 });
});

test.each([
  [{ declined: 'card_declined' }, 'card-declined'],
  [{ declined: 'expired_card' }, 'expired-card'],
  [{ declined: 'insufficient_funds' }, 'insufficient-funds'],
  [{ declined: 'authentication_required' }, 'authentication-needed'],
  [{ requires_action: true }, 'authentication-needed'],
])('%j is a refusal with its reason, and nothing is posted', async (script, why) => {
  gateway.script(script);
  const { clientId, saleId, attemptId } = await charge();
  expect(await gateway.settled(attemptId)).toBe('declined');
  const sale = await gateway.desk.call('sale.read', { saleId });
  expect(sale).toMatchObject({ state: 'open', openAttemptId: null });
  expect(sale.attempts[0]?.terminalWhy).toBe(why);
  expect(await books(clientId)).toMatchObject({ balanceMinor: 0, charges: 0 });
});

test.each([
  [{ timeout: true }, 'cancelled', 0],
  [{ timeout: true, lost: 'after' as const }, 'approved', 1],
  [{ error: true }, 'cancelled', 0],
  [{ error: true, lost: 'after' as const }, 'approved', 1],
  [{ rate_limited: true }, 'cancelled', 0],
  [{ malformed: true }, 'approved', 1],
  [{ other_id: true }, 'approved', 1],
  [{ currency: 'usd' }, 'conflict', 1],
])('%j is asked about by its own name: %s', async (script, state, charges) => {
  gateway.script(script);
  const { clientId, attemptId } = await charge();
  expect(await gateway.settled(attemptId)).toBe(state);
  expect((await books(clientId)).charges).toBe(charges);
});
