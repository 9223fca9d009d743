import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addProduct, openClient, sellOne } from '../support/goods.ts';
import { openTestService, type TestService } from '../support/test-service.ts';

const FLOAT_MINOR = 20_000;
const coins = (maximum: number) => fc.integer({ min: 1, max: maximum }).map((count) => count * 5);
const movement = fc.oneof(
  fc.record({ kind: fc.constant('sale' as const), priceMinor: fc.integer({ min: 3, max: 9999 }) }),
  fc.record({ kind: fc.constantFrom('payIn', 'payOut', 'drop', 'topUp'), amountMinor: coins(6000) }),
);
type Movement = typeof movement extends fc.Arbitrary<infer M> ? M : never;

/** What the drawer gains, by plain arithmetic; null when the drawer is too short for it. */
function gainMinor(move: Movement, inDrawerMinor: number): number | null {
  if (move.kind === 'sale') return Math.round(move.priceMinor / 5) * 5;
  if (!('amountMinor' in move)) return null;
  if (move.kind === 'payIn' || move.kind === 'topUp') return move.amountMinor;
  return move.amountMinor > inDrawerMinor ? null : -move.amountMinor;
}

async function perform(desk: TestService, clientId: number, move: Movement): Promise<boolean> {
  if ('priceMinor' in move) {
    const productId = await addProduct(desk, move.priceMinor, { taxClass: 'exempt' });
    await sellOne(desk, productId, clientId, [{ method: 'cash', tenderedMinor: 10_000 }]);
    return true;
  }
  const reason = move.kind === 'payIn' || move.kind === 'payOut' ? { reason: 'essai' } : {};
  const outcome = await desk.send(`till.${move.kind}`, { amountMinor: move.amountMinor, ...reason });
  return outcome.ok;
}

test('expected cash is what plain arithmetic says, and the close leaves nothing in the drawer', async () => {
  const desk = await openTestService({ openTill: false });
  const { clientId } = await openClient(desk);
  await fc.assert(
    fc.asyncProperty(
      fc.array(movement, { maxLength: 12 }),
      fc.integer({ min: -90, max: 90 }),
      async (moves, differenceMinor) => {
        await desk.call('till.open', { floatMinor: FLOAT_MINOR });
        let expectedMinor = FLOAT_MINOR;
        for (const move of moves) {
          const gain = gainMinor(move, expectedMinor);
          expect(await perform(desk, clientId, move)).toBe(gain !== null);
          expectedMinor += gain ?? 0;
        }
        expect((await desk.call('till.read', {})).session?.expectedMinor).toBe(expectedMinor);
        const countedMinor = Math.max(0, expectedMinor + differenceMinor);
        await desk.call('till.end', {});
        await desk.call('till.count', { totalMinor: countedMinor });
        expect(await desk.call('till.close', {})).toMatchObject({
          expectedMinor,
          countedMinor,
          differenceMinor: countedMinor - expectedMinor,
        });
      },
    ),
    { numRuns: 25, seed: 20_260_302 },
  );
  expect(await desk.verify()).toEqual([]);
  await desk.close();
});

test('the Z keeps methods, drawer events, names and what is still open', async () => {
  const desk = await openTestService();
  const { clientId } = await openClient(desk);
  const productId = await addProduct(desk, 1999);
  await sellOne(desk, productId, clientId, [{ method: 'cash', tenderedMinor: 2500 }]);
  await sellOne(desk, productId, clientId, [{ method: 'cheque', amountMinor: 2298 }]);
  const waiting = await desk.call(
    'invoice.issue',
    { clientId, items: [{ productId }], tenders: [{ method: 'terminal', amountMinor: 2298 }] },
    { as: 'clerk' },
  );
  await desk.call('till.end', {});
  await desk.call('till.count', { totalMinor: 22_300 });
  await desk.call('till.close', {});
  const row = await desk
    .service()
    .ledger()
    .read(async (db) => await db.get<{ summary: string }>`SELECT summary FROM z_report`);
  expect(JSON.parse(row?.summary ?? '')).toMatchObject({
    payments: [
      { method: 'cash', count: 1, amountMinor: 2298 },
      { method: 'cheque', count: 1, amountMinor: 2298 },
    ],
    refunds: [],
    drawer: [
      { kind: 'FLOAT', amountMinor: 20_000 },
      { kind: 'CASH_IN', amountMinor: 2500 },
      { kind: 'CHANGE_OUT', amountMinor: -200 },
      { kind: 'COUNT', amountMinor: 0 },
    ],
    clerks: [{ name: 'founder', payments: 2, takenMinor: 4596 }],
    openAttempts: [{ attemptId: 'attemptId' in waiting ? waiting.attemptId : 0, amountMinor: 2298 }],
  });
  expect(await desk.verify()).toEqual([]);
  await desk.close();
});
