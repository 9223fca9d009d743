import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Chance } from './nexo-answers.ts';

type Leaf = string | number | boolean | null;
export type Tree = Leaf | Tree[] | { [key: string]: Tree };

/** A refund of 45.67 unless said otherwise. */
const REFUND = { reference: 'attempt-9', dollars: 45.67, type: 'Refund' };

/** A terminal's answer with every field it sends, those never to be kept included. */
export function fullAnswer(encoding: 'form' | 'base64', about = REFUND): { [key: string]: Tree } {
  const additional = {
    refusalReason: '203 Transaction refused',
    message: 'REFUSED',
    alias: 'H123456789012345',
    applicationIdentifier: 'A0000000041010',
    cardHolderName: 'MARIE TREMBLAY',
    expiryDate: '12/2030',
  };
  return {
    Response: {
      Result: 'Success',
      AdditionalResponse:
        encoding === 'form'
          ? new URLSearchParams(additional).toString()
          : Buffer.from(JSON.stringify({ additionalData: additional, message: 'ok' })).toString('base64'),
    },
    SaleData: {
      SaleTransactionID: { TransactionID: about.reference, TimeStamp: '2026-11-24T15:00:00.000Z' },
    },
    POIData: {
      POIReconciliationID: '1000',
      POITransactionID: { TransactionID: 'Uz5i001.VKJNM3G2TTV4TK65', TimeStamp: '2026-11-24T15:00:03.000Z' },
    },
    PaymentReceipt: ['CashierReceipt', 'CustomerReceipt'].map((copy) => ({
      DocumentQualifier: copy,
      RequiredSignatureFlag: copy === 'CashierReceipt',
      OutputContent: {
        OutputFormat: 'Text',
        OutputText: [
          'key=header1&name=GUICHET',
          'key=txdate&name=Date&value=24%2f11%2f2026',
          'key=pan&name=Carte&value=************7003',
          'key=panSeq&name=Seq&value=33',
          'key=authCode&name=Autorisation&value=07A31C',
          'key=txRef&name=Reference&value=Uz5i001',
          'key=totalAmount&name=TOTAL&value=CA%24%c2%a045.67',
          'key=cardHolderName&name=Nom&value=MARIE+TREMBLAY',
        ].map((text) => ({ Text: text, EndOfLineFlag: true })),
      },
    })),
    PaymentResult: {
      PaymentType: about.type,
      OnlineFlag: true,
      AmountsResp: { AuthorizedAmount: about.dollars, Currency: 'CAD' },
      PaymentAcquirerData: {
        ApprovalCode: '07A31C',
        MerchantID: 'GUICHET',
        AcquirerPOIID: 'T2',
        AcquirerTransactionID: { TransactionID: 'REF77', TimeStamp: '2026-11-24T15:00:03.000Z' },
      },
      PaymentInstrumentData: {
        PaymentInstrumentType: 'Card',
        CardData: {
          MaskedPan: '600007 **** 7003',
          PaymentBrand: 'visa',
          EntryMode: ['ICC'],
          CardCountryCode: '056',
          SensitiveCardData: { ExpiryDate: '1230', CardSeqNumb: '33', PAN: 'none' },
          PaymentToken: { TokenType: 'Customer', TokenValue: 'TOK12' },
        },
      },
    },
  };
}

/** Every text in the tree, as a function that puts another in its place. */
export function leavesOf(tree: Tree): ((text: string) => void)[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? leavesOf(value)
      : [(text: string) => Object.assign(tree, { [key]: text })],
  );
}

/** A number that a brand could print, its check digit right. */
export function cardNumber(chance: Chance): string {
  const [prefix, length] = chance.pick([
    ['4', 16],
    ['5105', 16],
    ['2221', 16],
    ['37', 15],
    ['6011', 16],
    ['3530', 16],
    ['60', 19],
  ] as const);
  let digits: string = prefix;
  while (digits.length < length - 1) digits += chance.below(10);
  for (let last = 0; last < 10; last += 1) if (sumOf(digits + last) % 10 === 0) return digits + last;
  throw new Error('no check digit');
}

