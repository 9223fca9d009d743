import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createService, type GuichetService } from '../../../electron/service.ts';
import { SteppedClock } from '../../support/test-service.ts';

let service: GuichetService;
beforeEach(async () => {
  service = await createService({
    path: ':memory:',
    clock: new SteppedClock('2026-03-02T14:00:00.000Z'),
    pinCost: 2 ** 10,
    secrets: {
      read: async () => new Uint8Array(32).fill(7),
      write: async () => {},
      replace: async () => {},
      remove: async () => {},
    },
    verifyInBackground: false,
  });
});
afterEach(async () => {
  expect((await service.ledger().verify()).problems).toEqual([]);
  await service.close();
});

let keys = 0;
const send = async (operation: string, input: unknown, session?: string) => {
  keys += 1;
  return await service.call({ operation, input, session, key: `set-up-key-${keys}` });
};
const organisation = {
  name: 'Centre récréatif du Faubourg',
  gstNumber: '123456789 RT0001',
  qstNumber: '1234567890 TQ0001',
};
const administrator = { name: 'Zoé', pin: '284915' };

describe('first start', () => {
  test('makes everything one person needs to work: roles, walk-in account, till, safe', async () => {
    const input = {
      ...organisation,
      language: 'fr',
      administrator,
      terminalName: 'T1',
      safeOpeningMinor: 50_000,
    };
    expect(await send('organisation.setUp', input)).toMatchObject({
      ok: true,
      value: { staffId: 1, tillId: 1, terminalId: 1, walkInClientId: 1 },
    });
    const signedIn = await send('staff.signIn', { name: 'zoe', pin: '284915' });
    if (!signedIn.ok) throw new Error(signedIn.failure.code);
    const { session } = signedIn.value as { session: string };
    expect(await send('client.read', { clientId: 1 }, session)).toMatchObject({
      value: { client: { number: 'C-000001', kind: 'walk-in', name: 'Client de passage' } },
    });
    expect(await send('till.open', { floatMinor: 20_000 }, session)).toMatchObject({ ok: true });
    expect(await send('till.read', {}, session)).toMatchObject({
      value: { name: 'Caisse 1', safeMinor: 30_000 },
    });
    expect(await send('organisation.read', {})).toMatchObject({
      value: { isSetUp: true, timeZone: 'America/Toronto', isDemonstration: false, language: 'fr' },
    });
  });

  test('in English, without a terminal and with an empty safe', async () => {
    expect(
      await send('organisation.setUp', { ...organisation, language: 'en', administrator }),
    ).toMatchObject({ ok: true, value: { terminalId: null } });
    const entries = await service.ledger().read(async (db) => await db.all`SELECT id FROM journal_entry`);
    expect(entries).toEqual([]);
  });

  test('a weak PIN leaves nothing behind; a second set-up is refused', async () => {
    const input = { ...organisation, language: 'fr', administrator };
    expect(
      await send('organisation.setUp', { ...input, administrator: { name: 'Zoé', pin: '123456' } }),
    ).toMatchObject({ failure: { code: 'pin-too-weak' } });
    expect(await send('organisation.read', {})).toMatchObject({ value: { isSetUp: false } });
    expect(await send('organisation.setUp', input)).toMatchObject({ ok: true });
    expect(await send('organisation.setUp', input)).toMatchObject({ failure: { code: 'already-set-up' } });
  });
});
