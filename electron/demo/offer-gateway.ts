import { randomUUID } from 'node:crypto';
import type { InputOf, OperationName, OutputOf } from '../../shared/contract/contract.ts';
import { DEMONSTRATION_PIN } from '../../shared/contract/demonstration.ts';
import type { GuichetService } from '../service.ts';
import { ADMINISTRATOR } from './demo-desk.ts';

/** A key that only the simulated processor takes. */
const KEY = 'rk_test_demonstration0123456789';

/**
 * Gives the demonstration its simulated card processor: two households with saved cards, one of whose charges is
 * declined, so that a retry on the other card can be tried.
 */
export async function offerGateway(service: GuichetService, address: string): Promise<void> {
  let session: string | undefined;
  const call = async <N extends OperationName>(operation: N, input: InputOf<N>): Promise<OutputOf<N>> => {
    const outcome = await service.call({ operation, input, key: randomUUID(), session });
    if (!outcome.ok) throw new Error(`${operation}: ${outcome.failure.code}`);
    return outcome.value as OutputOf<N>;
  };
  ({ session } = await call('staff.signIn', { name: ADMINISTRATOR, pin: DEMONSTRATION_PIN }));
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
