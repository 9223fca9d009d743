import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type JsonObject, readJson } from '../../../electron/terminal/nexo/json-text.ts';
import { readPaymentAnswer, readStatusAnswer } from '../../../electron/terminal/nexo/read-answer.ts';
import { PROPERTY_RUN } from '../../domain/property-run.ts';
import {
  chanceOf,
  dollars,
  POI_ID,
  payment,
  type Run,
  repeated,
  SALE_ID,
} from '../../support/nexo-answers.ts';

const attempt = {
  messageId: '0100000001',
  direction: 'out' as const,
  amountMinor: 4567,
  saleReference: 'RF-12',
  transactionReference: 'attempt-9',
  at: '2026-11-24T15:00:00.000Z',
};
const asked = { attempt, currency: 'CAD', saleId: SALE_ID, poiId: POI_ID };
const run = { attempt, chance: chanceOf(1) } as Run;

const names = fc.constantFrom(
  'Success',
  'Failure',
  'Refund',
  'CAD',
  'constructor',
  '__proto__',
  'toString',
  '',
);
const anything = fc.oneof(
  fc.jsonValue({ depthSize: 'small' }).map((value) => JSON.stringify(value)),
  names.map((name) => JSON.stringify(name)),
  fc.constantFrom('45.67', '4567', '-1', '1e2', '45.670', '0.1', '99999999999999999999'),
);

/** A text with some of its JSON values replaced by others. */
function mutated(text: string, changes: { at: number; value: string }[]): string {
  return changes.reduce((current, { at, value }) => {
    const values = [...current.matchAll(/(?<=:)\s*("(?:[^"\\]|\\.)*"|-?\d[\d.]*|true|false)/g)];
    const chosen = values[at % Math.max(1, values.length)];
    if (!chosen) return current;
    return current.slice(0, chosen.index) + value + current.slice(chosen.index + chosen[0].length);
  }, text);
}

test('whatever stands in the fields of an answer, money moved only by what it plainly says', () => {
  let approvals = 0;
  fc.assert(
    fc.property(
      fc.array(fc.record({ at: fc.nat(60), value: anything }), { maxLength: 3 }),
      fc.boolean(),
      (changes, isStatus) => {
        const text = mutated(isStatus ? repeated(run, payment(run)) : payment(run), changes);
        const body = readJson(text);
        if (body === undefined) return;
        const read = isStatus ? readStatusAnswer : readPaymentAnswer;
        const outcome = read(Object(body) as JsonObject, asked);
        if (outcome.kind !== 'approved') return;
        approvals += 1;
        expect(outcome.authorizedMinor).toBeGreaterThan(0);
        expect(outcome.authorizedMinor).toBeLessThanOrEqual(attempt.amountMinor);
        const plain = JSON.parse(text);
        const said = isStatus
          ? plain.RepeatedMessageResponse.RepeatedResponseMessageBody.PaymentResponse
          : plain;
        expect(['Success', 'Partial']).toContain(said.Response.Result);
        const { AuthorizedAmount } = said.PaymentResult.AmountsResp;
        expect(AuthorizedAmount).toBeCloseTo(Number(dollars(outcome.authorizedMinor)), 9);
      },
    ),
    { ...PROPERTY_RUN, numRuns: 3000 },
  );
  expect(approvals).toBeGreaterThan(300);
});
