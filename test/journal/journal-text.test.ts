import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainAccountName } from '../../electron/ledger/journal-export/account-name.ts';
import { decimal, SYNTAX_WRITERS } from '../../electron/ledger/journal-export/journal-syntax.ts';
import { addProduct, openClient, sellOne } from '../support/goods.ts';
import { openTestService } from '../support/test-service.ts';
import { exportJournal } from './export-trial.ts';

const code = fc.stringMatching(/^[A-Za-z0-9-]{1,20}$/);

test('every part of an account begins with a capital or a digit, and two codes never share a name', () => {
  fc.assert(
    fc.property(code, code, fc.constantFrom('fr', 'en'), (one, other, language) => {
      const names = [one, other].map((each) => plainAccountName(`sales:${each}`, null, language));
      for (const part of names[0]!.split(':')) expect(part).toMatch(/^[\p{Lu}\d][\p{L}\d-]*$/u);
      expect(names[0] === names[1]).toBe(one === other);
    }),
    { numRuns: 2000, seed: 7 },
  );
});

test.each([
  ['clients', 'C-000012', 'Actifs:Clients:C-000012', 'Assets:Clients:C-000012'],
  ['cash:1', null, 'Actifs:Caisse:T1', 'Assets:Cash:T1'],
  ['tax:qst', null, 'Passifs:TVQ', 'Liabilities:QST'],
  ['sales:aqua', null, 'Revenus:Ventes:X-aqua', 'Income:Sales:X-aqua'],
  ['over-short', null, 'Charges:Écarts-de-caisse', 'Expenses:Over-short'],
])('%s is named in the organisation’s language', (account, client, french, english) => {
  expect(plainAccountName(account, client, 'fr')).toBe(french);
  expect(plainAccountName(account, client, 'en')).toBe(english);
});

test.each(['', 'sale', 'sales:', 'tax', 'tax:pst', 'toString'])(
  '%j is no account of the chart',
  (account) => {
    expect(() => plainAccountName(account, null, 'fr')).toThrow('chart');
  },
);

test('cents are written to the cent, also beyond what a float holds apart', () => {
  expect([0, 5, -5, 100, -12_345, 9_007_199_254_740_991].map(decimal)).toEqual([
    '0.00',
    '0.05',
    '-0.05',
    '1.00',
    '-123.45',
    '90071992547409.91',
  ]);
});

test('no words of the books end a text, open a comment or begin a line', () => {
  const hostile = {
    localDate: '2026-03-02',
    code: 'F-000001',
    words: 'a"b\\c; d\n2026-01-01 * x (y) | z',
    entryId: 1,
    postings: [
      { account: 'Actifs:Banque', amountMinor: 100 },
      { account: 'Actifs:Coffre', amountMinor: -100 },
    ],
  };
  expect(SYNTAX_WRITERS.beancount.transaction(hostile).split('\n')[1]).toBe(
    '2026-03-02 * "a b c d 2026-01-01 * x y z F-000001"',
  );
  expect(SYNTAX_WRITERS.ledger.transaction(hostile).split('\n')[1]).toBe(
    '2026-03-02 * (F-000001) a b c d 2026-01-01 * x y z  ; #1',
  );
});

test('pages one after the other are the file: nothing twice, nothing missing, no client’s name, and what is sold meanwhile waits', async () => {
  const desk = await openTestService();
  const productId = await addProduct(desk, 1000);
  const { clientId } = await openClient(desk, { name: '=HYPERLINK("http://evil.test") Desrosiers' });
  for (let sale = 0; sale < 40; sale += 1) {
    await sellOne(desk, productId, clientId, [{ method: 'cash', tenderedMinor: 2000 }]);
    desk.clock.advance(24 * 3_600_000);
  }
  const first = await desk.call('report.journal', { syntax: 'ledger', form: 'daily' });
  const second = await desk.call('report.journal', { syntax: 'ledger', form: 'daily', after: first.next! });
  expect([first.entries, first.next?.stage, second.next?.stage]).toEqual([0, 'entries', 'entries']);
  await sellOne(desk, productId, clientId, [{ method: 'cash', tenderedMinor: 2000 }]);
  const third = await desk.call('report.journal', { syntax: 'ledger', form: 'daily', after: second.next! });
  expect(third.next).toBeNull();
  expect(first.allEntries).toBe(second.entries + third.entries);
  const daily = first.text + second.text + third.text;
  expect(daily.match(/^\d{4}-\d\d-\d\d \*/gm)).toHaveLength(40);
  expect(new Set(daily.match(/^\d{4}-\d\d-\d\d/gm)).size).toBe(40);

  const full = await exportJournal(desk, { syntax: 'ledger', form: 'full' });
  for (const text of [daily, full]) expect(text).not.toMatch(/HYPERLINK|Desrosiers/);
  const ids = full.match(/(?<=; #)\d+/g) ?? [];
  expect(new Set(ids).size).toBe(ids.length);
  expect(
    await desk.send('report.journal', { syntax: 'ledger', form: 'full' }, { as: 'clerk' }),
  ).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  expect(
    await desk.send('report.journal', {
      syntax: 'beancount',
      form: 'full',
      fromDate: '2026-04-01',
      toDate: '2026-03-01',
    }),
  ).toMatchObject({ failure: { code: 'report-period' } });
  await desk.close();
});
