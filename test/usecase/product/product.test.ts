import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../../shared/contract/contract.ts';
import { openTestService, type TestService } from '../../support/test-service.ts';

let desk: TestService;
beforeEach(async () => {
  desk = await openTestService({ openTill: false });
});
afterEach(async () => {
  expect(await desk.verify()).toEqual([]);
  await desk.close();
});

const towel: InputOf<'product.add'> = {
  code: 'SERV',
  barcode: '0061234567894',
  type: 'merchandise',
  nameFr: 'Serviette épaisse',
  nameEn: 'Thick towel',
  priceMinor: 1999,
  taxClass: 'taxable',
  ledgerCode: '4100',
};
const codes = async (text: string, more: object = {}) =>
  (await desk.call('product.find', { text, ...more })).products.map((product) => product.code);

describe('the catalogue', () => {
  test('finds by any part of a code, barcode or name of either language, accents ignored', async () => {
    await desk.call('product.add', towel);
    await desk.call('product.add', {
      ...towel,
      code: 'CAD',
      barcode: undefined,
      nameFr: 'Cadenas',
      nameEn: '',
    });
    for (const text of ['serv', 'epais', 'towel', '1234567', 'thick serviette'])
      expect(await codes(text)).toEqual(['SERV']);
    expect(await codes('')).toEqual(['CAD', 'SERV']);
    expect(await codes('zzz')).toEqual([]);
    expect(await desk.call('product.find', { limit: 1 })).toMatchObject({ hasMore: true });
  });

  test('an exact code comes first', async () => {
    await desk.call('product.add', { ...towel, code: 'A10', barcode: undefined, nameFr: 'A1 grand' });
    await desk.call('product.add', { ...towel, code: 'A1', barcode: undefined, nameFr: 'Zzz' });
    expect(await codes('a1')).toEqual(['A1', 'A10']);
  });

  test('what is no longer sold shows only when asked', async () => {
    const { productId } = await desk.call('product.add', towel);
    await desk.call('product.change', { ...towel, productId, active: false });
    expect(await codes('serv')).toEqual([]);
    expect(await codes('serv', { includeInactive: true })).toEqual(['SERV']);
  });

  test('a code or a barcode names one product, also one no longer sold', async () => {
    const { productId } = await desk.call('product.add', towel);
    await desk.call('product.change', { ...towel, productId, active: false });
    expect(await desk.send('product.add', { ...towel, barcode: undefined })).toMatchObject({
      failure: { code: 'product-code-taken', detail: { code: 'SERV' } },
    });
    expect(await desk.send('product.add', { ...towel, code: 'OTHER' })).toMatchObject({
      failure: { code: 'product-code-taken', detail: { code: towel.barcode } },
    });
  });

  test('who changed a price is chained, with the price before and after', async () => {
    const { productId } = await desk.call('product.add', towel);
    await desk.call('product.change', { ...towel, productId, priceMinor: 2199, active: true });
    const [event] = await desk
      .service()
      .ledger()
      .read(
        async (db) =>
          await db.all<{ detail: string }>`SELECT detail FROM audit_event WHERE kind = 'product.changed'`,
      );
    expect(JSON.parse(event?.detail ?? '')).toMatchObject({
      before: { priceMinor: 1999 },
      after: { priceMinor: 2199 },
    });
  });

  test('an end before its start is refused', async () => {
    const details = { startDate: '2026-09-01', endDate: '2026-08-31' };
    expect(await desk.send('product.add', { ...towel, details })).toMatchObject({
      failure: { code: 'invalid-input', detail: { issues: [{ path: 'details.endDate', problem: 'order' }] } },
    });
  });

  test('a clerk reads the catalogue and does not change it', async () => {
    expect(await desk.send('product.find', {}, { as: 'clerk' })).toMatchObject({ ok: true });
    expect(await desk.send('product.add', towel, { as: 'clerk' })).toMatchObject({
      failure: { code: 'not-allowed' },
    });
    expect(await desk.send('product.read', { productId: 99 })).toMatchObject({
      failure: { code: 'product-unknown' },
    });
  });
});

describe('stock', () => {
  test('is the sum of its movements and never goes below zero by hand', async () => {
    const { productId } = await desk.call('product.add', { ...towel, openingStockQuantity: 5 });
    expect(await desk.call('product.adjustStock', { productId, quantity: -3, reason: 'abîmées' })).toEqual({
      stockQuantity: 2,
    });
    expect(await desk.send('product.adjustStock', { productId, quantity: -3, reason: 'x' })).toMatchObject({
      failure: { code: 'out-of-stock', detail: { name: 'Serviette épaisse', availableQuantity: 2 } },
    });
    expect(await desk.call('product.read', { productId })).toMatchObject({
      isStockTracked: true,
      stockQuantity: 2,
      stockMovements: [
        { quantity: -3, cause: 'abîmées' },
        { quantity: 5, cause: 'opening' },
      ],
    });
  });

  test('without tracking there is none to adjust', async () => {
    const { productId } = await desk.call('product.add', towel);
    expect(await desk.call('product.read', { productId })).toMatchObject({ stockQuantity: null });
    expect(await desk.send('product.adjustStock', { productId, quantity: 1, reason: 'x' })).toMatchObject({
      failure: { code: 'invalid-input', detail: { issues: [{ problem: 'stock-not-tracked' }] } },
    });
  });
});

describe('product.import', () => {
  const HEADER = 'Code;Nom;Nom anglais;Type;Prix;Taxes;Poste comptable;Stock;Âge min;Date de début';
  const send = async (...lines: string[]) =>
    await desk.send('product.import', { csv: [HEADER, ...lines].join('\n') });

  test('reads prices and words as people write them', async () => {
    expect(
      await send(
        'YOGA;Yoga doux;Gentle yoga;Activité;1 234,50 $;exonéré;4000;;16;2026-09-01',
        'BALLE;Balle;;marchandise;3.5;taxable;4100;12;;',
      ),
    ).toEqual({ ok: true, value: { importedCount: 2 } });
    expect((await desk.call('product.find', {})).products).toMatchObject([
      { code: 'BALLE', priceMinor: 350, taxClass: 'taxable', isStockTracked: true, stockQuantity: 12 },
      {
        code: 'YOGA',
        type: 'activity',
        priceMinor: 123_450,
        taxClass: 'exempt',
        isStockTracked: false,
        details: { ageMinimum: 16, startDate: '2026-09-01' },
      },
    ]);
  });

  test('refuses the whole file with every reason', async () => {
    await desk.call('product.add', towel);
    expect(
      await send(
        'SERV;Serviette;;article;1,00;taxable;4100;;;',
        'A;Yoga;;cours;1,234;oui;4000;;;',
        'A;Yoga;;sport;1,00;oui;40 00;deux;;',
      ),
    ).toMatchObject({
      failure: {
        code: 'import-refused',
        detail: {
          refusedCount: 3,
          rows: expect.arrayContaining([
            { line: 2, column: 'Code', problem: 'already-taken', value: 'SERV' },
            { line: 3, column: 'Prix', problem: 'not-an-amount', value: '1,234' },
            { line: 4, column: 'Type', problem: 'not-a-choice', value: 'sport' },
            { line: 4, column: 'Poste comptable', problem: 'wrong-format', value: '40 00' },
            { line: 4, column: 'Stock', problem: 'wrong-type', value: 'deux' },
          ]),
        },
      },
    });
    expect(await codes('')).toEqual(['SERV']);
  });
});
