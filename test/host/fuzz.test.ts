import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Outcome } from '../../electron/host/call.ts';
import type { Ledger } from '../../electron/ledger/ledger.ts';
import { CONTRACT, type OperationName } from '../../shared/contract/contract.ts';
import { inputOf } from '../support/contract-arbitrary.ts';
import {
  openTestService,
  type StaffRole,
  type TestService,
  UnexpectedFailure,
} from '../support/test-service.ts';

/** `npm run proof:fuzz` sends 20,000. */
const PAYLOADS = Number(process.env.FUZZ_PAYLOADS ?? 6_000);
const SEED = Number(process.env.FUZZ_SEED ?? 20_260_302);
const PER_DESK = 500;
const NAMES = Object.keys(CONTRACT) as OperationName[];
const ROLES: readonly StaffRole[] = ['founder', 'founder', 'clerk', 'supervisor', 'administrator'];

/** Everything a refusal could have changed, but the lockout counters, which a refused sign-in does change. */
async function stateOf(ledger: Ledger): Promise<string> {
  const rows = await ledger.read(async (db) => [
    await db.all`SELECT * FROM organisation`,
    await db.all`SELECT id, name, roles, language, active, pin_hash, reset_code_hash FROM staff`,
    await db.all`SELECT * FROM client`,
    await db.all`SELECT * FROM person`,
    await db.all`SELECT * FROM product`,
    await db.all`SELECT * FROM till`,
    await db.all`SELECT * FROM terminal`,
    await db.all`SELECT * FROM number_series`,
    await db.all`SELECT id, state FROM attempt`,
    await db.all`SELECT id, state FROM hold`,
    await db.all`SELECT id, state FROM till_session`,
  ]);
  return `${ledger.status().headSeq} ${JSON.stringify(rows)}`;
}

/** A wrong PIN or reset code is counted and chained even though it is refused. */
const COUNTED: readonly string[] = ['wrong-pin', 'reset-code-wrong', 'locked-out'];

interface Counts {
  accepted: number;
  refused: number;
}

/** Sends the calls to one desk; stops early when a call has disabled the staff member it needs next. */
async function fuzzDesk(desk: TestService, calls: [OperationName, unknown, StaffRole, string | undefined][]) {
  const counts: Counts = { accepted: 0, refused: 0 };
  const ledger = desk.service().ledger();
  /** The state after the last refusal stands until something is accepted or a sign-in is chained. */
  let known: { headSeq: number; state: string } | undefined;
  for (const [name, input, role, key] of calls) {
    let before: string;
    let outcome: Outcome;
    try {
      await desk.ready(role);
      before = known?.headSeq === ledger.status().headSeq ? known.state : await stateOf(ledger);
      known = undefined;
      outcome = await desk.send(name, input, { as: role, key });
    } catch (error) {
      if (error instanceof UnexpectedFailure) return counts;
      throw error;
    }
    if (outcome.ok) {
      counts.accepted += 1;
      continue;
    }
    counts.refused += 1;
    if (outcome.failure.code === 'incident')
      throw new Error(`${name} ${printable(input)}: an unhandled error`);
    if (COUNTED.includes(outcome.failure.code)) continue;
    const after = await stateOf(ledger);
    known = { headSeq: ledger.status().headSeq, state: after };
    if (after !== before)
      throw new Error(
        `${name} ${printable(input)}: refused with ${outcome.failure.code}, but something changed`,
      );
  }
  return counts;
}

function printable(input: unknown): string {
  return JSON.stringify(input, (_, value) => (typeof value === 'bigint' ? `${value}n` : value))?.slice(
    0,
    300,
  );
}

/** A desk with something to act on: clients, products, an invoice, a credit memo, a refund in doubt. */
async function openFurnishedDesk(): Promise<TestService> {
  const desk = await openTestService();
  const { clientId, personIds } = await desk.call('client.open', {
    name: 'Desrosiers',
    people: [{ givenName: 'Hélène', familyName: 'Desrosiers' }],
  });
  const add = (code: string, type: 'merchandise' | 'activity', priceMinor: number) =>
    desk.call('product.add', {
      code,
      type,
      nameFr: code,
      priceMinor,
      taxClass: 'taxable',
      ledgerCode: '4000',
    });
  const { productId } = await add('BONNET', 'merchandise', 1_999);
  const swim = await add('NAT', 'activity', 5_000);
  for (const tendered of [2_300, 2_500])
    await desk.call('invoice.issue', {
      clientId,
      items: [{ productId }],
      tenders: [{ method: 'cash', tenderedMinor: tendered }],
    });
  await desk.call('invoice.issue', {
    clientId,
    items: [{ productId: swim.productId, personId: personIds[0] }],
  });
  await desk.call('item.cancel', { itemId: 1, reason: 'retour' });
  const { refundId } = await desk.call('refund.issue', {
    clientId,
    amountMinor: 1_000,
    destination: 'cash',
    reason: 'retour',
  });
  await desk.call('refund.settle', { refundId, answer: 'unknown' });
  return desk;
}

test(`no payload of ${PAYLOADS} breaks an operation, and no refusal changes anything`, async () => {
  const callOf = fc.constantFrom(...NAMES).chain((name) =>
    fc.tuple(
      fc.constant(name),
      inputOf(CONTRACT[name]),
      fc.constantFrom(...ROLES),
      fc.option(fc.constantFrom('', 'short', 'key-0001', 'key-0002', 'é'.repeat(20)), {
        nil: undefined,
        freq: 8,
      }),
    ),
  );
  const total: Counts = { accepted: 0, refused: 0 };
  for (let batch = 0; total.accepted + total.refused < PAYLOADS; batch += 1) {
    const left = PAYLOADS - total.accepted - total.refused;
    const desk = await openFurnishedDesk();
    const calls = fc.sample(callOf, { seed: SEED + batch, numRuns: Math.min(PER_DESK, left) });
    const counts = await fuzzDesk(desk, calls);
    total.accepted += counts.accepted;
    total.refused += counts.refused;
    expect(await desk.verify()).toEqual([]);
    await desk.close();
  }
  console.log(
    `fuzz: ${PAYLOADS} payloads, ${total.accepted} accepted, ${total.refused} refused, seed ${SEED}`,
  );
  expect(total.accepted).toBeGreaterThan(PAYLOADS / 50);
  expect(total.refused).toBeGreaterThan(PAYLOADS / 4);
}, 180_000);
