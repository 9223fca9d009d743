import { expect, test } from 'vitest';
import type { Account } from '../../electron/ledger/chart.ts';
import { postEntry } from '../../electron/ledger/journal.ts';
import type { WritableLedger } from '../../electron/ledger/ledger.ts';
import { postCreditMemo } from '../../electron/ledger/post-credit-memo.ts';
import { postPaymentReturn, postSettlement } from '../../electron/ledger/post-gateway.ts';
import { postDiscountWithdrawal, postInvoice } from '../../electron/ledger/post-invoice.ts';
import { postOpening } from '../../electron/ledger/post-opening.ts';
import { postPayment, postPaymentVoid } from '../../electron/ledger/post-payment.ts';
import { postRefund, postRefundExcess } from '../../electron/ledger/post-refund.ts';
import {
  postBatch,
  postClose,
  postDrop,
  postFloat,
  postPayIn,
  postPayOut,
} from '../../electron/ledger/post-till.ts';
import { fillMutableTables, openTestLedger } from '../support/ledger-fixture.ts';

type Posting = readonly [account: Account, amountMinor: number];

/** 19.99 taxed: 1.00 GST, 1.99 QST, 22.98 in all (domain.md §2). */
const swim = {
  ledgerCode: 'AQUA',
  grossMinor: 1999,
  netMinor: 1999,
  gstMinor: 100,
  qstMinor: 199,
  discounts: [],
};
const rebated = {
  ledgerCode: 'CAMP',
  grossMinor: 20000,
  netMinor: 16000,
  gstMinor: 800,
  qstMinor: 1596,
  discounts: [{ ledgerCode: 'CAMP', amountMinor: 4000 }],
};
const exempt = {
  ledgerCode: 'AQUA',
  grossMinor: 500,
  netMinor: 500,
  gstMinor: 0,
  qstMinor: 0,
  discounts: [],
};
const drawer = { tillSessionId: 1, tillId: 1 };
const paid = { clientId: 1, tillSessionId: 1, amountMinor: 2298 };

