import { execFileSync } from 'node:child_process';

/** The programs of others that read our journal; Debian packages of their names (settled.md 54). */
export const TOOLS = { hledger: 'hledger', ledger: 'ledger', beancount: 'bean-check' } as const;
export type Tool = keyof typeof TOOLS;

export function hasTool(tool: Tool): boolean {
  try {
    execFileSync('which', [TOOLS[tool]], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Runs a program on a file; throws with what it said when it complains. */
function run(program: string, args: readonly string[]): string {
  return execFileSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 512 * 1024 * 1024,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
}

/** Every account that is not zero at that day's end, in cents. */
export type Balances = ReadonlyMap<string, number>;

/** "1234.50 CAD" in cents, by its digits. */
function cents(text: string): number {
  const [, sign, whole, part] = /^\s*(-?)([\d,]*)(?:\.(\d{1,2}))?\s*(?:CAD)?\s*$/.exec(text) ?? [];
  if (whole === undefined) throw new Error(`not an amount: ${text}`);
  return (
    (sign === '-' ? -1 : 1) * Number(`${whole.replaceAll(',', '') || '0'}${(part ?? '').padEnd(2, '0')}`)
  );
}

const csvRows = (text: string) =>
  text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) =>
      line
        .replace(/\r$/, '')
        .split(',')
        .map((cell) => cell.replaceAll('"', '').trim()),
    );

function balancesOf(rows: readonly (readonly [string, string])[]): Balances {
  const sums = rows.map(([account, amount]) => [account.trim(), cents(amount)] as const);
  return new Map(sums.filter(([, minor]) => minor !== 0));
}

interface Reader {
  /** Throws unless the program finds nothing to say against the file. */
  check(file: string): void;
  balancesBefore(file: string, date: string): Balances;
}

/** How each program judges a file and what it makes of it; `date` is the day after the last one counted. */
export const READERS: Readonly<Record<Tool, Reader>> = {
  hledger: {
    check: (file) => void run('hledger', ['-f', file, 'check', '--strict']),
    balancesBefore: (file, date) => {
      const args = ['-f', file, 'balance', '-e', date, '--flat', '--no-total', '-O', 'csv'];
      return balancesOf(
        csvRows(run('hledger', args)).map(([account = '', amount = '']) => [account, amount]),
      );
    },
  },
  ledger: {
    check: (file) => void run('ledger', ['-f', file, '--pedantic', '--args-only', 'accounts']),
    balancesBefore: (file, date) => {
      const format = '%(account)|%(quantity(display_total))\n';
      const args = ['--args-only', 'balance', '--flat', '--no-total', '--end', date];
      const text = run('ledger', ['-f', file, ...args, '--balance-format', format]);
      const rows = text
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split('|'));
      return balancesOf(rows.map(([account = '', amount = '']) => [account, amount]));
    },
  },
  beancount: {
    check: (file) => {
      const said = run('bean-check', [file]);
      if (said.trim() !== '') throw new Error(said);
    },
    balancesBefore: (file, date) => {
      const query = `SELECT account, sum(number) WHERE date < ${date} GROUP BY account`;
      const rows = csvRows(run('bean-query', ['-f', 'csv', file, query]));
      return balancesOf(rows.map(([account = '', amount = '']) => [account, amount]));
    },
  },
};
