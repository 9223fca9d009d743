import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestService, type TestService } from '../../support/test-service.ts';

let desk: TestService;
beforeEach(async () => {
  desk = await openTestService();
});
afterEach(async () => {
  expect(await desk.verify()).toEqual([]);
  await desk.close();
});

test('tills and terminals are added, named apart, and put out of use', async () => {
  const { terminalId } = await desk.call('terminal.add', { name: 'T2', deviceNumber: 'P400-118' });
  const { tillId } = await desk.call('till.add', { name: 'Caisse 2', terminalId });
  expect(await desk.send('till.add', { name: 'CAISSE 2' })).toMatchObject({
    failure: { code: 'invalid-input', detail: { issues: [{ path: 'name', problem: 'already-taken' }] } },
  });
  expect(await desk.send('till.add', { name: 'Caisse 3', terminalId: 99 })).toMatchObject({
    failure: { code: 'terminal-unknown', detail: { terminalId: 99 } },
  });
  expect(await desk.send('terminal.add', { name: 't2' })).toMatchObject({
    failure: { code: 'invalid-input' },
  });
  await desk.call('till.change', { tillId, name: 'Piscine', terminalId, active: false });
  await desk.call('terminal.change', { terminalId, name: 'T2', deviceNumber: '', active: false });
  expect((await desk.call('terminal.list', {})).terminals).toMatchObject([
    { name: 'T1', active: true, inDoubtCount: 0 },
    { name: 'T2', deviceNumber: '', active: false },
  ]);
});

test('an open till is not put out of use: its money would have nowhere to be counted', async () => {
  const change = { tillId: desk.tillId, name: 'Caisse 1', active: false };
  expect(await desk.send('till.change', change)).toMatchObject({
    failure: { code: 'till-already-open', detail: { tillName: 'Caisse 1' } },
  });
  expect(await desk.send('till.change', { ...change, tillId: 9 })).toMatchObject({
    failure: { code: 'till-unknown' },
  });
});

test('the organisation changes its details, not its zone', async () => {
  const change = { name: 'Le Faubourg', gstNumber: '1', qstNumber: '2', language: 'en' as const };
  await desk.call('organisation.change', change, { as: 'administrator' });
  expect(await desk.call('organisation.read', {})).toMatchObject({ ...change, timeZone: 'America/Toronto' });
  expect(await desk.send('organisation.change', change, { as: 'supervisor' })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
});
