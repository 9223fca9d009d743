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

test('the database itself keeps a custom item and its kind', async () => {
  const { customItemId } = await desk.call('customItem.add', {
    kind: 'fee',
    nameFr: 'Bris',
    ledgerCode: '4510',
  });
  const write = desk.service().ledger();
  const changed = (run: Parameters<typeof write.write>[0]) => write.write(run);
  await expect(
    changed(async (db) => db.run`DELETE FROM custom_item WHERE id = ${customItemId}`),
  ).rejects.toThrow('never deleted');
  await expect(
    changed(
      async (db) =>
        db.run`UPDATE custom_item SET kind = 'rebate', tax_class = 'as-item' WHERE id = ${customItemId}`,
    ),
  ).rejects.toThrow('keeps its kind');
  await expect(
    changed(
      async (db) => db.run`
        INSERT OR REPLACE INTO custom_item (id, kind, name_fr, name_en, ledger_code, tax_class)
        VALUES (${customItemId}, 'fee', 'Autre', '', '4510', 'exempt')`,
    ),
  ).rejects.toThrow('never replaced');
});

test('a change is chained with what was before', async () => {
  const { customItemId } = await desk.call('customItem.add', {
    kind: 'fee',
    nameFr: 'Bris',
    ledgerCode: '4510',
  });
  await desk.call('customItem.change', {
    customItemId,
    nameFr: 'Bris',
    ledgerCode: '4511',
    taxClass: 'exempt',
  });
  const [event] = await desk
    .service()
    .ledger()
    .read(
      async (db) =>
        await db.all<{ detail: string }>`SELECT detail FROM audit_event WHERE kind = 'custom-item.changed'`,
    );
  expect(JSON.parse(event?.detail ?? '{}')).toMatchObject({
    before: { ledgerCode: '4510', taxClass: 'taxable' },
    after: { ledgerCode: '4511', taxClass: 'exempt', active: true },
  });
});
