import { describe, expect, test } from 'vitest';
import {
  HOLD_EDGES,
  REGISTRATION_EDGES,
  SALE_EDGES,
  TILL_SESSION_EDGES,
} from '../../shared/domain/process-edges.ts';

describe('legal moves of process rows', () => {
  test.each<[string, Readonly<Record<string, readonly string[]>>, [string, string][]]>([
    [
      'sale',
      SALE_EDGES,
      [
        ['open', 'completed'],
        ['open', 'abandoned'],
      ],
    ],
    [
      'hold',
      HOLD_EDGES,
      [
        ['held', 'consumed'],
        ['held', 'released'],
      ],
    ],
    [
      'till session',
      TILL_SESSION_EDGES,
      [
        ['open', 'ended'],
        ['ended', 'closed'],
        ['closed', 'ended'],
      ],
    ],
    [
      'registration',
      REGISTRATION_EDGES,
      [
        ['active', 'cancelled'],
        ['active', 'replaced'],
      ],
    ],
  ])('%s moves along these edges only', (_name, edges, expected) => {
    const drawn = Object.entries(edges).flatMap(([from, all]) =>
      all.map((to): [string, string] => [from, to]),
    );
    expect(drawn).toEqual(expected);
  });

  test('a closed till never takes movements again', () => {
    expect(TILL_SESSION_EDGES.closed).not.toContain('open');
    expect(TILL_SESSION_EDGES.ended).not.toContain('open');
  });
});