/** Each row: a step, how it is posted, and the entries it must make; debit positive. */
const TABLE: readonly [step: string, post: (db: WritableLedger) => Promise<unknown>, entries: Posting[][]][] =
  [
    [
      'batch slip accepted: sales 114.98 less refunds 22.98',
      (db) => postBatch(db, { batchAcceptanceId: 1, terminalId: 1, netMinor: 9200 }),
      [
        [
          ['bank', 9200],
          ['terminal:1', -9200],
        ],
      ],
    ],
    [
      'invoice, one taxed item',
      (db) => postInvoice(db, { invoiceId: 1, clientId: 1, items: [swim] }),
      [
        [
          ['clients', 2298],
          ['sales:AQUA', -1999],
          ['tax:gst', -100],
          ['tax:qst', -199],
        ],
      ],
    ],
    [
      'invoice, items of one code together, a discount apart',
      (db) => postInvoice(db, { invoiceId: 1, clientId: 1, items: [swim, rebated, exempt] }),
      [
        [
          ['clients', 2298 + 18396 + 500],
          ['sales:AQUA', -2499],
          ['tax:gst', -900],
          ['tax:qst', -1795],
          ['sales:CAMP', -20000],
          ['discounts:CAMP', 4000],
        ],
      ],
    ],
    [
      'discounts withdrawn lower the discounts and are no sale',
      (db) => postDiscountWithdrawal(db, { invoiceId: 1, clientId: 1, lines: [swim, exempt] }),
      [
        [
          ['clients', 2798],
          ['discounts:AQUA', -2499],
          ['tax:gst', -100],
          ['tax:qst', -199],
        ],
      ],
    ],
    [
      'invoice of 0.00 given free: the sale and its discount',
      (db) =>
        postInvoice(db, {
          invoiceId: 1,
          clientId: 1,
          items: [{ ...exempt, netMinor: 0, discounts: [{ ledgerCode: 'AQUA', amountMinor: 500 }] }],
        }),
      [
        [
          ['sales:AQUA', -500],
          ['discounts:AQUA', 500],
        ],
      ],
    ],
    [
      'invoice of a thing without a price posts nothing',
      (db) =>
        postInvoice(db, { invoiceId: 1, clientId: 1, items: [{ ...exempt, grossMinor: 0, netMinor: 0 }] }),
      [],
    ],
    [
      'payment in cash, 22.98 settled with 23.00',
      (db) => postPayment(db, { ...paid, paymentId: 1, into: { tillId: 1 }, drawerMinor: 2300 }),
      [
        [
          ['cash:1', 2300],
          ['clients', -2298],
          ['rounding', -2],
        ],
      ],
    ],
    [
      'payment in cash, 12.01 settled with 12.00',
      (db) =>
        postPayment(db, { ...paid, amountMinor: 1201, paymentId: 1, into: { tillId: 1 }, drawerMinor: 1200 }),
      [
        [
          ['cash:1', 1200],
          ['clients', -1201],
          ['rounding', 1],
        ],
      ],
    ],
    [
      'payment by terminal is exact',
      (db) => postPayment(db, { ...paid, paymentId: 1, into: { terminalId: 1 }, drawerMinor: null }),
      [
        [
          ['terminal:1', 2298],
          ['clients', -2298],
        ],
      ],
    ],
    [
      'payment by cheque',
      (db) => postPayment(db, { ...paid, paymentId: 1, into: 'cheques', drawerMinor: null }),
      [
        [
          ['cheques', 2298],
          ['clients', -2298],
        ],
      ],
    ],
    [
      'payment by online card, recorded by hand',
      (db) =>
        postPayment(db, {
          ...paid,
          tillSessionId: null,
          paymentId: 1,
          into: 'online-card',
          drawerMinor: null,
        }),
      [
        [
          ['online-card', 2298],
          ['clients', -2298],
        ],
      ],
    ],
    [
      'payment by eCheck',
      (db) =>
        postPayment(db, { ...paid, tillSessionId: null, paymentId: 1, into: 'echeck', drawerMinor: null }),
      [
        [
          ['echeck', 2298],
          ['clients', -2298],
        ],
      ],
    ],
    [
      'eCheck returned before the gateway paid it out',
      (db) => postPaymentReturn(db, { returnId: 1, clientId: 1, from: 'echeck', amountMinor: 2298 }),
      [
        [
          ['clients', 2298],
          ['echeck', -2298],
        ],
      ],
    ],
    [
      'cheque returned after it was deposited: from the bank, not from the cheques',
      (db) => postPaymentReturn(db, { returnId: 1, clientId: 1, from: 'bank', amountMinor: 2298 }),
      [
        [
          ['clients', 2298],
          ['bank', -2298],
        ],
      ],
    ],
    [
      'payout of online cards into the bank',
      (db) => postSettlement(db, { settlementId: 1, method: 'online-card', amountMinor: 5000 }),
      [
        [
          ['bank', 5000],
          ['online-card', -5000],
        ],
      ],
    ],
    [
      'payout of eChecks when more went back than came in',
      (db) => postSettlement(db, { settlementId: 1, method: 'echeck', amountMinor: -500 }),
      [
        [
          ['bank', -500],
          ['echeck', 500],
        ],
      ],
    ],
    [
      'a terminal gave 54.67 of 45.67: the client owes the 9.00 in excess (settled.md 8)',
      (db) =>
        postRefundExcess(db, {
          excessId: 1,
          clientId: 1,
          from: { terminalId: 1 },
          tillSessionId: 1,
          amountMinor: 900,
        }),
      [
        [
          ['clients', 900],
          ['terminal:1', -900],
        ],
      ],
    ],
    [
      'refund to an online card',
      (db) =>
        postRefund(db, {
          refundId: 1,
          clientId: 1,
          from: 'online-card',
          tillSessionId: null,
          amountMinor: 2298,
          drawerMinor: null,
        }),
      [
        [
          ['clients', 2298],
          ['online-card', -2298],
        ],
      ],
    ],
    [
      'void of a cash payment: the exact reverse',
      (db) => postPaymentVoid(db, { ...paid, voidId: 1, into: { tillId: 1 }, drawerMinor: 2300 }),
      [
        [
          ['cash:1', -2300],
          ['clients', 2298],
          ['rounding', 2],
        ],
      ],
    ],
    [
      'void of a cheque payment',
      (db) => postPaymentVoid(db, { ...paid, voidId: 1, into: 'cheques', drawerMinor: null }),
      [
        [
          ['cheques', -2298],
          ['clients', 2298],
        ],
      ],
    ],
    [
      'credit memo',
      (db) => postCreditMemo(db, { memoId: 1, clientId: 1, lines: [swim] }),
      [
        [
          ['credits:AQUA', 1999],
          ['tax:gst', 100],
          ['tax:qst', 199],
          ['clients', -2298],
        ],
      ],
    ],
    [
      'credit memo with taxes waived: the whole amount to credits',
      (db) =>
        postCreditMemo(db, {
          memoId: 1,
          clientId: 1,
          lines: [{ ledgerCode: 'GEN', netMinor: 3000, gstMinor: 0, qstMinor: 0 }],
        }),
      [
        [
          ['credits:GEN', 3000],
          ['clients', -3000],
        ],
      ],
    ],
    [
      'refund in cash, 22.98 given as 23.00',
      (db) => postRefund(db, { ...paid, refundId: 1, from: { tillId: 1 }, drawerMinor: 2300 }),
      [
        [
          ['clients', 2298],
          ['rounding', 2],
          ['cash:1', -2300],
        ],
      ],
    ],
    [
      'refund in cash, 7.66 given as 7.65',
      (db) =>
        postRefund(db, { ...paid, amountMinor: 766, refundId: 1, from: { tillId: 1 }, drawerMinor: 765 }),
      [
        [
          ['clients', 766],
          ['rounding', -1],
          ['cash:1', -765],
        ],
      ],
    ],
    [
      'refund by terminal',
      (db) => postRefund(db, { ...paid, refundId: 1, from: { terminalId: 1 }, drawerMinor: null }),
      [
        [
          ['clients', 2298],
          ['terminal:1', -2298],
        ],
      ],
    ],
    [
      'refund by cheque leaves the bank',
      (db) => postRefund(db, { ...paid, tillSessionId: null, refundId: 1, from: 'bank', drawerMinor: null }),
      [
        [
          ['clients', 2298],
          ['bank', -2298],
        ],
      ],
    ],
    [
      'opening of the safe',
      (db) => postOpening(db, 50000),
      [
        [
          ['safe', 50000],
          ['opening', -50000],
        ],
      ],
    ],
    [
      'float',
      (db) => postFloat(db, { ...drawer, amountMinor: 20000 }),
      [
        [
          ['cash:1', 20000],
          ['safe', -20000],
        ],
      ],
    ],
    [
      'drop',
      (db) => postDrop(db, { ...drawer, amountMinor: 10000 }),
      [
        [
          ['safe', 10000],
          ['cash:1', -10000],
        ],
      ],
    ],
    [
      'pay-in',
      (db) => postPayIn(db, { ...drawer, amountMinor: 2000, ledgerCode: 'DIVERS' }),
      [
        [
          ['cash:1', 2000],
          ['paid-in:DIVERS', -2000],
        ],
      ],
    ],
    [
      'pay-out',
      (db) => postPayOut(db, { ...drawer, amountMinor: 1500, ledgerCode: 'DIVERS' }),
      [
        [
          ['paid-out:DIVERS', 1500],
          ['cash:1', -1500],
        ],
      ],
    ],
    [
      'close, 226.40 expected, 226.15 counted: short first, then the whole count to the safe',
      (db) => postClose(db, { ...drawer, countedMinor: 22615, differenceMinor: -25 }),
      [
        [
          ['cash:1', -25],
          ['over-short', 25],
        ],
        [
          ['safe', 22615],
          ['cash:1', -22615],
        ],
      ],
    ],
    [
      'close, 0.10 over',
      (db) => postClose(db, { ...drawer, countedMinor: 22650, differenceMinor: 10 }),
      [
        [
          ['cash:1', 10],
          ['over-short', -10],
        ],
        [
          ['safe', 22650],
          ['cash:1', -22650],
        ],
      ],
    ],
    [
      'close, exact: no difference is posted',
      (db) => postClose(db, { ...drawer, countedMinor: 22640, differenceMinor: 0 }),
      [
        [
          ['safe', 22640],
          ['cash:1', -22640],
        ],
      ],
    ],
  ];

