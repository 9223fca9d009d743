import type { InputOf } from '../../shared/contract/contract.ts';
import { addProduct } from '../support/goods.ts';
import { openTestService, type TestService } from '../support/test-service.ts';
import type { ModelRule } from './price-model.ts';

export interface BillingGood {
  productId: number;
  price: number;
  isTaxed: boolean;
  isPlace: boolean;
}

export interface Household {
  clientId: number;
  personIds: number[];
}

/** A desk that several histories use one after the other, each on accounts of its own. */
export interface BillingDesk {
  desk: TestService;
  goods: BillingGood[];
  rules: ModelRule[];
  codes: string[];
  /** A fee by hand and a rebate with a label of its own. */
  feeItemId: number;
  rebateItemId: number;
  /** Carried from one history to the next. */
  drawer: number;
  session: number;
}

type SavedRule = InputOf<'discountRule.save'>;

/** Opens it with a catalogue and rules of every reach, value and way to combine (domain.md B5, B6). */
export async function openBillingDesk(): Promise<BillingDesk> {
  const desk = await openTestService();
  const goods: BillingGood[] = [];
  const add = async (price: number, isTaxed: boolean, isPlace = false) => {
    const taxClass = isTaxed ? 'taxable' : 'exempt';
    const productId = await addProduct(desk, price, { taxClass, ...(isPlace ? { type: 'activity' } : {}) });
    goods.push({ productId, price, isTaxed, isPlace });
    return productId;
  };
  const [cap, racket] = [await add(1999, true), await add(10_000, true)];
  await add(3333, false);
  await add(4, true);
  const [swimming, skating] = [await add(20_000, false, true), await add(30_000, true, true)];
  const combo = [await add(6000, true, true), await add(4500, true, true), await add(8000, false, true)];

  const rules: ModelRule[] = [];
  const save = async (
    model: Omit<ModelRule, 'ruleId'>,
    given: Pick<SavedRule, 'trigger' | 'value'> & Partial<SavedRule>,
  ) => {
    const { order, reach, products, group, isAlone } = model;
    const { ruleId } = await desk.call('discountRule.save', {
      nameFr: `Rabais ${order}`,
      priority: order,
      reach: reach === 'each' ? 'each-item' : reach,
      productIds: [...products],
      ...(group ? { exclusiveGroup: group } : {}),
      ...(isAlone ? { isCombinable: false } : {}),
      ...given,
    });
    rules.push({ ...model, ruleId });
  };
  const automatic = { kind: 'automatic' } as const;
  const percent = (basisPoints: number) => ({ kind: 'percentage', basisPoints }) as const;
  const cents = (amountMinor: number, per: 'line' | 'unit' | 'invoice') =>
    ({ kind: 'amount', amountMinor, per }) as const;
  await save(
    { order: 1, trigger: 0, reach: 'each', products: [cap], off: { basisPoints: 1000 } },
    { trigger: automatic, value: percent(1000) },
  );
  await save(
    { order: 2, trigger: 0, reach: 'each', products: [racket], off: { cents: 500, per: 'unit' }, group: 'G' },
    { trigger: automatic, value: cents(500, 'unit') },
  );
  await save(
    { order: 3, trigger: 0, reach: 'each', products: [racket], off: { basisPoints: 777 }, group: 'G' },
    { trigger: automatic, value: percent(777) },
  );
  await save(
    {
      order: 10,
      trigger: 0,
      reach: 'later-persons',
      products: [swimming, skating],
      off: { basisPoints: 2000 },
    },
    { trigger: automatic, value: percent(2000) },
  );
  await save(
    { order: 20, trigger: 0, reach: 'combo', products: combo, off: { cents: 2500, per: 'invoice' } },
    { trigger: automatic, value: cents(2500, 'invoice') },
  );
  const all = [cap, racket, swimming, skating, ...combo];
  await save(
    { order: 30, trigger: 1, code: 'CINQ', reach: 'each', products: all, off: { cents: 500, per: 'line' } },
    { trigger: { kind: 'code', code: 'CINQ' }, value: cents(500, 'line') },
  );
  await save(
    { order: 30, trigger: 2, code: 'BON', reach: 'each', products: all, off: { basisPoints: 2500 } },
    { trigger: { kind: 'coupon', code: 'BON' }, value: percent(2500) },
  );
  await save(
    {
      order: 40,
      trigger: 1,
      code: 'SEUL',
      reach: 'each',
      products: [skating, racket],
      off: { basisPoints: 3000 },
      isAlone: true,
    },
    { trigger: { kind: 'code', code: 'SEUL' }, value: percent(3000) },
  );
  const label = { nameFr: 'Frais', ledgerCode: 'FRAIS' };
  const fee = await desk.call('customItem.add', { kind: 'fee', ...label });
  const rebate = await desk.call('customItem.add', { kind: 'rebate', nameFr: 'Geste', ledgerCode: 'GESTE' });
  return {
    desk,
    goods,
    rules,
    codes: ['CINQ', 'BON', 'SEUL'],
    feeItemId: fee.customItemId,
    rebateItemId: rebate.customItemId,
    drawer: 20_000,
    session: 1,
  };
}

/** Accounts of one history: a family of three and a single person. */
export async function openHouseholds(desk: TestService): Promise<Household[]> {
  const person = (givenName: string) => ({ givenName, familyName: 'Gagnon', isOwner: givenName === 'Ève' });
  const households: Household[] = [];
  for (const people of [[person('Ève'), person('Luc'), person('Zoé')], [person('Ève')]]) {
    const name = 'Gagnon';
    const { clientId, personIds } = await desk.call('client.open', { name, people });
    households.push({ clientId, personIds });
  }
  return households;
}
