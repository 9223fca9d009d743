import { describe, expect, it } from 'vitest';
import { causeOfCredit, causeOfRefund, type RefundFacts } from '../../shared/domain/money-where.ts';

const done: RefundFacts = {
  state: 'done',
  destination: 'terminal',
  attemptState: 'approved',
  isOnline: false,
  why: null,
  approvalState: null,
  paidLast4: ['4417'],
  takenLast4: '4417',
  doneDate: '2026-03-02',
  today: '2026-03-05',
};
const failed: RefundFacts = { ...done, state: 'failed', attemptState: 'declined', doneDate: null };
const online: RefundFacts = { ...failed, destination: 'online-card', isOnline: true };

describe('where the money of a refund is (domain.md B14)', () => {
  it.each<[string, RefundFacts]>([
    ['in-doubt', { ...done, state: 'in-doubt' }],
    ['approval-waiting', { ...done, state: 'waiting', attemptState: null, approvalState: 'waiting' }],
    ['approval-granted', { ...done, state: 'waiting', attemptState: null, approvalState: 'granted' }],
    ['approval-ended', { ...failed, attemptState: null, approvalState: 'refused' }],
    ['cheque-to-issue', { ...done, state: 'to-issue', destination: 'cheque', attemptState: null }],
    ['in-progress', { ...done, state: 'in-progress' }],
    ['processing', { ...online, state: 'in-progress' }],
    ['not-done', failed],
    ['failed-waiting', { ...online, why: 'card-declined' }],
    ['funds-low', { ...online, why: 'balance-too-low' }],
    ['card-expired', { ...online, why: 'account-closed' }],
    ['cash-given', { ...done, destination: 'cash', takenLast4: null }],
    ['cheque-issued', { ...done, destination: 'cheque', takenLast4: null }],
    ['other-card', { ...done, takenLast4: '9901' }],
    ['bank-delay', done],
    ['bank-delay', { ...done, today: '2026-03-12' }],
    ['card-credited', { ...done, today: '2026-03-13' }],
  ])('%s', (cause, facts) => {
    expect(causeOfRefund(facts)).toBe(cause);
  });

  it('money that was not paid by a card has no other card', () => {
    expect(causeOfRefund({ ...done, paidLast4: [], takenLast4: '9901' })).toBe('bank-delay');
  });
});

describe('where the money of an open credit is', () => {
  const origin = { method: 'terminal', cardStatus: null, isSettled: true };
  it.each([
    ['credit-only', { maximumMinor: 100, why: null, origins: [origin] }],
    ['not-refundable', { maximumMinor: 0, why: 'not-refundable', origins: [] }],
    [
      'card-unusable',
      {
        maximumMinor: 100,
        why: null,
        origins: [{ ...origin, method: 'online-card', cardStatus: 'expired' }],
      },
    ],
    [
      'credit-only',
      { maximumMinor: 100, why: null, origins: [{ ...origin, method: 'online-card', cardStatus: 'valid' }] },
    ],
    [
      'echeck-unsettled',
      { maximumMinor: 0, why: 'x', origins: [{ ...origin, method: 'echeck', isSettled: false }] },
    ],
  ])('%s', (cause, facts) => {
    expect(causeOfCredit(facts)).toBe(cause);
  });
});
