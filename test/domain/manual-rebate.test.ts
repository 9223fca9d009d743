import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planRebates, type RebateAsk } from '../../shared/domain/manual-rebate.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { judgeUnpaidBalance } from '../../shared/domain/unpaid-balance.ts';

const line = (netMinor: number, ask: RebateAsk | null = null) => ({ name: 'Camp', netMinor, ask });

test('a line is lowered by its own rebate, then by its part of the whole, the first line on a tie', () => {
  expect(planRebates([line(10_200, { amountMinor: 500 })], null)).toEqual([
    { ofLineMinor: 500, ofInvoiceMinor: 0 },
  ]);
  expect(
    planRebates([line(3333), line(3333), line(3334)], { amountMinor: 1000 }).map(
      (each) => each.ofInvoiceMinor,
    ),
  ).toEqual([333, 333, 334]);
  expect(planRebates([line(100), line(100)], { amountMinor: 1 }).map((each) => each.ofInvoiceMinor)).toEqual([
    1, 0,
  ]);
  // half a cent away from zero
  expect(planRebates([line(5, { basisPoints: 1000 })], null)[0]?.ofLineMinor).toBe(1);
});

test('no line and no whole goes below zero: refused with what is left', () => {
  const refusalOf = (plan: () => unknown) => {
    try {
      plan();
    } catch (error) {
      if (error instanceof Refusal) return [error.code, error.detail];
    }
    return null;
  };
  expect(refusalOf(() => planRebates([line(500, { amountMinor: 501 })], null))).toEqual([
    'rebate-exceeds-item',
    { name: 'Camp', maximumMinor: 500 },
  ]);
  expect(refusalOf(() => planRebates([line(500, { amountMinor: 400 })], { amountMinor: 101 }))).toEqual([
    'rebate-exceeds-item',
    { name: '', maximumMinor: 100 },
  ]);
});

test('what comes off the lines is exactly what was asked, and never more than a line is', () => {
  const lines = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 10_000 }), fc.nat(), (nets, basisPoints, seed) => {
      const sum = nets.reduce((all, net) => all + net, 0);
      const whole: RebateAsk = seed % 2 === 0 ? { basisPoints } : { amountMinor: (seed % (sum + 1)) + 0 };
      const plan = planRebates(
        nets.map((net) => line(net)),
        whole,
      );
      const off = plan.reduce((all, { ofInvoiceMinor }) => all + ofInvoiceMinor, 0);
      expect(off).toBe(
        'amountMinor' in whole ? whole.amountMinor : Math.floor((sum * basisPoints + 5000) / 10_000),
      );
      for (const [index, { ofInvoiceMinor }] of plan.entries())
        expect(ofInvoiceMinor).toBeLessThanOrEqual(nets[index] ?? 0);
    }),
    { seed: 20_261_127, numRuns: 2_000 },
  );
});

test('a balance is judged from the sum on: nothing overdue is nobody’s fault', () => {
  const rule = { unpaidBalance: 'block', overdueDays: 30, overdueMinor: 2500, fullPayment: false } as const;
  const item = (overdueMinor: number, dueDate: string) => ({
    itemId: 1,
    dueDate,
    overdueMinor,
    dueMinor: overdueMinor,
  });
  expect(judgeUnpaidBalance(rule, []).mode).toBe('none');
  expect(judgeUnpaidBalance(rule, [item(2499, '2026-01-05')]).mode).toBe('none');
  expect(judgeUnpaidBalance(rule, [item(1250, '2026-02-05'), item(1250, '2026-01-05')])).toEqual({
    mode: 'block',
    overdueMinor: 2500,
    dueMinor: 2500,
    since: '2026-01-05',
  });
  expect(judgeUnpaidBalance({ ...rule, overdueMinor: 0 }, []).mode).toBe('none');
});
