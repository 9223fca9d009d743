import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RefundDesk, slip } from '../support/refund-desk.ts';

type Step =
  | { do: 'receive'; method: 'cash' | 'terminal'; amountMinor: number }
  | { do: 'issue'; destination: 'cash' | 'terminal'; amountMinor: number }
  | {
      do: 'answer';
      which: number;
      answer: 'approved' | 'declined' | 'not-done' | 'unknown';
      lessMinor: number;
    }
  | { do: 'restart' };

const received = fc.integer({ min: 1000, max: 9000 });
const asked = fc.integer({ min: 1, max: 900 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('receive' as const),
    method: fc.constantFrom('cash', 'terminal'),
    amountMinor: received,
  }),
  fc.record({
    do: fc.constant('issue' as const),
    destination: fc.constantFrom('cash', 'terminal'),
    amountMinor: asked,
  }),
  fc.record({
    do: fc.constant('answer' as const),
    which: fc.constantFrom(0, 0, 0, 1, 2),
    answer: fc.constantFrom('approved', 'approved', 'approved', 'declined', 'not-done', 'unknown'),
    lessMinor: fc.constantFrom(0, 0, 0, 1, -1),
  }),
  fc.record({ do: fc.constant('restart' as const) }),
);

/** The account in plain numbers, without SQL: what the ledger must agree with after every step. */
interface Model {
  receivedMinor: number;
  /** Open refunds, by id: what is held. */
  held: Map<number, number>;
  refundedMinor: number;
  drawerMinor: number;
}

it('whatever is received, asked, answered and restarted, the ledger and a plain count agree', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const desk = await RefundDesk.open();
      const model: Model = { receivedMinor: 0, held: new Map(), refundedMinor: 0, drawerMinor: 20_000 };
      await receive(desk, model, { do: 'receive', method: 'terminal', amountMinor: 5000 });
      const refunds: { refundId: number; amountMinor: number; destination: 'cash' | 'terminal' }[] = [];
      for (const each of steps) {
        if (each.do === 'receive') await receive(desk, model, each);
        else if (each.do === 'restart') await desk.recover();
        else if (each.do === 'issue') {
          const { destination, amountMinor } = each;
          const asked = { clientId: 1, destination, amountMinor, reason: 'x' };
          const outcome = await desk.send('refund.issue', asked, { as: 'supervisor' });
          const free = model.receivedMinor - model.refundedMinor - sum(model.held);
          if (!outcome.ok) expect(outcome.failure.code).not.toBe('incident');
          else {
            expect(amountMinor).toBeLessThanOrEqual(free);
            const { refundId } = outcome.value as { refundId: number };
            refunds.push({ refundId, amountMinor, destination });
            model.held.set(refundId, amountMinor);
          }
        } else if (refunds.length > 0) {
          const refund = refunds.at(-1 - (each.which % refunds.length));
          if (refund) await answer(desk, model, refund, each);
        }
        expect(await desk.balance()).toBe(model.refundedMinor - model.receivedMinor);
        expect(await desk.drawer()).toBe(model.drawerMinor);
        expect(await desk.held()).toBe(sum(model.held));
      }
      expect((await desk.ledger.verify()).problems).toEqual([]);
      await desk.ledger.close();
    }),
    { seed: 20_260_302, numRuns: 100 },
  );
}, 60_000);

const sum = (held: ReadonlyMap<number, number>) =>
  [...held.values()].reduce((total, each) => total + each, 0);

async function receive(desk: RefundDesk, model: Model, each: Extract<Step, { do: 'receive' }>) {
  await desk.receive(each.amountMinor, { method: each.method });
  model.receivedMinor += each.amountMinor;
  if (each.method === 'cash') model.drawerMinor += each.amountMinor;
}

async function answer(
  desk: RefundDesk,
  model: Model,
  refund: { refundId: number; amountMinor: number; destination: 'cash' | 'terminal' },
  each: Extract<Step, { do: 'answer' }>,
) {
  const shown = Math.max(1, refund.amountMinor - each.lessMinor);
  const evidence = refund.destination === 'terminal' ? { evidence: slip(shown), slipReallyShows: true } : {};
  const said = { refundId: refund.refundId, answer: each.answer, reason: 'vérifié', ...evidence };
  const outcome = await desk.send('refund.settle', said, { as: 'supervisor' });
  if (!outcome.ok) {
    expect(['attempt-settled', 'till-closed', 'drawer-counted']).toContain(outcome.failure.code);
    return;
  }
  const settled = outcome.value as { state: string; refundedMinor: number; drawerMinor: number | null };
  if (settled.state === 'done') {
    expect(settled.refundedMinor).toBeLessThanOrEqual(refund.amountMinor);
    model.refundedMinor += settled.refundedMinor;
    model.drawerMinor -= settled.drawerMinor ?? 0;
  }
  if (settled.state === 'done' || settled.state === 'failed') model.held.delete(refund.refundId);
}
