import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestService, type TestService } from '../../support/test-service.ts';

let desk: TestService;
beforeEach(async () => {
  desk = await openTestService({ openTill: false });
});
afterEach(async () => {
  expect(await desk.verify()).toEqual([]);
  await desk.close();
});

const send = async (csv: string) => await desk.send('client.import', { csv });
const rowsOf = async (csv: string) => {
  const outcome = await send(csv);
  if (outcome.ok) throw new Error('the file was accepted');
  expect(outcome.failure.code).toBe('import-refused');
  expect((await desk.call('client.find', { text: '' })).clients).toHaveLength(1);
  return (outcome.failure.detail as { rows: object[] }).rows;
};
const find = async (text: string) => (await desk.call('client.find', { text })).clients;

describe('a good file', () => {
  test.each([
    ['comma', 'nom,téléphone,courriel\nRoy,450 555-0001,roy@exemple.ca\n'],
    ['semicolon, BOM, CRLF', '\ufeffNom;Téléphone;Courriel\r\nRoy;450 555-0001;roy@exemple.ca\r\n'],
    ['tab, English headers', 'Account name\tPhone number\tE-mail\nRoy\t450 555-0001\troy@exemple.ca'],
    ['quotes and blank lines', '"Nom","Téléphone","Courriel"\n\n"Roy","450 555-0001","roy@exemple.ca"\n,,\n'],
  ])('%s', async (_, csv) => {
    expect(await send(csv)).toEqual({ ok: true, value: { importedCount: 1 } });
    expect(await find('roy')).toMatchObject([
      { name: 'Roy', phone: '450 555-0001', email: 'roy@exemple.ca', kind: 'household' },
    ]);
  });

  test('rows of one reference are one account with its people', async () => {
    const csv = [
      'Réf;Nom;Prénom;Nom de famille;Date de naissance;Étiquettes;Langue;Genre',
      'T1;Famille Roy;Ève;Roy;1984-05-02;résidente, aînée;anglais;famille',
      'T1;Famille Roy;Luc;Roy;;;;',
      'T2;Club Optimiste;;;;;français;Organisme',
    ].join('\n');
    expect(await send(csv)).toEqual({ ok: true, value: { importedCount: 2 } });
    const [roy] = await find('roy');
    const { client } = await desk.call('client.read', { clientId: roy?.clientId ?? 0 });
    expect(client).toMatchObject({ language: 'en', kind: 'household' });
    expect(client.people).toMatchObject([
      { givenName: 'Ève', birthDate: '1984-05-02', tags: ['résidente', 'aînée'], isOwner: true },
      { givenName: 'Luc', isOwner: false },
    ]);
    expect(await find('optimiste')).toMatchObject([{ kind: 'corporate' }]);
  });

  test('what a spreadsheet would run is only text', async () => {
    expect(await send('nom\n"=HYPERLINK(""x"")"\n')).toMatchObject({ ok: true });
    expect(await find('hyperlink')).toMatchObject([{ name: '=HYPERLINK("x")' }]);
  });
});

describe('a bad file changes nothing and says why', () => {
  test('every refused row, with its line, column and reason', async () => {
    const csv = [
      'Nom;Courriel;Date de naissance;Prénom;Langue',
      'Bon;;;;',
      'Roy;pas une adresse;;;',
      ';roy@exemple.ca;;;',
      '"Deux',
      'lignes";;2026-13-01;Ève;klingon',
    ].join('\n');
    expect(await rowsOf(csv)).toEqual([
      { line: 3, column: 'Courriel', problem: 'not-an-email', value: 'pas une adresse' },
      { line: 4, column: 'Nom', problem: 'required', value: '' },
      { line: 5, column: 'Nom', problem: 'control-character', value: 'Deux lignes' },
      { line: 5, column: 'Langue', problem: 'not-a-choice', value: 'klingon' },
      { line: 5, column: 'Date de naissance', problem: 'not-a-date', value: '2026-13-01' },
    ]);
  });

  test('a card number is refused and never repeated; a long value is shortened', async () => {
    const [card] = await rowsOf('nom,note\nRoy,carte 4111 1111 1111 1111\n');
    expect(card).toEqual({ line: 2, column: 'note', problem: 'card-number', value: '' });
    const [long] = await rowsOf(`nom\n${'x'.repeat(300)}\n`);
    expect(long).toEqual({
      line: 2,
      column: 'nom',
      problem: 'too-long',
      limit: 200,
      value: `${'x'.repeat(40)}…`,
    });
  });

  test.each([
    ['an unknown column', 'nom,signe\nRoy,lion', { line: 1, column: 'signe', problem: 'unknown-column' }],
    ['a column twice', 'nom,name\nRoy,Roy', { line: 1, column: 'name', problem: 'repeated-column' }],
    ['no name column', 'téléphone\n450', { line: 1, column: 'nom', problem: 'missing-column' }],
    ['too few cells', 'nom,note\nRoy', { line: 2, problem: 'broken-row' }],
    ['too many cells', 'nom,note\nRoy,a,b', { line: 2, problem: 'broken-row' }],
    ['an open quote', 'nom\n"Roy', { problem: 'broken-row' }],
    ['no row', 'nom\n', { problem: 'empty-file' }],
    ['nothing', '', { problem: 'empty-file' }],
    ['another encoding', 'nom\nB\ufffdlanger', { line: 2, problem: 'not-utf8' }],
  ])('%s', async (_, csv, problem) => {
    expect((await rowsOf(csv))[0]).toMatchObject(problem);
  });

  test('a client card twice in the file, or already in the ledger', async () => {
    const csv = 'nom,carte\nRoy,A-1\nCôté,A-1\n';
    expect(await rowsOf(csv)).toEqual([{ line: 3, column: 'carte', problem: 'repeated', value: 'A-1' }]);
    await desk.call('client.open', { name: 'Déjà', cardNumber: 'A-1' });
    expect(await send('nom,carte\nRoy,A-1\n')).toMatchObject({
      failure: { detail: { rows: [{ problem: 'already-taken' }], refusedCount: 1 } },
    });
  });

  test('the report stops at 200 problems, the count does not', async () => {
    const csv = `nom,courriel\n${'Roy,x\n'.repeat(300)}`;
    expect(await send(csv)).toMatchObject({ failure: { detail: { refusedCount: 300 } } });
    expect(await rowsOf(csv)).toHaveLength(200);
  });

  test('only an administrator imports', async () => {
    expect(await desk.send('client.import', { csv: 'nom\nRoy' }, { as: 'supervisor' })).toMatchObject({
      failure: { code: 'not-allowed' },
    });
  });
});
