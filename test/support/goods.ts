import type { InputOf, OutputOf } from '../../shared/contract/contract.ts';
import type { CallOptions, TestService } from './test-service.ts';

type Product = InputOf<'product.add'>;
type Tenders = NonNullable<InputOf<'invoice.issue'>['tenders']>;
type Outcome = OutputOf<'invoice.issue'>;
export type Done = Extract<Outcome, { state: 'done' }>;
export type InProgress = Extract<Outcome, { state: 'in-progress' }>;

let products = 0;
let clients = 0;

/** A product of the catalogue: merchandise, taxable, ledger code 4000, unless said otherwise. */
export async function addProduct(
  desk: TestService,
  priceMinor: number,
  more: Partial<Product> = {},
): Promise<number> {
  products += 1;
  const { productId } = await desk.call('product.add', {
    code: `P${products}`,
    type: 'merchandise',
    nameFr: `Produit ${products}`,
    priceMinor,
    taxClass: 'taxable',
    ledgerCode: '4000',
    ...more,
  });
  return productId;
}

/** A household with one person. */
export async function openClient(
  desk: TestService,
  more: Partial<InputOf<'client.open'>> = {},
): Promise<{ clientId: number; personId: number }> {
  clients += 1;
  const { clientId, personIds } = await desk.call('client.open', {
    name: `Desrosiers ${clients}`,
    people: [{ givenName: 'Hélène', familyName: 'Desrosiers', isOwner: true }],
    ...more,
  });
  return { clientId, personId: personIds[0] ?? 0 };
}

/** Sells with no terminal leg. */
export async function sell(
  desk: TestService,
  sale: InputOf<'invoice.issue'>,
  how?: CallOptions,
): Promise<Done> {
  return requireDone(await desk.call('invoice.issue', sale, how));
}

/** Sells one of each product to a client. */
export async function sellOne(
  desk: TestService,
  productId: number,
  clientId: number,
  tenders?: Tenders,
): Promise<Done> {
  return await sell(desk, { clientId, items: [{ productId }], ...(tenders ? { tenders } : {}) });
}

export function requireDone(outcome: Outcome): Done {
  if (outcome.state !== 'done') throw new Error('the sale waits for a terminal');
  return outcome;
}

export function requireInProgress(outcome: Outcome): InProgress {
  if (outcome.state !== 'in-progress') throw new Error('the sale waits for nothing');
  return outcome;
}

/** The ids of an invoice's items, in line order. */
export async function itemIdsOf(desk: TestService, invoiceId: number | null): Promise<number[]> {
  const { items } = await desk.call('invoice.read', { invoiceId: invoiceId ?? 0 });
  return items.map((item) => item.itemId);
}

let slips = 0;

/** The clerk types the slip of an approved card leg. */
export async function approveLeg(desk: TestService, attemptId: number, amountMinor: number) {
  slips += 1;
  return await desk.call('payment.settle', {
    attemptId,
    answer: 'approved',
    evidence: {
      retypedMinor: amountMinor,
      approvalCode: `A${slips}`,
      brand: 'Visa',
      last4: '4417',
      slipNumber: String(slips),
    },
    slipReallyShows: true,
  });
}

/** The refusal of a call, or a failed expectation. */
export async function refusalOf(
  desk: TestService,
  name: string,
  input: unknown,
  how?: CallOptions,
): Promise<{ code: string; detail: unknown }> {
  const outcome = await desk.send(name, input, how);
  if (outcome.ok) throw new Error(`${name} was not refused: ${JSON.stringify(outcome.value)}`);
  return outcome.failure;
}

export async function balanceOf(desk: TestService, clientId: number): Promise<number> {
  return (await desk.call('client.read', { clientId })).balanceMinor;
}

export async function expectedOf(desk: TestService): Promise<number | null | undefined> {
  return (await desk.call('till.read', { tillId: desk.tillId })).session?.expectedMinor;
}
