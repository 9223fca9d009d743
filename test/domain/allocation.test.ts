import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { duesAfter, type OpenItem, planAllocations } from '../../shared/domain/allocation.ts';
import { PROPERTY_RUN } from './property-run.ts';

function item(itemId: number, owedMinor: number, more: Partial<OpenItem> = {}): OpenItem {
  return {
    itemId,
    owedMinor,
    ticked: false,
    dueDate: '2026-03-02',
    invoiceNumber: 'F-000001',
    lineNumber: itemId,
    ...more,
  };
}

const DUES = [
  { dueDate: '2026-03-02', amountMinor: 100 },
  { dueDate: '2026-04-02', amountMinor: 100 },
];

test('what is left of an item’s dues: the earliest are paid first', () => {
  expect(duesAfter(DUES, 0)).toEqual(DUES);
  expect(duesAfter(DUES, 130)).toEqual([{ dueDate: '2026-04-02', amountMinor: 70 }]);
  expect(duesAfter(DUES, 200)).toEqual([]);
});

describe('planAllocations', () => {
  test.each<[string, number, OpenItem[], [number, number][], number]>([
    [
      'scenario 18: 150.00 over 114.98 and 57.49',
      15_000,
      [item(1, 11_498), item(2, 5749)],
      [
        [1, 11_498],
        [2, 3502],
      ],
      0,
    ],
    ['a deposit of 100.00 and an item of 57.49', 10_000, [item(1, 5749)], [[1, 5749]], 4251],
    ['nothing owed: all of it is the rest', 500, [item(1, 0)], [], 500],
    [
      'ticked first, in line order, however they are listed',
      300,
      [item(3, 100, { ticked: true }), item(1, 100), item(2, 100, { ticked: true })],
      [
        [2, 100],
        [3, 100],
        [1, 100],
      ],
      0,
    ],
    [
      'the only date left of a plan is not due before it, whatever the invoice’s own date',
      150,
      [
        item(1, 100, { ticked: true, dues: [{ dueDate: '2026-04-02', amountMinor: 100 }] }),
        item(2, 100, { ticked: true, dues: [{ dueDate: '2026-03-02', amountMinor: 100 }] }),
      ],
      [
        [2, 100],
        [1, 50],
      ],
      0,
    ],
    [
      'then the oldest due',
      150,
      [item(1, 100, { dueDate: '2026-03-05' }), item(2, 100, { dueDate: '2026-02-01' })],
      [
        [2, 100],
        [1, 50],
      ],
      0,
    ],
    [
      'same date: the older invoice',
      100,
      [item(1, 100, { invoiceNumber: 'F-000010' }), item(2, 100, { invoiceNumber: 'F-000009' })],
      [[2, 100]],
      0,
    ],
    [
      'seven digits come after six',
      100,
      [item(1, 100, { invoiceNumber: 'F-1000000' }), item(2, 100, { invoiceNumber: 'F-999999' })],
      [[2, 100]],
      0,
    ],
    ['an item over-credited takes nothing', 100, [item(1, -50), item(2, 100)], [[2, 100]], 0],
    [
      'instalments: what is due of each ticked item comes before what is not (domain.md B15)',
      250,
      [item(1, 200, { ticked: true, dues: DUES }), item(2, 200, { ticked: true, dues: DUES })],
      [
        [1, 150],
        [2, 100],
      ],
      0,
    ],
    [
      'instalments of items that are not ticked: by their dates',
      250,
      [item(1, 200, { dues: DUES }), item(2, 100, { dueDate: '2026-03-15' })],
      [
        [1, 150],
        [2, 100],
      ],
      0,
    ],
    ['no money', 0, [item(1, 100)], [], 0],
  ])('%s', (_name, amountMinor, items, shares, restMinor) => {
    const plan = planAllocations({ amountMinor, items, today: '2026-03-02' });
    expect(plan.shares.map((share) => [share.itemId, share.amountMinor])).toEqual(shares);
    expect(plan.restMinor).toBe(restMinor);
  });

  test('every cent goes to an item or to the rest, no item gets more than it owes, only one is left part paid', () => {
    const items = fc
      .array(
        fc.record({
          owedMinor: fc.integer({ min: -100, max: 20_000 }),
          ticked: fc.boolean(),
          dueDate: fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01'),
          invoiceNumber: fc.constantFrom('F-000001', 'F-000002'),
        }),
        { maxLength: 10 },
      )
      .map((all) => all.map((more, index) => item(index + 1, more.owedMinor, more)));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), items, (amountMinor, given) => {
        const { shares, restMinor } = planAllocations({ amountMinor, items: given });
        const owed = new Map(given.map((each) => [each.itemId, each.owedMinor]));
        const shared = shares.reduce((sum, share) => sum + share.amountMinor, 0);
        expect(shared + restMinor).toBe(amountMinor);
        for (const share of shares) {
          expect(share.amountMinor).toBeGreaterThan(0);
          expect(share.amountMinor).toBeLessThanOrEqual(owed.get(share.itemId)!);
        }
        const partly = shares.filter((share) => share.amountMinor < owed.get(share.itemId)!);
        expect(partly.length).toBeLessThanOrEqual(1);
        const allOwed = given.reduce((sum, each) => sum + Math.max(0, each.owedMinor), 0);
        expect(shared).toBe(Math.min(amountMinor, allOwed));
        const paid = new Set(shares.map((share) => share.itemId));
        const skipped = given.some((each) => each.ticked && each.owedMinor > 0 && !paid.has(each.itemId));
        if (skipped) expect(given.some((each) => !each.ticked && paid.has(each.itemId))).toBe(false);
      }),
      PROPERTY_RUN,
    );
  });
});
