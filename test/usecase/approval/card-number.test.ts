import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { containsCardNumber } from '../../../shared/domain/card-number.ts';
import { ApprovalDesk } from '../../support/approval-desk.ts';
import { testFolder } from '../../support/ledger-fixture.ts';

const PREFIXES = ['4', '51', '2221', '37', '36', '35', '60', '50'];
const LENGTHS: Record<string, number> = { '37': 15, '36': 14 };

/** A number that a brand could print: its prefix, made-up digits, and the check digit that makes it pass. */
function planted(index: number): string {
  const prefix = PREFIXES[index % PREFIXES.length] ?? '4';
  const length = LENGTHS[prefix] ?? 16;
  const middle = String(7_919_993 * (index + 1))
    .padStart(length, '3')
    .slice(-(length - prefix.length - 1));
  for (let check = 0; check < 10; check++) {
    const digits = `${prefix}${middle}${check}`;
    if (containsCardNumber(digits, 'text')) return digits;
  }
  throw new Error('no check digit');
}

const DRESSES: ((digits: string) => string)[] = [
  (digits) => digits,
  (digits) => digits.replace(/(\d{4})(?=\d)/g, '$1 '),
  (digits) => digits.replace(/(\d{4})(?=\d)/g, '$1-'),
  (digits) => `carte ${digits} refusée`,
  (digits) => digits.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
];

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
  const codes = new Map<string, number>();
  const words: string[] = [];
  for (let index = 0; index < 1000; index++) {
    const digits = planted(index);
    words.push(digits);
    const dressed = DRESSES[index % DRESSES.length]?.(digits) ?? digits;
    const [operation, input, as] = fields[index % fields.length]?.(dressed) ?? ['', {}, 'clerk'];
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
