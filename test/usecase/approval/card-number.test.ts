import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ApprovalDesk } from '../../support/approval-desk.ts';
import { testFolder } from '../../support/ledger-fixture.ts';
import { chanceOf } from '../../support/nexo-answers.ts';
import { cardNumber, typed } from '../../support/planted-numbers.ts';

const SEED = 20_261_127;

test('1,000 card numbers planted over every field of an approval: all refused, none in the file', async () => {
  const folder = testFolder();
  const at = await ApprovalDesk.open({ path: join(folder, 'ledger.guichet') });
  const { approvalId } = await at.ask();
  await at.desk.ready('clerk');
  await at.desk.ready('supervisor');
  const fields: ((words: string) => [string, unknown, 'clerk' | 'supervisor' | 'administrator'])[] = [
    (words) => ['approval.ask', { refund: at.refund({ reason: words }) }, 'clerk'],
    (words) => ['approval.ask', { refund: at.refund({ reason: 'other', note: words }) }, 'clerk'],
    (words) => ['approval.refuse', { approvalId, note: words }, 'supervisor'],
    (words) => ['refund.issue', at.refund({ approvalId, reason: words }), 'clerk'],
    (words) => ['refund.issue', at.refund({ approvalId, note: words }), 'clerk'],
    (words) => ['approval.grant', { approvalId, approver: { staffId: 3, pin: words } }, 'clerk'],
    (words) => ['approval.grant', { approvalId: words }, 'supervisor'],
    (words) => ['limit.change', { ...LIMITS, opensAt: words }, 'administrator'],
    (words) => ['refund.exceptions', { fromDate: words }, 'supervisor'],
  ];
  const chance = chanceOf(SEED);
  const codes = new Map<string, number>();
  const words: string[] = [];
  for (let index = 0; index < 1000; index++) {
    const digits = cardNumber(chance);
    words.push(digits);
    const [operation, input, as] = fields[index % fields.length]?.(typed(digits, chance)) ?? [
      '',
      {},
      'clerk',
    ];
    const outcome = await at.desk.send(operation, input, { as });
    expect(outcome.ok, `${operation} ${JSON.stringify(input)}`).toBe(false);
    const code = outcome.ok ? '' : outcome.failure.code;
    codes.set(code, (codes.get(code) ?? 0) + 1);
    expect(JSON.stringify(outcome)).not.toContain(digits);
  }
  expect([...codes.keys()].sort()).toEqual(['card-number', 'invalid-input']);
  expect(codes.get('card-number')).toBeGreaterThan(500);
  expect(await at.desk.verify()).toEqual([]);
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
  expect(files.length).toBeGreaterThan(0);
  for (const digits of words) for (const bytes of files) expect(bytes.includes(digits)).toBe(false);
  await at.desk.close();
});

const LIMITS = {
  refundMinor: 1,
  refundDayMinor: 1,
  refundClientMonthMinor: 1,
  opensAt: '06:00',
  closesAt: '23:00',
};
