import type { Outcome } from '../../electron/host/call.ts';
import { createCustomerDisplay } from '../../electron/host/customer-display.ts';
import { createDispatch } from '../../electron/host/dispatch.ts';
import { StaffSessions } from '../../electron/host/staff-sessions.ts';
import type { Ledger } from '../../electron/ledger/ledger.ts';
import type { LedgerFiles } from '../../electron/ledger/ledger-files.ts';
import { insertPayment } from '../../electron/ledger/payment-store.ts';
import { postCreditMemo } from '../../electron/ledger/post-credit-memo.ts';
import { postPayment } from '../../electron/ledger/post-payment.ts';
import { postFloat } from '../../electron/ledger/post-till.ts';
import { recoverAttempts } from '../../electron/offline-refund/recover-attempts.ts';
import { recordDrawerEvent } from '../../electron/till/drawer.ts';
import type { StaffMember } from '../../electron/usecase/context.ts';
import { ReportRuns } from '../../electron/usecase/report/report-runs.ts';
import type { InputOf, OperationName, OutputOf } from '../../shared/contract/contract.ts';
import { formatNumber } from '../../shared/domain/document-number.ts';
import { fillMutableTables, openTestLedger, StandingClock } from './ledger-fixture.ts';

const STAFF = {
  clerk: { staffId: 1, name: 'Claire', roles: ['clerk'], language: 'fr' },
  supervisor: { staffId: 2, name: 'Serge', roles: ['clerk', 'supervisor'], language: 'fr' },
} as const satisfies Record<string, StaffMember>;

export type DeskRole = keyof typeof STAFF;

/** A desk for refunds alone: the real dispatch over a ledger with one client, one open till and what a test puts in. */
export class RefundDesk {
  readonly clock = new StandingClock();
  /** Called at every named point; a test may throw there. */
  probe: (point: string) => void = () => {};
  readonly points: string[] = [];
  #ledger!: Ledger;
  #dispatch!: ReturnType<typeof createDispatch>;
  #sessions = new StaffSessions(this.clock);
  #keys = 0;

  static async open(): Promise<RefundDesk> {
    const desk = new RefundDesk();
    await desk.#start();
    return desk;
  }

