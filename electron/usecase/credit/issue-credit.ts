import { refuse } from '../../../shared/domain/refusal.ts';
import { insertCreditMemo } from '../../ledger/credit-store.ts';
import { postCreditMemo } from '../../ledger/post-credit-memo.ts';
import { findOpenSession } from '../../till/till-session.ts';
import type { CommandHandler } from '../context.ts';
import { planCreditAmount } from './plan-credit-amount.ts';

/** Credits an account by hand. It pays nothing by itself; refundable is a permission, not money (settled.md 3, 4). */
export const issueCredit: CommandHandler<'credit.issue'> = async ({ db, staff }, input) => {
  const { label, ledgerCode, reason, isRefundable = false, expiresOn, ...asked } = input;
  requireExpiry(expiresOn, isRefundable, db.localDate);
  const { account, parts } = await planCreditAmount(db, asked, db.localDate);
  const { netMinor, gstMinor, qstMinor, totalMinor } = parts;
  const tillSessionId = (await findOpenSession(db, undefined))?.tillSessionId ?? null;
  const amounts = {
    net_minor: netMinor,
    gst_minor: gstMinor,
    qst_minor: qstMinor,
    total_minor: totalMinor,
  };
  const memo = await insertCreditMemo(db, {
    client_id: account.clientId,
    kind: input.taxMode === 'waived' ? 'manual-taxes-kept' : 'manual',
    source_invoice_id: null,
    till_session_id: tillSessionId,
    language: account.language,
    reason,
    ...amounts,
    refundable_minor: isRefundable ? totalMinor : 0,
    staff_id: staff.staffId,
  });
  await db.insert('credit_memo_line', {
    memo_id: memo.memoId,
    item_id: null,
    name_fr: label,
    name_en: label,
    ledger_code: ledgerCode,
    ...amounts,
    asked_basis_points: null,
    fraction_numerator: null,
    fraction_denominator: null,
    restocked_quantity: 0,
  });
  await postCreditMemo(db, {
    memoId: memo.memoId,
    clientId: account.clientId,
    lines: [{ ledgerCode, netMinor, gstMinor, qstMinor }],
    tillSessionId,
  });
  if (expiresOn !== undefined)
    await db.insert('credit_expiry', { memo_id: memo.memoId, expires_on: expiresOn });
  return { ...memo, ...parts };
};

/** Refuses `invalid-input`: only credit that is never refunded may expire, and not before today (settled.md 32). */
function requireExpiry(expiresOn: string | undefined, isRefundable: boolean, today: string): void {
  if (expiresOn === undefined) return;
  const issue = (problem: string) => refuse('invalid-input', { issues: [{ path: 'expiresOn', problem }] });
  if (isRefundable) issue('refundable-stays');
  if (expiresOn < today) issue('date-past');
}
