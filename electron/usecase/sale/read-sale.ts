import { sumMinor } from '../../../shared/domain/money.ts';
import { readAttemptsOfSale } from '../../ledger/attempt-store.ts';
import { readPeople } from '../../ledger/client-store.ts';
import { readSalePayments } from '../../ledger/payment-store.ts';
import { readChosenTenders, readSaleResult } from '../../ledger/sale-store.ts';
import { cartTotal } from '../../sale/price-cart.ts';
import { findWaitingAttempt, readCart, requireSale } from '../../sale/sale-steps.ts';
import type { SaleDone } from '../../sale/write-sale.ts';
import type { QueryHandler } from '../context.ts';

export const readSale: QueryHandler<'sale.read'> = async ({ db }, { saleId }) => {
  const row = await requireSale(db, saleId);
  const cart = readCart(row);
  const chosen = await readChosenTenders(db, saleId);
  const result = await readSaleResult(db, saleId);
  const outcome = result === null ? null : (JSON.parse(result) as SaleDone);
  const payments = await readSalePayments(db, saleId);
  const cards = payments.filter((payment) => payment.attemptId !== null);
  // a card that was given back, or is held for that, pays nothing of an open cart any more
  const approvedMinor = sumMinor(
    cards.map((payment) => (row.state === 'open' ? payment.availableMinor : payment.amountMinor)),
  );
  const totalMinor =
    cart.kind === 'counter'
      ? cartTotal(cart.lines).totalMinor + (cart.billedMinor ?? 0)
      : cart.confirmedMinor;
  const names = new Map(
    (await readPeople(db, row.clientId)).map(({ personId, givenName, familyName }) => [
      personId,
      `${givenName} ${familyName}`.trim(),
    ]),
  );
  return {
    saleId,
    state: row.state,
    kind: row.kind,
    clientId: row.clientId,
    clientName: row.clientName,
    lines: cart.lines.map(({ nameFr, nameEn, personId, quantity, netMinor }) => ({
      nameFr,
      nameEn,
      personName: personId === null ? null : (names.get(personId) ?? null),
      quantity,
      netMinor,
    })),
    totalMinor,
    approvedMinor,
    remainingMinor: row.state === 'open' ? Math.max(0, totalMinor - approvedMinor) : 0,
    tenders: chosen.tenders,
    attempts: await readAttemptsOfSale(db, saleId),
    openAttemptId: (await findWaitingAttempt(db, saleId))?.attemptId ?? null,
    outcome,
  };
};