  async #start(): Promise<void> {
    const reached = (point: string) => {
      this.points.push(point);
      this.probe(point);
    };
    this.#ledger = await openTestLedger({ clock: this.clock, probe: reached });
    await fillMutableTables(this.#ledger);
    await this.#ledger.write(async (db) => {
      await db.run`INSERT INTO organisation (id, name, address, phone, gst_number, qst_number, language, time_zone)
        VALUES (1, 'Centre', '', '', '', '', 'fr', 'America/Toronto')`;
      const number = formatNumber('C', await db.nextNumber('C'));
      await db.run`INSERT INTO client (id, number, kind, name, language, phone, email, address, note, created_at)
        VALUES (3, ${number}, 'walk-in', 'Client de passage', 'fr', '', '', '', '', '')`;
      const session = { till_id: 1, staff_id: 1, local_date: db.localDate, at: db.at };
      const tillSessionId = await db.open('till_session', session);
      const float = { tillSessionId, amountMinor: 20_000 };
      await recordDrawerEvent(db, { ...float, kind: 'FLOAT', staffId: 1 });
      await postFloat(db, { ...float, tillId: 1 });
    });
    let reference = 0;
    this.#dispatch = createDispatch({
      ledger: () => this.#ledger,
      files: {} as LedgerFiles,
      surroundings: {
        clock: this.clock,
        newReference: () => `attempt-${++reference}`,
        newCode: () => '',
        pinCost: 2,
        virtualTerminalPage: null,
        pinPepper: new Uint8Array(32),
        probe: reached,
        sessions: this.#sessions,
        display: createCustomerDisplay(() => {}),
        push: () => {},
        printers: { problemOf: () => null, hasSystem: false, listSystem: async () => null },
        instalments: {
          run: () => {},
          progress: () => ({ isRunning: false, total: 0, done: 0, paid: 0, ranOn: null }),
        },
        gateway: {
          hasKey: () => false,
          keepKey: async () => {},
          forgetKey: async () => {},
          check: async () => null,
        },
        reports: new ReportRuns(() => {}),
        bulk: { begin: () => {} },
        terminals: {
          begin: () => {},
          abort: async () => {},
          ask: async () => null,
          readCard: async () => null,
          releaseCard: async () => {},
          keepSecret: async () => {},
          forgetSecret: async () => {},
          hasSecret: () => false,
          diagnose: async () => null,
        },
      },
      sessions: this.#sessions,
      timeZone: () => 'America/Toronto',
      logIncident: (_incident, operation, error) => {
        if (!(error instanceof KilledHere)) console.error(operation, error);
      },
    });
  }

  get ledger(): Ledger {
    return this.#ledger;
  }

  /** What a start does before its first call. */
  async recover(): Promise<void> {
    await recoverAttempts({ ledger: this.#ledger, probe: () => {} });
  }

  async send(operation: string, input: unknown, how: { as?: DeskRole; key?: string } = {}): Promise<Outcome> {
    const { session } = this.#sessions.open(STAFF[how.as ?? 'clerk']);
    const key = how.key ?? `desk-key-${++this.#keys}`;
    return await this.#dispatch({ operation, input, session, key });
  }

  async call<N extends OperationName>(
    name: N,
    input: InputOf<N>,
    how: { as?: DeskRole; key?: string } = {},
  ): Promise<OutputOf<N>> {
    const outcome = await this.send(name, input, how);
    if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome.failure)}`);
    return outcome.value as OutputOf<N>;
  }

  /** The refusal's code and detail; fails the test when the call passed. */
  async refusal(operation: string, input: unknown, how: { as?: DeskRole } = {}) {
    const outcome = await this.send(operation, input, how);
    if (outcome.ok) throw new Error(`${operation} passed: ${JSON.stringify(outcome.value)}`);
    return outcome.failure;
  }

  /** Money received and kept on the account: a deposit, its own origin. Cash goes into the drawer unrounded. */
  async receive(
    amountMinor: number,
    how: {
      method?: 'cash' | 'terminal' | 'cheque' | 'online-card';
      clientId?: number;
      last4?: string;
      status?: 'valid' | 'expired' | 'closed' | 'invalid';
    } = {},
  ): Promise<number> {
    const method = how.method ?? 'cash';
    return await this.#ledger.write(async (db) => {
      const { paymentId } = await insertPayment(db, {
        client_id: how.clientId ?? 1,
        sale_id: null,
        method,
        amount_minor: amountMinor,
        tendered_minor: method === 'cash' ? amountMinor : null,
        change_minor: 0,
        rounding_minor: 0,
        till_session_id: method === 'online-card' ? null : 1,
        terminal_id: method === 'terminal' ? 1 : null,
        attempt_id: null,
        cheque_number: null,
        cheque_bank: null,
        card_brand: method === 'cash' || method === 'cheque' ? null : 'Visa',
        card_last4: method === 'cash' || method === 'cheque' ? null : (how.last4 ?? '4417'),
        approval_code: null,
        language: 'fr',
        staff_id: 1,
      });
      if (how.status)
        await db.insert('card_status', { payment_id: paymentId, status: how.status, staff_id: 1, at: db.at });
      await postPayment(db, {
        paymentId,
        clientId: how.clientId ?? 1,
        into: {
          cash: { tillId: 1 },
          terminal: { terminalId: 1 },
          cheque: 'cheques',
          'online-card': 'online-card',
        }[method] as { tillId: number },
        tillSessionId: method === 'online-card' ? null : 1,
        amountMinor,
        drawerMinor: method === 'cash' ? amountMinor : null,
      });
      if (method === 'cash')
        await recordDrawerEvent(db, {
          tillSessionId: 1,
          kind: 'CASH_IN',
          amountMinor,
          paymentId,
          staffId: 1,
        });
      return paymentId;
    });
  }

  /** A goodwill memo without an item, or one funded by given payments. */
  async credit(
    amountMinor: number,
    how: { refundableMinor?: number; funding?: { paymentId: number; amountMinor: number }[] } = {},
  ): Promise<number> {
    return await this.#ledger.write(async (db) => {
      const money = { net_minor: amountMinor, gst_minor: 0, qst_minor: 0, total_minor: amountMinor };
      const memoId = await db.insert('credit_memo', {
        number: formatNumber('NC', await db.nextNumber('NC')),
        client_id: 1,
        kind: 'manual',
        source_invoice_id: null,
        till_session_id: null,
        language: 'fr',
        reason: 'test',
        ...money,
        refundable_minor: how.refundableMinor ?? amountMinor,
        staff_id: 1,
        local_date: db.localDate,
        at: db.at,
      });
      await db.insert('credit_memo_line', {
        memo_id: memoId,
        item_id: null,
        name_fr: 'Geste',
        name_en: 'Gesture',
        ledger_code: 'GEN',
        ...money,
        asked_basis_points: null,
        fraction_numerator: null,
        fraction_denominator: null,
        restocked_quantity: 0,
      });
      for (const { paymentId, amountMinor: fundedMinor } of how.funding ?? [])
        await db.insert('credit_funding', {
          memo_id: memoId,
          payment_id: paymentId,
          amount_minor: fundedMinor,
        });
      await postCreditMemo(db, {
        memoId,
        clientId: 1,
        lines: [{ ledgerCode: 'GEN', netMinor: amountMinor, gstMinor: 0, qstMinor: 0 }],
      });
      return memoId;
    });
  }

  async balance(clientId = 1): Promise<number> {
    return await this.#sum(
      (db) => db.get<{ sum: number }>`
        SELECT coalesce(sum(amount_minor), 0) AS sum FROM journal_line WHERE client_id = ${clientId}`,
    );
  }

  async drawer(): Promise<number> {
    return await this.#sum(
      (db) => db.get<{ sum: number }>`SELECT coalesce(sum(amount_minor), 0) AS sum FROM drawer_event`,
    );
  }

  async held(): Promise<number> {
    return await this.#sum(
      (db) => db.get<{ sum: number }>`
        SELECT coalesce(sum(amount_minor), 0) AS sum FROM hold WHERE state = 'held'`,
    );
  }

  async #sum(
    read: (db: Parameters<Parameters<Ledger['read']>[0]>[0]) => Promise<{ sum: number } | undefined>,
  ) {
    return (await this.#ledger.read(read))?.sum ?? 0;
  }
}

/** Thrown by a test's probe in the place of a kill. */
export class KilledHere extends Error {}

let slips = 0;

/** Evidence of a slip that shows this amount, each time another slip. */
export function slip(retypedMinor: number, over: Record<string, unknown> = {}) {
  slips += 1;
  return {
    retypedMinor,
    approvalCode: `C${slips}`,
    brand: 'Visa',
    last4: '4417',
    slipNumber: `${slips}`,
    ...over,
  };
}
