import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestService, type TestService } from '../../support/test-service.ts';

let desk: TestService;
beforeAll(async () => {
  desk = await openTestService({ openTill: false });
  const clients = [
    {
      name: 'Famille Gagnon-Côté',
      phone: '(514) 555-1234',
      email: 'marie.gagnon@exemple.ca',
      cardNumber: '21234000123456',
      people: [
        { givenName: 'Marie-Ève', familyName: "L'Heureux" },
        { givenName: 'Li', familyName: 'Ng' },
      ],
    },
    { name: 'Martin Bélanger', phone: '+1 450 555-0199' },
    { name: 'Sœurs de la Charité', kind: 'corporate' as const },
    { name: 'Bélair, Marthe' },
    { name: 'Tremblay "Ti-Guy" OR NOT', phone: '418-555-0000' },
  ];
  for (const client of clients) await desk.call('client.open', client);
});
afterAll(async () => {
  await desk.close();
});

const names = async (text: string) =>
  (await desk.call('client.find', { text })).clients.map((client) => client.name);

describe('client.find', () => {
  test.each([
    ['agno', 'any part of a name'],
    ['COTE', 'accents and case ignored'],
    ['marie eve', 'the people of the account, in several words'],
    ['marieeve', 'a compound name typed in one'],
    ["l'heureux", 'with its apostrophe'],
    ['lheureux', 'without it'],
    ['ng', 'a name of two letters'],
    ['n l', 'first letters of words'],
    ['gagnon li', 'a long and a short word'],
    ['5551234', 'the end of a phone number'],
    ['514 555', 'parts of it'],
    ['1-514-555-1234', 'the whole of it with the country'],
    ['gagnon@exemple', 'a part of the e-mail'],
    ['21234000123456', 'the client card'],
    ['000123', 'a part of the card'],
    ['C-000002', 'the number'],
    ['c2', 'the number as people say it'],
  ])('%s: %s', async (text) => {
    expect(await names(text)).toContain('Famille Gagnon-Côté');
  });

  test.each(['gagnon zzz', 'zz', '999999', '^', 'NEAR(a b)', 'words:marie', "'; DROP TABLE client", 'a*b"c'])(
    '%s finds nobody, and breaks nothing',
    async (text) => {
      const found = await names(text);
      if (text !== '^') expect(found).toEqual([]);
    },
  );

  test('what looks like the language of the index is only text', async () => {
    expect(await names('"ti-guy" OR NOT')).toEqual(['Tremblay "Ti-Guy" OR NOT']);
  });

  test('names that begin so come first, then words that begin so, then any part', async () => {
    expect(await names('mar')).toEqual(['Martin Bélanger', 'Famille Gagnon-Côté', 'Bélair, Marthe']);
    expect(await names('bel')).toEqual(['Bélair, Marthe', 'Martin Bélanger']);
  });

  test('an exact number comes before everything else', async () => {
    expect((await names('3'))[0]).toBe('Martin Bélanger');
  });

  test('ligatures are letters', async () => {
    expect(await names('soeurs')).toEqual(['Sœurs de la Charité']);
  });

  test('a page says whether there is more', async () => {
    const page = await desk.call('client.find', { text: 'be', limit: 1 });
    expect(page).toMatchObject({ hasMore: true });
    expect(page.clients).toHaveLength(1);
    expect(await desk.call('client.find', { text: 'be', limit: 2 })).toMatchObject({ hasMore: false });
  });

  test('without words: the accounts opened last', async () => {
    expect((await names(''))[0]).toBe('Tremblay "Ti-Guy" OR NOT');
  });

  test('a change is found at once under the new name and no longer under the old', async () => {
    const { clientId } = await desk.call('client.open', {
      name: 'Ancienne',
      people: [{ givenName: 'Xavière' }],
    });
    await desk.call('client.change', { clientId, name: 'Nouvelle', phone: '819 555-7777' });
    expect(await names('ancienne')).toEqual([]);
    expect(await names('nouv')).toEqual(['Nouvelle']);
    expect(await names('8195557777')).toEqual(['Nouvelle']);
    const [person] = (await desk.call('client.read', { clientId })).client.people;
    await desk.call('client.changePerson', { personId: person?.personId ?? 0, givenName: 'Yolande' });
    expect(await names('xaviere')).toEqual([]);
    expect(await names('yolan')).toEqual(['Nouvelle']);
  });
});
