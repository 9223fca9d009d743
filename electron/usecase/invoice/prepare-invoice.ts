import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { type Account, requireAccount } from '../../sale/account.ts';
import type { InvoiceTerms, Sale } from '../../sale/plan-sale.ts';
import { cartTotal, priceCart, requireComplete } from '../../sale/price-cart.ts';
import { type PlannedTaking, planTaking } from '../../sale/take-tenders.ts';
import { readUnpaidBalance } from '../../sale/unpaid-balance.ts';
import type { InvoiceIntent } from '../approval/approval-intent.ts';
import type { CommandContext, StaffMember } from '../context.ts';
import { invoiceDate } from './invoice-date.ts';
import { judgeInvoice } from './judge-invoice.ts';

export type InvoiceInput = Omit<ParsedInput<'invoice.issue'>, 'approvalId'>;

export interface PreparedInvoice {
  readonly taking: PlannedTaking & { sale: Sale & { terms: InvoiceTerms } };
  readonly intent: InvoiceIntent;
  /** Why this person may not issue it without an approval; null when they may. */
  readonly needed: Refusal | null;
}

/**
 * Prices an invoice, plans its tenders and judges it, writing nothing: what it is let through against, and whether
 * that, or a rebate, needs an approval.
 */
export async function prepareInvoice(
  context: Pick<CommandContext, 'db' | 'staff'>,
  input: InvoiceInput,
): Promise<PreparedInvoice> {
  const { db, staff } = context;
  const account = await requireAccount(db, input.clientId);
  const localDate = await invoiceDate(db, input, db.localDate);
  const cart = await priceCart(db, {
    account,
    items: input.items,
    codes: input.codes ?? [],
    localDate,
    rebate: input.rebate,
  });
  await requireComplete(db, cart.lines);
  const { totalMinor } = cartTotal(cart.lines);
  if (input.expectedTotalMinor !== undefined && input.expectedTotalMinor !== totalMinor)
    refuse('total-changed', { totalMinor });
  const unpaid = account.isWalkIn ? null : await readUnpaidBalance(db, account.clientId, db.localDate);
  const terms: InvoiceTerms = {
    kind: input.kind ?? 'counter',
    localDate: localDate === db.localDate ? null : localDate,
    dueDate: input.dueDate ?? null,
    overrides: [],
    approvalId: null,
  };
  const sale: Sale = {
    kind: 'counter',
    lines: cart.lines,
    note: input.note ?? '',
    language: account.isWalkIn ? (input.language ?? account.language) : account.language,
    itemIds: input.paysOverdue ? (unpaid?.items ?? []).map(({ itemId }) => itemId) : [],
    restAsDeposit: input.restAsDeposit ?? false,
    terms,
  };
  const { tenders = [], tillId } = input;
  const taking = await planTaking(db, { account, sale, tenders, tillId });
  const judged = await judgeInvoice(db, { staff, input, cart, taking, unpaid, localDate });
  const judgedSale = { ...sale, terms: { ...terms, overrides: judged.overrides } };
  return {
    taking: { ...taking, sale: judgedSale },
    needed: judged.needed,
    intent: intentOf({ staff, account, input, sale, needs: judged.needs }),
  };
}

function intentOf(given: {
  staff: StaffMember;
  account: Account;
  input: InvoiceInput;
  sale: Sale;
  needs: InvoiceIntent['needs'];
}): InvoiceIntent {
  const { account, input, sale } = given;
  // how it is paid may still change; what is sold, for how much, to whom, and why it is let through may not
  const { tenders: _, restAsDeposit: _rest, tillId: _till, expectedTotalMinor: _total, ...request } = input;
  return {
    action: 'invoice',
    staffId: given.staff.staffId,
    clientId: account.clientId,
    amountMinor: cartTotal(sale.lines).totalMinor,
    needs: given.needs,
    lines: sale.lines.map(({ nameFr, nameEn, personId, quantity, grossMinor, netMinor, totalMinor }) => ({
      nameFr,
      nameEn,
      personId,
      quantity,
      grossMinor,
      netMinor,
      totalMinor,
    })),
    request,
  };
}
