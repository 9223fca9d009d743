import { expect, test } from 'vitest';
import {
  EMPTY_DRAFT,
  newEntry,
  planDraft,
  planTaken,
  type TenderDraft,
  type TenderRulesHere,
} from '../../renderer/parts/tender-draft.ts';

const item = (itemId: number, owedMinor: number, ticked = true) => ({
  itemId,
  owedMinor,
  ticked,
  dueDate: '2026-03-02',
  invoiceNumber: 'F-000001',
  lineNumber: itemId,
});

const sale: TenderRulesHere = {
  dueMinor: 7_006,
  depositAvailableMinor: 1_000,
  creditAvailableMinor: 0,
  allowDeposit: true,
  allowPartPayment: true,
  items: [item(1, 569), item(2, 2_298), item(3, 4_139)],
};

const draft = (change: Partial<TenderDraft>): TenderDraft => ({ ...EMPTY_DRAFT, ...change });

test('cash that covers the due gives change and rounds once', () => {
  const { plan, refusal } = planDraft(draft({ entry: newEntry('cash', 10_000) }), sale);
  expect(refusal).toBeNull();
  expect(plan).toMatchObject({ paidMinor: 7_006, changeMinor: 2_995, roundingMinor: -1, owedAfterMinor: 0 });
});

test('cash goes last whatever was entered first, and two cash parts are one', () => {
  const { tenders, plan } = planDraft(
    draft({
      taken: [
        { method: 'cash', tenderedMinor: 1_000 },
        { method: 'terminal', amountMinor: 5_000 },
      ],
      entry: newEntry('cash', 1_005),
    }),
    sale,
  );
  expect(tenders.map(({ method }) => method)).toEqual(['terminal', 'cash']);
  expect(plan).toMatchObject({ owedAfterMinor: 0, changeMinor: 0, roundingMinor: -1 });
});

test('the split fills each item whole before the next', () => {
  const { shares, plan } = planTaken(draft({ taken: [{ method: 'cheque', amountMinor: 2_000 }] }), sale);
  expect(shares).toEqual([
    { itemId: 1, amountMinor: 569 },
    { itemId: 2, amountMinor: 1_431 },
  ]);
  expect(plan?.owedAfterMinor).toBe(5_006);
});

test('more than the due is refused until the clerk says that the rest is a deposit', () => {
  const over = { entry: newEntry('cheque', 8_000) };
  expect(planDraft(draft(over), sale).refusal).toEqual({
    code: 'more-than-owed',
    detail: { owedMinor: 7_006, depositWouldBeMinor: 994 },
  });
  expect(planDraft(draft({ ...over, restAsDeposit: true }), sale).plan?.depositMinor).toBe(994);
});

test('an exact tender for ticked items goes on to the others; cash gives change on the ticked ones', () => {
  const payment: TenderRulesHere = {
    ...sale,
    dueMinor: 2_298,
    allOwedMinor: 7_006,
    items: [item(1, 569, false), item(2, 2_298), item(3, 4_139, false)],
  };
  const cheque = planDraft(draft({ entry: newEntry('cheque', 3_000) }), payment);
  expect(cheque.refusal).toBeNull();
  expect(cheque.shares).toEqual([
    { itemId: 2, amountMinor: 2_298 },
    { itemId: 1, amountMinor: 569 },
    { itemId: 3, amountMinor: 133 },
  ]);
  const cash = planDraft(draft({ entry: newEntry('cash', 3_000) }), payment);
  expect(cash.plan).toMatchObject({ paidMinor: 2_298, changeMinor: 700, roundingMinor: 2 });
});
