import { requireAccount } from '../../sale/account.ts';
import { needsFullPayment } from '../../sale/full-payment.ts';
import { readEarliestDate } from '../../sale/invoice-date.ts';
import { cartTotal, priceCart } from '../../sale/price-cart.ts';
import { findRestrictions } from '../../sale/restrictions.ts';
import { readUnpaidBalance } from '../../sale/unpaid-balance.ts';
import type { QueryHandler } from '../context.ts';
import { invoiceDate } from './invoice-date.ts';

/** The same pricing and judgement as `invoice.issue`, before anything is written. */
export const previewInvoice: QueryHandler<'invoice.preview'> = async (context, input) => {
  const { db } = context;
  const account = await requireAccount(db, input.clientId);
  const localDate = await invoiceDate(db, input, context.localDate);
  const { items, codes = [], rebate } = input;
  const cart = await priceCart(db, { account, items, codes, localDate, rebate });
  const restrictions = await findRestrictions(db, cart.lines, localDate);
  const { items: _, ...unpaid } = await readUnpaidBalance(db, account.clientId, context.localDate);
  return {
    lines: cart.lines.map((line, index) => {
      const { nameFr, nameEn, personId, quantity, grossMinor, netMinor, gstMinor, qstMinor, totalMinor } =
        line;
      return {
        nameFr,
        nameEn,
        personId,
        quantity,
        grossMinor,
        netMinor,
        gstMinor,
        qstMinor,
        totalMinor,
        discounts: line.discounts.flatMap(({ ruleId, nameFr, nameEn, amountMinor }) =>
          ruleId === null ? [] : [{ ruleId, nameFr, nameEn, amountMinor }],
        ),
        skipped: cart.skipped[index] ?? [],
        rebates: line.discounts.flatMap(({ ruleId, nameFr, nameEn, amountMinor }) =>
          ruleId === null ? [{ nameFr, nameEn, amountMinor }] : [],
        ),
        rebateLimitMinor: cart.rebateLimits[index]?.limitMinor ?? 0,
        restrictions: restrictions
          .filter(({ lineIndex }) => lineIndex === index)
          .map(({ kind, refusal: { code, detail } }) => ({ kind, failure: { code, detail } })),
      };
    }),
    ...cartTotal(cart.lines),
    earliestDate: await readEarliestDate(db, context.localDate),
    unpaid,
    needsFullPayment: input.kind !== 'manual' && (await needsFullPayment(db, cart.lines)),
  };
};
