import { expect, test } from 'vitest';
import {
  type DraftPart,
  partsInput,
  partsProblem,
  readParts,
  readWay,
  wayText,
  writeParts,
} from '../../renderer/screens/refund/draft-parts.ts';

const PARTS: DraftPart[] = [
  { destination: 'terminal', amountMinor: 6000, terminalId: 3, originPaymentId: null },
  { destination: 'online-card', amountMinor: 2000, terminalId: null, originPaymentId: 7 },
  { destination: 'cash', amountMinor: 0, terminalId: null, originPaymentId: null },
];

test('the parts live in the address and come back from it', () => {
  expect(writeParts(PARTS)).toBe('6000.terminal.t3,2000.online-card.p7,0.cash');
  expect(readParts(writeParts(PARTS))).toEqual(PARTS);
  for (const { amountMinor: _amountMinor, ...way } of PARTS) expect(readWay(wayText(way))).toEqual(way);
});

test('an address that somebody changed by hand loses what it cannot mean', () => {
  expect(readParts(undefined)).toBeNull();
  expect(readParts('6000.gold,-5.cash,x')).toBeNull();
  expect(readParts('6000.terminal.tx,1.cash')).toEqual([
    { destination: 'terminal', amountMinor: 6000, terminalId: null, originPaymentId: null },
    { destination: 'cash', amountMinor: 1, terminalId: null, originPaymentId: null },
  ]);
});

test('what stops the parts, in the order in which the clerk can mend it', () => {
  expect(partsProblem(PARTS, 9000)).toEqual({ kind: 'left', byMinor: 1000 });
  expect(partsProblem(PARTS, 7000)).toEqual({ kind: 'over', byMinor: 1000 });
  expect(partsProblem(PARTS, 8000)).toEqual({ kind: 'zero' });
  expect(partsProblem(PARTS.slice(0, 2), 8000)).toBeNull();
});

test('the contract takes only what is chosen', () => {
  expect(partsInput(PARTS)).toEqual([
    { destination: 'terminal', amountMinor: 6000, terminalId: 3 },
    { destination: 'online-card', amountMinor: 2000, originPaymentId: 7 },
    { destination: 'cash', amountMinor: 0 },
  ]);
});
