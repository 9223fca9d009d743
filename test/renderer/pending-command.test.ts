import { expect, test } from 'vitest';
import { type PendingCommand, planSend } from '../../renderer/connection/pending-command.ts';

const SALE = { items: [{ productId: 3, quantity: 1 }] };
const OTHER_SALE = { items: [{ productId: 3, quantity: 2 }] };
const UNKNOWN = { refundId: 7, answer: 'unknown' };
const APPROVED = { refundId: 7, answer: 'approved' };

const kept = (input: object, isUnanswered: boolean): PendingCommand => ({
  key: 'first',
  inputText: JSON.stringify(input),
  isUnanswered,
});
const newKey = () => 'second';
const fresh = (input: object) => ({ key: 'second', inputText: JSON.stringify(input), isUnanswered: false });

test('nothing kept: a new key', () => {
  expect(planSend('invoice.issue', null, SALE, newKey)).toEqual(fresh(SALE));
});

test.each([true, false])('the same input goes under the key it has (unanswered: %s)', (isUnanswered) => {
  for (const [name, input] of [
    ['invoice.issue', SALE],
    ['refund.settle', UNKNOWN],
  ] as const)
    expect(planSend(name, kept(input, isUnanswered), input, newKey)).toEqual(kept(input, isUnanswered));
});

test('after a refusal, another input is another command', () => {
  expect(planSend('invoice.issue', kept(SALE, false), OTHER_SALE, newKey)).toEqual(fresh(OTHER_SALE));
});

test('another answer about an attempt is another command, even over one that got no answer', () => {
  expect(planSend('refund.settle', kept(UNKNOWN, true), APPROVED, newKey)).toEqual(fresh(APPROVED));
  expect(planSend('payment.settle', kept(UNKNOWN, true), APPROVED, newKey)).toEqual(fresh(APPROVED));
});

test('an unanswered order goes again as it was, whatever the fields say now', () => {
  for (const name of ['invoice.issue', 'payment.take', 'refund.issue', 'till.drop', 'client.open'] as const)
    expect(planSend(name, kept(SALE, true), OTHER_SALE, newKey)).toEqual(kept(SALE, true));
});
