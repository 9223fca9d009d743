import { describe, expect, test } from 'vitest';
import { currentBalanceMinor, describeBalance } from '../../shared/domain/balance.ts';

describe('balance', () => {
  // invoices, memos, payments, refunds done
  test.each<[string, number[], number, string, number]>([
    ['nothing yet', [0, 0, 0, 0], 0, 'even', 0],
    ['invoiced', [11_498, 0, 0, 0], 11_498, 'owes', 11_498],
    ['paid', [11_498, 0, 11_498, 0], 0, 'even', 0],
    ['scenario 8 before its refund', [18_396, 11_038, 18_396, 0], -11_038, 'in-credit', 11_038],
    ['scenario 8 after it', [18_396, 11_038, 18_396, 11_038], 0, 'even', 0],
    ['scenario 12', [34_493, 17_247, 11_498, 0], 5748, 'owes', 5748],
    ['45.67 due, 54.67 given back', [4567, 4567, 4567, 5467], 900, 'owes', 900],
  ])(
    '%s',
    (_name, [
      invoicesMinor,
      creditMemosMinor,
      paymentsMinor,
      refundsDoneMinor,
    ], expected, direction, amount) => {
      const balanceMinor = currentBalanceMinor({
        invoicesMinor: invoicesMinor!,
        creditMemosMinor: creditMemosMinor!,
        paymentsMinor: paymentsMinor!,
        refundsDoneMinor: refundsDoneMinor!,
      });
      expect(balanceMinor).toBe(expected);
      expect(describeBalance(balanceMinor)).toEqual({ direction, amountMinor: amount });
    },
  );
});
