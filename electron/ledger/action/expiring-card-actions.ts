import { addDays, endOfLocalDay } from '../../../shared/domain/local-time.ts';
import { type SavedMethodState, savedMethodStatus } from '../../../shared/domain/saved-method.ts';
import { readTimeZone } from '../organisation-store.ts';
import type { ActionSource, FoundAction } from './action-source.ts';

interface Row extends Omit<FoundAction, 'actionId' | 'kind' | 'can' | 'since'> {
  savedMethodId: number;
  savedState: SavedMethodState;
  expiresOn: string | null;
  savedAt: string;
  /** When its state last changed; null while it is as it was saved. */
  markedAt: string | null;
}

/**
 * Saved cards and accounts that cannot pay what is planned on them: those that stop before the end of next month, and
 * those that are no longer valid (domain.md B19). What is due while the card still works does not count.
 */
export const expiringCardActions: ActionSource = {
  kinds: ['card-expiring'],
  async read(db, { localDate }) {
    const nextMonth = monthAfter(localDate.slice(0, 7));
    const timeZone = (await readTimeZone(db)) ?? 'UTC';
    const rows = await db.all<Row>`
      SELECT method.id AS savedMethodId, method.state AS savedState, method.expires_on AS expiresOn,
        method.at AS savedAt, sum(planned.amount_minor) AS amountMinor, client.id AS clientId,
        client.name AS clientName, NULL AS staffName, trim(method.brand || ' •••• ' || method.last4) AS about,
        min(planned.due_date) AS dueDate,
        (SELECT max(at) FROM process_event WHERE process = 'saved_method' AND row_id = method.id
          AND from_state IS NOT NULL) AS markedAt
      FROM planned_payment planned JOIN saved_method method ON method.id = planned.saved_method_id
      JOIN client ON client.id = method.client_id
      WHERE planned.state = 'planned' AND (method.state <> 'valid'
        OR (method.expires_on <= ${nextMonth} AND substr(planned.due_date, 1, 7) > method.expires_on))
      GROUP BY method.id ORDER BY method.id`;
    return rows.map(({ savedState, expiresOn, savedAt, markedAt, ...row }) => {
      const status = savedMethodStatus({ state: savedState, expiresOn }, localDate);
      // it asks from the first day of the month before its last
      const noticed =
        savedState === 'valid' && expiresOn !== null
          ? endOfLocalDay(addDays(`${monthBefore(expiresOn)}-01`, -1), timeZone)
          : (markedAt ?? savedAt);
      return {
        ...row,
        since: noticed > savedAt ? noticed : savedAt,
        actionId: `method-${row.savedMethodId}`,
        kind: 'card-expiring',
        why: status,
        can: ['change-method', 'open-account', 'dismiss'],
      };
    });
  },
};

/** "2026-12" to "2027-01". */
function monthAfter(month: string): string {
  return addDays(`${month}-28`, 4).slice(0, 7);
}

function monthBefore(month: string): string {
  return addDays(`${month}-01`, -1).slice(0, 7);
}
