import { randomUUID } from 'node:crypto';
import type { InputOf, OperationName, OutputOf } from '../../shared/contract/contract.ts';
import { DEMONSTRATION_PIN } from '../../shared/contract/demonstration.ts';
import type { GuichetService } from '../service.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

export const ZONE = 'America/Toronto';
export const ADMINISTRATOR = 'Marie-Ève Tremblay';
const SEED = 20_261_123;

/** The answer of one call; throws, with its code and detail, when it is refused: the demonstration knows what passes. */
async function callOf<N extends OperationName>(
  service: GuichetService,
  session: string | undefined,
  operation: N,
  input: InputOf<N>,
): Promise<OutputOf<N>> {
  const outcome = await service.call({ operation, input, key: randomUUID(), session });
  if (!outcome.ok)
    throw new Error(`${operation}: ${outcome.failure.code} ${JSON.stringify(outcome.failure.detail)}`);
  return outcome.value as OutputOf<N>;
}

/** Calls of the demonstration's administrator, signed in once, for what is set up right after its start. */
export async function callsOfAdministrator(
  service: GuichetService,
): Promise<<N extends OperationName>(operation: N, input: InputOf<N>) => Promise<OutputOf<N>>> {
  let session: string | undefined;
  const call = async <N extends OperationName>(operation: N, input: InputOf<N>): Promise<OutputOf<N>> =>
    await callOf(service, session, operation, input);
  ({ session } = await call('staff.signIn', { name: ADMINISTRATOR, pin: DEMONSTRATION_PIN }));
  return call;
}

interface DemoClient {
  clientId: number;
  personIds: number[];
  /** In the order of `personIds`. */
  birthDates: string[];
}

/** A desk being filled: calls go through the same dispatch as a clerk's, at the clock's time. */
export class DemoDesk {
  readonly random: SeededRandom = seededRandom(SEED);
  readonly clients: DemoClient[] = [];
  /** `placesLeft` is endless where the product has no capacity. */
  readonly products: { productId: number; input: InputOf<'product.add'>; placesLeft: number }[] = [];
  now: Date;
  service!: GuichetService;
  session: string | undefined;

  constructor(now: Date) {
    this.now = now;
  }

  async call<N extends OperationName>(operation: N, input: InputOf<N>): Promise<OutputOf<N>> {
    return await callOf(this.service, this.session, operation, input);
  }

  /** A sign-in ends after half an hour without a call, in the past too. */
  async signIn(): Promise<void> {
    this.session = (await this.call('staff.signIn', { name: ADMINISTRATOR, pin: DEMONSTRATION_PIN })).session;
  }
}
