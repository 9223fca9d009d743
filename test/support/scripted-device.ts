import type {
  AbortReason,
  AcquiredCard,
  CardOutcome,
  DeviceAttempt,
  TerminalDevice,
  TerminalOutcome,
  TerminalReply,
} from '../../electron/terminal/terminal-device.ts';

const REPLY: TerminalReply = {
  result: 'success',
  errorCondition: null,
  refusalText: null,
  paymentType: null,
  authorizedMinor: null,
  currency: 'CAD',
  isOnline: true,
  approvalCode: '012345',
  brand: 'visa',
  last4: '4242',
  entryMode: 'ICC',
  applicationId: null,
  cardAlias: null,
  poiTransactionId: 'BV0q001.ABC',
  poiTransactionAt: '2026-03-02T14:00:05.000Z',
  merchantId: null,
  acquirerTerminalId: null,
  acquirerTransactionId: null,
  needsSignature: false,
  receipts: [],
};

export function reply(change: Partial<TerminalReply> = {}): TerminalReply {
  return { ...REPLY, ...change };
}

export function approved(authorizedMinor: number): TerminalOutcome {
  return { kind: 'approved', authorizedMinor, reply: reply({ authorizedMinor }) };
}

export const UNKNOWN: TerminalOutcome = { kind: 'unknown', reason: 'no-answer', reply: null };
export const DECLINED: TerminalOutcome = {
  kind: 'declined',
  reason: 'refused',
  reply: reply({ result: 'failure', errorCondition: 'Refusal', refusalText: 'Refusée' }),
};

/** An integrated terminal that answers what a test scripted, and counts what it was told. */
export class ScriptedDevice implements TerminalDevice {
  readonly performed: DeviceAttempt[] = [];
  readonly aborted: AbortReason[] = [];
  readonly released: AcquiredCard[] = [];
  statusCount = 0;
  onCard: () => CardOutcome = () => ({ kind: 'not-read', reason: 'cancelled' });
  onPerform: (attempt: DeviceAttempt) => TerminalOutcome | Promise<TerminalOutcome> = (attempt) =>
    approved(attempt.amountMinor);
  onStatus: (attempt: DeviceAttempt) => TerminalOutcome | Promise<TerminalOutcome> = () => UNKNOWN;

  async perform(attempt: DeviceAttempt): Promise<TerminalOutcome> {
    this.performed.push(attempt);
    return await this.onPerform(attempt);
  }

  async askStatus(attempt: DeviceAttempt): Promise<TerminalOutcome> {
    this.statusCount += 1;
    return await this.onStatus(attempt);
  }

  async abort(_attempt: DeviceAttempt, reason: AbortReason): Promise<'delivered'> {
    this.aborted.push(reason);
    return 'delivered';
  }

  async diagnose(): Promise<never> {
    throw new Error('not scripted');
  }

  async acquireCard(): Promise<CardOutcome> {
    return this.onCard();
  }

  async releaseCard(card: AcquiredCard): Promise<'delivered'> {
    this.released.push(card);
    return 'delivered';
  }
}
