import { z } from 'zod';
import type { InputOf } from '../../shared/contract/contract.ts';
import type { GuichetService } from '../service.ts';
import { callsOfAdministrator } from './demo-desk.ts';

/** Where the start tells either host about it, as one line of JSON. */
export const OFFER_VARIABLE = 'GUICHET_VIRTUAL_TERMINAL';

/** A virtual terminal that was started beside the demonstration: its page, and what a desk needs to pair with it. */
export interface VirtualTerminalOffer {
  readonly page: string;
  readonly integrated: NonNullable<InputOf<'terminal.add'>['integrated']>;
  readonly secret: Omit<InputOf<'terminal.keepKey'>, 'terminalId'>;
}

const offer = z.object({
  page: z.url(),
  integrated: z.object({ address: z.string(), poiId: z.string(), environment: z.enum(['live', 'test']) }),
  secret: z.object({
    keyIdentifier: z.string(),
    keyVersion: z.int(),
    passphrase: z.string(),
    authorities: z.string(),
  }),
});

/** The offer that the start left in the environment; undefined without one. Throws on one that cannot be read. */
export function readOffer(text: string | undefined): VirtualTerminalOffer | undefined {
  return text ? offer.parse(JSON.parse(text)) : undefined;
}

/** Makes it the integrated terminal of the demonstration's till, as an administrator would in the settings. */
export async function pairVirtualTerminal(
  service: GuichetService,
  { integrated, secret }: VirtualTerminalOffer,
): Promise<void> {
  const call = await callsOfAdministrator(service);
  const { terminalId } = await call('terminal.add', { name: 'T3 virtuel', integrated });
  await call('terminal.keepKey', { terminalId, ...secret });
  const [till] = (await call('till.list', {})).tills;
  if (till) await call('till.change', { tillId: till.tillId, name: till.name, terminalId, active: true });
  await call('staff.signOut', {});
}
