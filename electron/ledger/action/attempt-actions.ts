import type { ActionKind } from '../../../shared/domain/action.ts';
import type { AttemptState } from '../../../shared/domain/attempt.ts';
import type { ReadableLedger } from '../sql.ts';
import type { ActionSource, FoundAction } from './action-source.ts';

interface Row extends Omit<FoundAction, 'actionId' | 'kind' | 'can'> {
  attemptId: number;
  attemptState: AttemptState;
  direction: 'in' | 'out';
}

/** Every attempt without an outcome; in cash the drawer's amount is what was asked. */
async function readOpenAttempts(db: ReadableLedger): Promise<FoundAction[]> {
  const rows = await db.all<Row>`
    SELECT attempt.id AS attemptId, attempt.state AS attemptState, direction, attempt.refund_id AS refundId,
      attempt.sale_id AS saleId, attempt.driver, terminal.name AS terminalName, terminal.name AS about,
      attempt.at AS since, coalesce(refund.drawer_minor, attempt.amount_minor) AS amountMinor,
      attempt.client_id AS clientId, client.name AS clientName, staff.name AS staffName
    FROM attempt JOIN client ON client.id = attempt.client_id JOIN staff ON staff.id = attempt.staff_id
    LEFT JOIN refund ON refund.id = attempt.refund_id
    LEFT JOIN terminal ON terminal.id = attempt.terminal_id
    WHERE attempt.state IN ('prepared', 'sent', 'unknown', 'resolving', 'needs-operator', 'conflict')
    ORDER BY attempt.at, attempt.id`;
  return rows.map(({ attemptState, direction, ...row }) => ({
    ...row,
    actionId: `attempt-${row.attemptId}`,
    kind: kindOf(direction, attemptState),
    can: row.driver === 'nexo' && row.saleId !== null ? ['answer', 'resume-sale'] : ['answer'],
  }));
}

function kindOf(direction: 'in' | 'out', state: AttemptState): ActionKind {
  const inProgress = state === 'prepared' || state === 'sent';
  if (direction === 'out') return inProgress ? 'refund-in-progress' : 'refund-in-doubt';
  return inProgress ? 'payment-in-progress' : 'payment-in-doubt';
}

/** Money asked of a terminal or a drawer, whose fate is not known yet: it leaves the list only by an answer. */
export const attemptActions: ActionSource = {
  kinds: ['refund-in-progress', 'refund-in-doubt', 'payment-in-progress', 'payment-in-doubt'],
  read: readOpenAttempts,
};