test.each(TABLE)('%s', async (_step, post, entries) => {
  const ledger = await openTestLedger();
  await fillMutableTables(ledger);
  await ledger.write(async (db) => {
    await db.open('till_session', { till_id: 1, staff_id: 1, local_date: db.localDate, at: db.at });
    await post(db);
  });
  const lines = await ledger.read(
    (db) => db.all<{ entry_id: number; account: Account; client_id: number | null; amount_minor: number }>`
      SELECT entry_id, account, client_id, amount_minor FROM journal_line ORDER BY id`,
  );
  const posted = Map.groupBy(lines, (line) => line.entry_id);
  expect([...posted.values()].map((entry) => entry.map((line) => [line.account, line.amount_minor]))).toEqual(
    entries,
  );
  for (const line of lines) expect(line.client_id).toBe(line.account === 'clients' ? 1 : null);
});

test('the day of domain.md B20: float, sales, refund, pay-in and drop leave 226.40 expected and nothing after the close', async () => {
  const ledger = await openTestLedger();
  await fillMutableTables(ledger);
  const inDrawer = () =>
    ledger.read(
      async (db) =>
        (
          await db.get<{
            sum: number;
          }>`SELECT sum(amount_minor) AS sum FROM journal_line WHERE account = 'cash:1'`
        )?.sum,
    );
  const sale = { clientId: 1, tillSessionId: 1, into: { tillId: 1 } };
  await ledger.write(async (db) => {
    await db.open('till_session', { till_id: 1, staff_id: 1, local_date: db.localDate, at: db.at });
    await postFloat(db, { ...drawer, amountMinor: 20000 });
    await postPayment(db, { ...sale, paymentId: 1, amountMinor: 11500, drawerMinor: 11500 });
    await postPayment(db, { ...sale, paymentId: 2, amountMinor: 1440, drawerMinor: 1440 });
    await postRefund(db, { ...paid, refundId: 1, from: { tillId: 1 }, drawerMinor: 2300 });
    await postPayIn(db, { ...drawer, amountMinor: 2000, ledgerCode: 'DIVERS' });
    await postDrop(db, { ...drawer, amountMinor: 10000 });
  });
  expect(await inDrawer()).toBe(22640);
  await ledger.write((db) => postClose(db, { ...drawer, countedMinor: 22615, differenceMinor: -25 }));
  expect(await inDrawer()).toBe(0);
});

