import { describe, expect, test } from 'vitest';
import {
  destinationRule,
  type OriginFacts,
  type RefundDestination,
  refundDestinations,
  unfundedDestinationRule,
} from '../../shared/domain/refund-destination.ts';
import type { PaymentMethod } from '../../shared/domain/tender.ts';

/** `R` needs a reason, `S` a supervisor. */
function openWays(method: PaymentMethod, facts: OriginFacts = {}): string[] {
  return refundDestinations(method, facts)
    .filter((rule) => rule.allowed)
    .map((rule) => `${rule.destination}${rule.needsReason ? ' R' : ''}${rule.needsSupervisor ? ' S' : ''}`);
}

describe('where money may go back (settled.md 16)', () => {
  test.each<[string, PaymentMethod, OriginFacts, string[]]>([
    ['cash', 'cash', {}, ['cash', 'cheque']],
    ['a cheque of today', 'cheque', { chequeAgeDays: 0 }, ['cheque', 'cash S']],
    ['a cheque of 9 days', 'cheque', { chequeAgeDays: 9 }, ['cheque', 'cash S']],
    ['a cheque of 10 days', 'cheque', { chequeAgeDays: 10 }, ['cheque', 'cash']],
    ['a card at the terminal', 'terminal', {}, ['terminal', 'cash R', 'cheque R']],
    ['an online card that works', 'online-card', { cardStatus: 'valid' }, ['online-card']],
    ['an online card nobody marked', 'online-card', {}, ['online-card']],
    [
      'scenario 15: marked invalid, offline only',
      'online-card',
      { cardStatus: 'invalid' },
      ['terminal R', 'cash R', 'cheque'],
    ],
    ['expired', 'online-card', { cardStatus: 'expired' }, ['terminal R', 'cash R', 'cheque']],
    ['closed', 'online-card', { cardStatus: 'closed' }, ['terminal R', 'cash R', 'cheque']],
  ])('%s', (_name, method, facts, expected) => {
    expect(openWays(method, facts)).toEqual(expected);
  });

  test('every way is listed once, and a closed one says why', () => {
    for (const method of ['cash', 'cheque', 'terminal', 'online-card'] as const) {
      for (const cardStatus of ['valid', 'closed'] as const) {
        const rules = refundDestinations(method, { cardStatus });
        expect(rules.map((rule) => rule.destination).sort()).toEqual([
          'cash',
          'cheque',
          'online-card',
          'terminal',
        ]);
        for (const rule of rules.filter((each) => !each.allowed)) {
          expect(rule.why).not.toBeNull();
          expect(rule.needsReason || rule.needsSupervisor).toBe(false);
        }
      }
    }
  });

  test('cash never goes to a card', () => {
    for (const destination of ['terminal', 'online-card'] as RefundDestination[]) {
      expect(destinationRule('cash', destination)).toMatchObject({
        allowed: false,
        why: 'cash-never-to-card',
      });
      expect(unfundedDestinationRule('cash', destination).allowed).toBe(false);
    }
  });

  test('credit that no payment funds leaves at the desk, never to a saved card', () => {
    const open = (['terminal', 'cash', 'cheque', 'online-card'] as const).filter(
      (destination) => unfundedDestinationRule('online-card', destination, { cardStatus: 'valid' }).allowed,
    );
    expect(open).toEqual(['terminal', 'cash', 'cheque']);
  });
});
