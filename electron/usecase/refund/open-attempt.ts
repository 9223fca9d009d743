import type { SavedMethodKind } from '../../../shared/domain/saved-method.ts';
import type { AttemptDriver } from '../../ledger/attempt-store.ts';
import { insertGatewayAttempt, readCharge } from '../../ledger/gateway-store.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import { prepareRefundAttempt } from '../../offline-refund/start-attempt.ts';
import { requireGatewayDriver } from '../../sale/choose-saved-method.ts';
import { nameAttempt } from '../../terminal/name-attempt.ts';
import type { CommandContext } from '../context.ts';
import { isOnline } from './refund-choose.ts';

/** A refund whose money is about to move. */
export interface RefundToMove {
  refundId: number;
  clientId: number;
  destination: string;
  amountMinor: number;
  terminalId: number | null;
  tillSessionId: number | null;
  /** Of its first line: online, what is given back is that charge. */
  originPaymentId: number;
}

interface Way {
  driver: AttemptDriver;
  messageId: string | null;
  /** Online: what it gives back. */
  charge?: { kind: SavedMethodKind; savedMethodId: number | null; chargeReference: string | null };
}

/** Who moves the money: a terminal, the drawer, or the gateway; a charge that no gateway made is given back by hand. */
async function chooseDriver(db: WritableLedger, refund: RefundToMove): Promise<Way> {
  if (refund.terminalId !== null) return await nameAttempt(db, refund.terminalId);
  if (!isOnline(refund.destination)) return { driver: 'cash', messageId: null };
  const paidBy = await readCharge(db, refund.originPaymentId);
  const isAsked = paidBy !== undefined && (await requireGatewayDriver(db)) === 'gateway';
  return {
    driver: isAsked ? 'gateway' : 'by-hand',
    messageId: null,
    charge: {
      kind: refund.destination === 'echeck' ? 'bank' : 'card',
      savedMethodId: paidBy?.savedMethodId ?? null,
      chargeReference: paidBy?.reference ?? null,
    },
  };
}

/** Writes the attempt that will move it, PREPARED; `startAttempt` begins it after the commit. Not for a cheque. */
export async function openAttempt(context: CommandContext, refund: RefundToMove): Promise<number> {
  const { db, staff } = context;
  const way = await chooseDriver(db, refund);
  const attemptId = await prepareRefundAttempt(db, refund, {
    reference: context.newReference(),
    driver: way.driver,
    staffId: staff.staffId,
    messageId: way.messageId,
  });
  if (way.charge) await insertGatewayAttempt(db, { attemptId, ...way.charge });
  return attemptId;
}