const entry = { kind: 'test', documentKind: 'invoice', documentId: 1 } as const;

test.each([
  ['an entry that does not balance', [{ account: 'safe', amountMinor: 1 }]],
  [
    'a fraction of a cent',
    [
      { account: 'safe', amountMinor: 0.5 },
      { account: 'bank', amountMinor: -0.5 },
    ],
  ],
  [
    'a clients line without its client',
    [
      { account: 'clients', amountMinor: 1 },
      { account: 'bank', amountMinor: -1 },
    ],
  ],
  [
    'a client on another account',
    [
      { account: 'safe', clientId: 1, amountMinor: 1 },
      { account: 'bank', amountMinor: -1 },
    ],
  ],
] as const)('%s is refused', async (_name, lines) => {
  const ledger = await openTestLedger();
  await expect(ledger.write((db) => postEntry(db, { ...entry, lines }))).rejects.toThrow('test: ');
});

test('the database itself refuses an entry that does not balance', async () => {
  const ledger = await openTestLedger();
  const unbalanced = ledger.write(async (db) => {
    const row = { kind: 'x', document_kind: 'invoice', document_id: 1, till_session_id: null };
    const entryId = await db.insert('journal_entry', { ...row, local_date: db.localDate, at: db.at });
    await db.insert('journal_line', { entry_id: entryId, account: 'safe', client_id: null, amount_minor: 1 });
  });
  await expect(unbalanced).rejects.toThrow('does not sum to zero');
});
