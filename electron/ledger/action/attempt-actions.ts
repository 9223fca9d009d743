import { type ActionDeed, type ActionKind, isProcessingLong } from '../../../shared/domain/action.ts';
import type { AttemptState } from '../../../shared/domain/attempt.ts';
import { localDateOf } from '../../../shared/domain/local-time.ts';
import type { SavedMethodKind } from '../../../shared/domain/saved-method.ts';
import { readTimeZone } from '../organisation-store.ts';
import type { ReadableLedger } from '../sql.ts';
import type { ActionMoment, ActionSource, FoundAction } from './action-source.ts';

interface Row extends Omit<FoundAction, 'actionId' | 'kind' | 'can'> {
  attemptId: number;
  attemptState: AttemptState;
  direction: 'in' | 'out';
  /** What a gateway charges or refunds; null elsewhere. */
  savedKind: SavedMethodKind | null;
}

/** Every attempt without an outcome; in cash the drawer's amount is what was asked. */
async function readOpenAttempts(db: ReadableLedger, { localDate }: ActionMoment): Promise<FoundAction[]> {
  const rows = await db.all<Row>`
    SELECT attempt.id AS attemptId, attempt.state AS attemptState, direction, attempt.refund_id AS refundId,
      attempt.sale_id AS saleId, attempt.driver, terminal.name AS terminalName, asked.kind AS savedKind,
      coalesce(terminal.name, trim(method.brand || ' •••• ' || method.last4)) AS about,
      attempt.at AS since, coalesce(refund.drawer_minor, attempt.amount_minor) AS amountMinor,
      attempt.client_id AS clientId, client.name AS clientName, staff.name AS staffName
    FROM attempt JOIN client ON client.id = attempt.client_id JOIN staff ON staff.id = attempt.staff_id
    LEFT JOIN refund ON refund.id = attempt.refund_id
    LEFT JOIN terminal ON terminal.id = attempt.terminal_id
    LEFT JOIN gateway_attempt asked ON asked.attempt_id = attempt.id
    LEFT JOIN saved_method method ON method.id = asked.saved_method_id
    WHERE attempt.state IN ('prepared', 'sent', 'unknown', 'resolving', 'needs-operator', 'conflict')
    ORDER BY attempt.at, attempt.id`;
  const timeZone = (await readTimeZone(db)) ?? 'UTC';
  return rows.flatMap(({ attemptState, direction, savedKind, ...row }): FoundAction[] => {
    const found = { ...row, actionId: `attempt-${row.attemptId}`, can: deedsOf(row) };
    // the bank has it: nobody has anything to do until it takes too long
    if (row.driver !== 'gateway' || attemptState !== 'resolving')
      return [{ ...found, kind: kindOf(direction, attemptState) }];
    const sentOn = localDateOf(row.since, timeZone);
    const isLong = isProcessingLong({ savedKind: savedKind ?? 'card', sentOn, today: localDate });
    return isLong ? [{ ...found, kind: 'processing-long' }] : [];
  });
}

function deedsOf({ driver, saleId }: Pick<Row, 'driver' | 'saleId'>): ActionDeed[] {
  if (driver === 'gateway' || driver === 'by-hand') return ['settle'];
  return driver === 'nexo' && saleId !== null ? ['answer', 'resume-sale'] : ['answer'];
}

function kindOf(direction: 'in' | 'out', state: AttemptState): ActionKind {
  const inProgress = state === 'prepared' || state === 'sent';
  if (direction === 'out') return inProgress ? 'refund-in-progress' : 'refund-in-doubt';
  return inProgress ? 'payment-in-progress' : 'payment-in-doubt';
}

/** Money asked of a terminal, a drawer or a gateway, whose fate is not known yet: it leaves the list only by an answer. */
export const attemptActions: ActionSource = {
  kinds: [
    'refund-in-progress',
    'refund-in-doubt',
    'payment-in-progress',
    'payment-in-doubt',
    'processing-long',
  ],
  read: readOpenAttempts,
};
