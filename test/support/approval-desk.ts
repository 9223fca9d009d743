import { expect } from 'vitest';
import type { InputOf, OutputOf } from '../../shared/contract/contract.ts';
import { approveLeg, openClient, requireInProgress } from './goods.ts';
import {
  type CallOptions,
  openTestService,
  type StaffRole,
  type TestService,
  type TestServiceOptions,
} from './test-service.ts';

export const PIN = '284915';

/** What a clerk wants to give back: 110.38 of a client's card money, beyond the limit of 50.00. */
export const ASKED = { amountMinor: 11_038, destination: 'terminal', reason: 'cancelled' } as const;

/** A desk, and clients who have 300.00 of card money on account. */
export class ApprovalDesk {
  static #refusals = 0;

  /** How many attempts this file's tests made that were refused and left no trace, told in one line. */
  static tellRefusals(kind: string): void {
    console.log(`approval bypass, ${kind}: ${ApprovalDesk.#refusals} attempts, all refused, nothing moved`);
  }

  readonly desk: TestService;
  clientId = 0;
  otherClientId = 0;

  private constructor(desk: TestService) {
    this.desk = desk;
  }

  static async open(options: TestServiceOptions = {}): Promise<ApprovalDesk> {
    const opened = new ApprovalDesk(await openTestService(options));
    opened.clientId = await opened.cardDeposit(30_000);
    opened.otherClientId = await opened.cardDeposit(30_000);
    return opened;
  }

  async cardDeposit(amountMinor: number): Promise<number> {
    const { clientId } = await openClient(this.desk);
    const taken = await this.desk.call('payment.take', {
      clientId,
      tenders: [{ method: 'terminal', amountMinor }],
      restAsDeposit: true,
    });
    await approveLeg(this.desk, requireInProgress(taken).attemptId, amountMinor);
    return clientId;
  }

  refund(over: Partial<InputOf<'refund.issue'>> = {}): InputOf<'refund.issue'> {
    return { clientId: this.clientId, ...ASKED, ...over };
  }

  async ask(
    over: Partial<InputOf<'refund.issue'>> = {},
    as: StaffRole = 'clerk',
  ): Promise<OutputOf<'approval.ask'> & { refundId: number }> {
    const asked = await this.desk.call('approval.ask', { refund: this.refund(over) }, { as });
    if (asked.refundId === null) throw new Error('a refund was asked without its row');
    return { ...asked, refundId: asked.refundId };
  }

  async grantAtDesk(approvalId: number, staffId = this.desk.staffIds.supervisor): Promise<void> {
    await this.desk.call('approval.grant', { approvalId, approver: { staffId, pin: PIN } }, { as: 'clerk' });
  }

  /** An approval that would pass, asked by the clerk and granted by the supervisor's PIN. */
  async granted(over: Partial<InputOf<'refund.issue'>> = {}): Promise<number> {
    const { approvalId } = await this.ask(over);
    await this.grantAtDesk(approvalId);
    return approvalId;
  }

  /** Sends what must be refused, and proves that nothing at all came of it. */
  async refused(operation: string, input: unknown, how: CallOptions = { as: 'clerk' }) {
    await this.desk.ready(how.as ?? 'clerk');
    const before = await this.footprint();
    const outcome = await this.desk.send(operation, input, how);
    expect(outcome.ok, JSON.stringify(outcome)).toBe(false);
    expect(await this.footprint()).toEqual(before);
    ApprovalDesk.#refusals += 1;
    return outcome.ok ? null : outcome.failure;
  }

  async refusedCode(operation: string, input: unknown, how?: CallOptions): Promise<string | undefined> {
    return (await this.refused(operation, input, how))?.code;
  }

  /** Everything that money is made of: unchanged means nothing moved and nothing was promised. */
  async footprint(): Promise<unknown> {
    return await this.desk
      .service()
      .ledger()
      .read(async (db) => ({
        journal: await db.all`SELECT id, account, client_id, amount_minor FROM journal_line ORDER BY id`,
        holds: await db.all`SELECT id, state, amount_minor FROM hold ORDER BY id`,
        attempts: await db.all`SELECT id, state, amount_minor FROM attempt ORDER BY id`,
        approvals: await db.all`SELECT id, state FROM approval ORDER BY id`,
        answers: await db.all`SELECT id, answer, staff_id FROM approval_answer ORDER BY id`,
        refunds: await db.all`SELECT id, amount_minor FROM refund ORDER BY id`,
        drawer: await db.all`SELECT id, amount_minor FROM drawer_event ORDER BY id`,
      }));
  }
}
