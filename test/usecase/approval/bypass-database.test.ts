import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ApprovalDesk } from '../../support/approval-desk.ts';

let at: ApprovalDesk;
beforeEach(async () => {
  at = await ApprovalDesk.open();
});
afterEach(async () => {
  expect(await at.desk.verify()).toEqual([]);
  await at.desk.close();
});

describe('behind the service’s back, the database itself refuses', () => {
  const write = async (approvalId: number, over: { staff_id?: number; intent_hash?: string } = {}) => {
    const { clerk, supervisor } = at.desk.staffIds;
    await at.desk
      .service()
      .ledger()
      .write(async (db) => {
        const row = await db.get<{ hash: string }>`
          SELECT intent_hash AS hash FROM approval WHERE id = ${approvalId}`;
        await db.insert('approval_answer', {
          approval_id: approvalId,
          answer: 'granted',
          way: 'desk',
          intent_hash: over.intent_hash ?? row?.hash ?? '',
          note: '',
          expires_at: '2027-01-01T00:00:00.000Z',
          staff_id: over.staff_id ?? supervisor,
          at: db.at,
        });
        await db.move('approval', approvalId, 'granted', { staffId: clerk });
      });
  };

  test('an answer by the asker', async () => {
    const { approvalId } = await at.ask();
    await expect(write(approvalId, { staff_id: at.desk.staffIds.clerk })).rejects.toThrow('of their own');
  });

  test('an answer about another intent', async () => {
    const { approvalId } = await at.ask();
    await expect(write(approvalId, { intent_hash: 'f'.repeat(64) })).rejects.toThrow('intent');
  });

  test('a second answer', async () => {
    const approvalId = await at.granted();
    await expect(write(approvalId)).rejects.toThrow(/intent|key exists/);
  });

  test.each(['granted', 'used'] as const)('a move to %s without an answer', async (to) => {
    const { approvalId } = await at.ask();
    const ledger = at.desk.service().ledger();
    await expect(ledger.write((db) => db.move('approval', approvalId, to))).rejects.toThrow(/move/);
  });
});