function sumOf(digits: string): number {
  const doubled = (digit: number) => (digit > 4 ? 2 * digit - 9 : 2 * digit);
  return [...digits].reverse().reduce((sum, digit, index) => sum + (index % 2 ? doubled(+digit) : +digit), 0);
}

const fullWidth = (number: string) =>
  [...number].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');

/** The number as somebody, or a terminal, may write it. */
export function written(number: string, chance: Chance): string {
  const groups = number.match(/.{1,4}/g) ?? [];
  return chance.pick([
    number,
    groups.join(' '),
    groups.join('-'),
    groups.join('.'),
    groups.join(' / '),
    groups.join('\u00a0'),
    groups.join('\u200b'),
    `;${number}=30122010000000000000?`,
    `%B${number}^TREMBLAY/MARIE^3012201?`,
    `Carte ${number} du client`,
    `no ${groups.join('_')}, exp 12/30`,
    `0000${number}`,
    `message=${number}&refusalReason=${encodeURIComponent(groups.join(' '))}&alias=${number}`,
    `key=${chance.pick(['authCode', 'txRef', 'header1', 'pan', 'approved', 'x'])}&name=${number}&value=${number}`,
    Buffer.from(
      JSON.stringify({ message: number, additionalData: { alias: number, refusalReason: number } }),
    ).toString('base64'),
    `A${number}`,
    `Uz5i001.${number}`,
    fullWidth(number),
  ]);
}

/** Whether anything in it shows the number, however it is written. */
export function shows(kept: unknown, number: string): boolean {
  return JSON.stringify(kept).normalize('NFKC').replace(/\D/g, '').includes(number);
}

/** The number as a clerk may type it, or a form send it. */
export function typed(number: string, chance: Chance): string {
  const groups = number.match(/.{1,4}/g) ?? [];
  return chance.pick([
    number,
    groups.join(' '),
    groups.join('-'),
    `carte ${number} refusée`,
    fullWidth(number),
  ]);
}

/** Nothing guards it, since no brand prints it: it must be found, or the search finds nothing. */
export const CONTROL = '1234567890123456';

/** What was planted, and where it is looked for. */
export class Planted {
  readonly #numbers = new Set<string>();
  readonly #texts: string[] = [];

  add(number: string, text: string): void {
    this.#numbers.add(number);
    this.#texts.push(text);
  }

  /** Those that the text shows, however the digits are set apart. */
  shownIn(text: string): string[] {
    const runs = text.normalize('NFKC').match(/\d(?:[^\p{L}\p{N}]{0,3}\d){14,}/gu) ?? [];
    const found = runs.flatMap((run) => {
      const digits = run.replace(/\D/g, '');
      const windows = [15, 16, 19].flatMap((length) =>
        Array.from({ length: Math.max(0, digits.length - length + 1) }, (_, at) =>
          digits.slice(at, at + length),
        ),
      );
      return windows.filter((window) => this.#numbers.has(window));
    });
    return [...found, ...this.#texts.filter((each) => text.includes(each))];
  }

  /** Those that any file of the folder shows: the ledger, its write-ahead log and head, backups, logs, prints. */
  onDisk(folder: string): Record<string, string[]> {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(folder, name)).isFile(),
    );
    return Object.fromEntries(
      files.map((name) => {
        const bytes = readFileSync(join(folder, name));
        return [name, [...this.shownIn(bytes.toString('latin1')), ...this.shownIn(bytes.toString('utf8'))]];
      }),
    );
  }
}

/** Every file searched, and what none but the control's may show. */
export function expectNothingOn(folder: string, planted: Planted): string[] {
  const found = Object.entries(planted.onDisk(folder));
  const shown = found.flatMap(([name, numbers]) => numbers.map((number) => ({ name, number })));
  expect(shown.filter(({ number }) => number !== CONTROL)).toEqual([]);
  expect(shown.length).toBeGreaterThan(0);
  return found.map(([name]) => name);
}
