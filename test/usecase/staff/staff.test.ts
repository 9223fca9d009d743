import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashPin, hashPinAtOnce, isPinOf } from '../../../electron/usecase/staff/pin-hash.ts';
import { openTestService, type TestService } from '../../support/test-service.ts';

const PIN = '284915';

describe('pin hash', () => {
  const secrets = { pinCost: 2 ** 10, pinPepper: new Uint8Array(32).fill(7) };

  test('says yes to its own PIN only, and never twice the same text', async () => {
    const stored = await hashPin(PIN, secrets);
    expect(await isPinOf(PIN, stored, secrets)).toBe(true);
    expect(await isPinOf('284916', stored, secrets)).toBe(false);
    expect(await isPinOf(PIN, null, secrets)).toBe(false);
    expect(await hashPin(PIN, secrets)).not.toBe(stored);
    expect(stored).toMatch(/^scrypt\$1024\$/);
    expect(stored).not.toContain(PIN);
  });

  test('without the pepper, which is not in the ledger, the right PIN is not recognised', async () => {
    const stored = hashPinAtOnce(PIN, secrets);
    expect(await isPinOf(PIN, stored, secrets)).toBe(true);
    expect(await isPinOf(PIN, stored, { ...secrets, pinPepper: new Uint8Array(32) })).toBe(false);
  });

  test('the cost travels with the hash: one made at the cost of production is read by a cheaper service', async () => {
    const stored = await hashPin(PIN, { ...secrets, pinCost: 2 ** 17 });
    expect(stored).toMatch(/^scrypt\$131072\$/);
    expect(await isPinOf(PIN, stored, secrets)).toBe(true);
  });
});

describe('staff', () => {
  let desk: TestService;
  beforeEach(async () => {
    desk = await openTestService({ openTill: false });
  });
  afterEach(async () => {
    expect(await desk.verify()).toEqual([]);
    await desk.close();
  });

  const rolesOf = async (staffId: number) =>
    (await desk.call('staff.list', {})).staff.find((row) => row.staffId === staffId)?.roles;
  const clerk = () => ({
    staffId: desk.staffIds.clerk,
    name: 'clerk',
    language: 'fr' as const,
    active: true,
  });
  const sessionOf = async (staffId: number) => {
    const outcome = await desk.service().call({ operation: 'staff.signIn', input: { staffId, pin: PIN } });
    if (!outcome.ok) throw new Error(outcome.failure.code);
    return (outcome.value as { session: string }).session;
  };
  const readAs = async (session: string) =>
    await desk.service().call({ operation: 'staff.read', input: {}, session });

  test('the first member holds every role, a later one exactly what is ticked', async () => {
    expect(await rolesOf(desk.staffIds.founder)).toEqual(['clerk', 'supervisor', 'administrator']);
    expect(await rolesOf(desk.staffIds.administrator)).toEqual(['administrator']);
  });

  test('the sign-in screen sees names of those who may sign in, nothing else', async () => {
    await desk.call('staff.change', { ...clerk(), roles: ['clerk'], active: false });
    const { staff } = await desk.call('staff.names', {});
    expect(staff.map((row) => row.name)).toEqual(['administrator', 'founder', 'supervisor']);
    expect(Object.keys(staff[0] ?? {}).sort()).toEqual(['hasPin', 'language', 'name', 'staffId']);
  });

  test('a change ends the sign-ins of that member and of nobody else', async () => {
    const theirs = await sessionOf(desk.staffIds.clerk);
    const other = await sessionOf(desk.staffIds.supervisor);
    await desk.call('staff.change', { ...clerk(), roles: ['clerk', 'supervisor'] });
    expect(await readAs(theirs)).toMatchObject({ failure: { code: 'not-signed-in' } });
    expect(await readAs(other)).toMatchObject({ ok: true });
    const again = await sessionOf(desk.staffIds.clerk);
    expect(await readAs(again)).toMatchObject({ value: { roles: ['clerk', 'supervisor'] } });
  });

  test('names that differ by case or accents only are refused', async () => {
    await desk.call('staff.add', { name: 'Zoé', roles: ['clerk'] });
    expect(await desk.send('staff.add', { name: 'ZOE', roles: ['clerk'] })).toMatchObject({
      failure: { code: 'staff-name-taken', detail: { name: 'Zoé' } },
    });
    expect(await desk.send('staff.change', { ...clerk(), name: 'zoe', roles: ['clerk'] })).toMatchObject({
      failure: { code: 'staff-name-taken' },
    });
  });

  test('the last administrator who can sign in stays one', async () => {
    const founder = {
      staffId: desk.staffIds.founder,
      name: 'founder',
      language: 'fr' as const,
      active: true,
    };
    const second = {
      staffId: desk.staffIds.administrator,
      name: 'administrator',
      language: 'fr' as const,
      active: true,
    };
    await desk.call('staff.add', { name: 'without a PIN', roles: ['administrator'] });
    await desk.call('staff.change', { ...second, roles: ['clerk'] });
    for (const change of [
      { ...founder, roles: ['clerk'] },
      { ...founder, roles: ['administrator'], active: false },
    ])
      expect(await desk.send('staff.change', change)).toMatchObject({
        failure: { code: 'last-administrator' },
      });
  });

  test('a weak PIN is refused before the code is looked at', async () => {
    const { staffId, resetCode } = await desk.call('staff.add', { name: 'new', roles: ['clerk'] });
    for (const pin of ['111111', '123456', '987654'])
      expect(await desk.send('staff.setPin', { staffId, resetCode, pin })).toMatchObject({
        failure: { code: 'pin-too-weak', detail: { digitsMin: 6, digitsMax: 12 } },
      });
    expect(await desk.send('staff.setPin', { staffId, resetCode, pin: PIN })).toMatchObject({ ok: true });
  });

  test("only an administrator keeps the staff; the language is one's own", async () => {
    for (const as of ['clerk', 'supervisor'] as const)
      expect(await desk.send('staff.add', { name: 'x', roles: ['clerk'] }, { as })).toMatchObject({
        failure: { code: 'not-allowed', detail: { needs: 'administrator' } },
      });
    await desk.call('staff.setLanguage', { language: 'en' }, { as: 'clerk' });
    expect(await desk.call('staff.read', {}, { as: 'clerk' })).toMatchObject({ language: 'en' });
  });

  test("one's own reset keeps the PIN until the code is used", async () => {
    const { resetCode } = await desk.call('staff.resetPin', { staffId: desk.staffIds.founder });
    expect(await sessionOf(desk.staffIds.founder)).toBeTruthy();
    await desk.call('staff.setPin', { staffId: desk.staffIds.founder, resetCode, pin: '904417' });
    await expect(sessionOf(desk.staffIds.founder)).rejects.toThrow('wrong-pin');
  });

  test('signing out ends the sign-in', async () => {
    const session = await sessionOf(desk.staffIds.clerk);
    expect(await desk.service().call({ operation: 'staff.signOut', input: {}, session })).toMatchObject({
      ok: true,
    });
    expect(await readAs(session)).toMatchObject({ failure: { code: 'not-signed-in' } });
  });
});
