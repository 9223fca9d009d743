import { expect, test } from 'vitest';
import { pendingByItem } from '../../shared/domain/pending-charge.ts';

const ITEMS = [
  { itemId: 1, owedMinor: 11_498 },
  { itemId: 2, owedMinor: 5_749 },
];

test.each([
  ['ticked items first', [{ amountMinor: 6_000, itemIds: [2] }], [251, 5_749]],
  ['the oldest due without a tick', [{ amountMinor: 6_000, itemIds: [] }], [6_000, 0]],
  ['never more than is owed', [{ amountMinor: 20_000, itemIds: [1] }], [11_498, 5_749]],
  [
    'two charges one after the other',
    [
      { amountMinor: 5_000, itemIds: [1] },
      { amountMinor: 7_000, itemIds: [1] },
    ],
    [11_498, 502],
  ],
  ['nothing under way', [], [0, 0]],
])('%s', (_what, charges, expected) => {
  const pending = pendingByItem(charges, ITEMS);
  expect(ITEMS.map(({ itemId }) => pending.get(itemId) ?? 0)).toEqual(expected);
});
