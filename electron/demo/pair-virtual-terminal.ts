import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { InputOf, OperationName, OutputOf } from '../../shared/contract/contract.ts';
import { DEMONSTRATION_PIN } from '../../shared/contract/demonstration.ts';
import type { GuichetService } from '../service.ts';
import { ADMINISTRATOR } from './demo-desk.ts';

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
  let session: string | undefined;
  const call = async <N extends OperationName>(operation: N, input: InputOf<N>): Promise<OutputOf<N>> => {
    const outcome = await service.call({ operation, input, key: randomUUID(), session });
    if (!outcome.ok) throw new Error(`${operation}: ${outcome.failure.code}`);
    return outcome.value as OutputOf<N>;
  };
  session = (await call('staff.signIn', { name: ADMINISTRATOR, pin: DEMONSTRATION_PIN })).session;
  const { terminalId } = await call('terminal.add', { name: 'T3 virtuel', integrated });
  await call('terminal.keepKey', { terminalId, ...secret });
  const [till] = (await call('till.list', {})).tills;
  if (till) await call('till.change', { tillId: till.tillId, name: till.name, terminalId, active: true });
  await call('staff.signOut', {});
}
