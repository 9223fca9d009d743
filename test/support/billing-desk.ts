import { addProduct, itemIdsOf, sell } from './goods.ts';
import type { TestService } from './test-service.ts';

/** The invoices of `fillBilling`, as the address of their page. */
export const CAMP_INVOICE = '#/invoice/1';
export const COURSE_IN_INSTALMENTS = '#/invoice/2';
export const SWIM_INVOICE = '#/invoice/3';
export const YOGA_INVOICE = '#/invoice/4';
/** Of 23.00 in cash, for two missed sessions of a swim paid in cash. */
export const REFUND = '#/refund/1';

/** Accounts of `course`, two of which have two people in it. */
const ACCOUNTS = 12;
const WITH_TWO = 2;

/**
 * Invoices whose numbers are domain.md's: siblings in a camp (B9), a course in three instalments (B11), a swim
 * paid whole (B10), a yoga class to be replaced (B17), and a course of 14 people in 12 accounts (B8).
 */
export async function fillBilling(desk: TestService): Promise<void> {
  await desk.call('customItem.add', {
    kind: 'fee',
    nameFr: 'Frais d’administration',
    nameEn: 'Administrative fee',
    ledgerCode: '4520',
    defaultAmountMinor: 2500,
  });
  const activity = async (priceMinor: number, nameFr: string, nameEn: string, exempt = false) =>
    await addProduct(desk, priceMinor, {
      type: 'activity',
      nameFr,
      nameEn,
      ...(exempt ? { taxClass: 'exempt' as const } : {}),
    });
  const camp = await activity(20_000, 'Camp de jour', 'Day camp', true);
  const course = await activity(30_000, 'Poterie', 'Pottery');
  const swim = await activity(10_000, 'Natation', 'Swimming');
  const yoga = await activity(7500, 'Yoga', 'Gentle yoga');
  const badminton = await activity(12_000, 'Badminton', 'Badminton');
  await desk.call('discountRule.save', {
    nameFr: 'Deuxième enfant',
    nameEn: 'Second child',
    trigger: { kind: 'automatic' },
    value: { kind: 'percentage', basisPoints: 2000 },
    reach: 'later-persons',
    productIds: [camp],
  });
  const roy = await family(desk, 'Famille Roy', 'Alice', 'Benoît');
  await sell(desk, {
    clientId: roy.clientId,
    items: roy.personIds.map((personId) => ({ productId: camp, personId })),
    tenders: [{ method: 'cheque', amountMinor: 36_000 }],
  });
  const ng = await family(desk, 'Ng', 'Thi');
  const paid = async (productId: number, amountMinor: number, plan?: { count: number }) =>
    await sell(desk, {
      clientId: ng.clientId,
      items: [{ productId, personId: ng.personIds[0] ?? 0, ...(plan ? { plan } : {}) }],
      tenders: [{ method: 'cheque', amountMinor }],
    });
  await paid(course, 11_498, { count: 3 });
  await paid(swim, 11_498);
  await paid(yoga, 8623);
  await refundMissed(desk, { ...ng, swim });
  for (let account = 1; account <= ACCOUNTS; account += 1) {
    const { clientId, personIds } = await family(
      desk,
      `Famille ${account}`,
      'Zoé',
      ...(account <= WITH_TWO ? ['Léo'] : []),
    );
    await sell(desk, {
      clientId,
      items: personIds.map((personId) => ({ productId: badminton, personId })),
      tenders: [{ method: 'cheque', amountMinor: 13_797 * personIds.length }],
    });
  }
}

async function refundMissed(
  desk: TestService,
  { clientId, personIds, swim }: { clientId: number; personIds: number[]; swim: number },
): Promise<void> {
  const { invoiceId } = await sell(desk, {
    clientId,
    items: [{ productId: swim, personId: personIds[0] ?? 0 }],
    tenders: [{ method: 'cash', tenderedMinor: 11_500 }],
  });
  const [itemId = 0] = await itemIdsOf(desk, invoiceId);
  await desk.call('rebate.give', { itemId, amountMinor: 2000, reason: 'deux séances manquées' });
  const refund = await desk.call('refund.issue', {
    clientId,
    amountMinor: 2300,
    destination: 'cash',
    reason: 'client-request',
  });
  if (refund.state === 'prepared')
    await desk.call('refund.settle', { refundId: refund.refundId, answer: 'approved' });
}

async function family(desk: TestService, name: string, ...givenNames: string[]) {
  const familyName = name.replace('Famille ', '');
  return await desk.call('client.open', {
    name,
    people: givenNames.map((givenName, index) => ({ givenName, familyName, isOwner: index === 0 })),
  });
}
