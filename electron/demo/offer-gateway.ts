import type { GuichetService } from '../service.ts';
import { callsOfAdministrator } from './demo-desk.ts';

/** A key that only the simulated processor takes. */
const KEY = 'rk_test_demonstration0123456789';

/**
 * Gives the demonstration its simulated card processor: two households with saved cards, one of whose charges is
 * declined, so that a retry on the other card can be tried.
 */
export async function offerGateway(service: GuichetService, address: string): Promise<void> {
  const call = await callsOfAdministrator(service);
  await call('gateway.change', { kind: 'simulator', address });
  await call('gateway.keepKey', { key: KEY });
  const { clients } = await call('client.find', { text: 'Famille' });
  const year = new Date().getFullYear();
  const save = async (clientId: number, token: string, last4: string, brand = 'Visa') =>
    await call('savedMethod.add', {
      clientId,
      kind: 'card',
      token,
      brand,
      last4,
      expiresOn: `${year + 2}-08`,
    });
  for (const [index, { clientId }] of clients.slice(0, 2).entries()) {
    const good = await save(clientId, `pm_card_visa_${index}`, '4242');
    if (index > 0) continue;
    const bad = await save(clientId, 'pm_card_chargeDeclinedInsufficientFunds', '9995', 'Mastercard');
    await call('savedMethod.add', {
      clientId,
      kind: 'bank',
      token: 'pm_acssDebit_0',
      brand: 'Caisse Desjardins',
      last4: '6789',
    });
    for (const [savedMethodId, amountMinor] of [
      [good.savedMethodId, 4000],
      [bad.savedMethodId, 6500],
    ] as const)
      await call('payment.take', {
        clientId,
        tenders: [{ method: 'online-card', amountMinor, savedMethodId }],
        restAsDeposit: true,
      });
  }
  await call('staff.signOut', {});
}
