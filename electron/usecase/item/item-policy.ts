import {
  estimateSessions,
  type PolicyProposal,
  periodOf,
  proposeByPolicy,
  type Sessions,
} from '../../../shared/domain/cancellation-policy.ts';
import { daysBetween } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';
import { type PolicyRow, readPolicy, termsOf } from '../../ledger/policy-store.ts';
import { feeLabel } from './cancellation-fee.ts';
import type { CreditableItem } from './item-credit.ts';
import type { AskedItem } from './plan-cancellation.ts';

export interface ItemPolicy {
  row: PolicyRow;
  proposal: PolicyProposal;
  /** The clerk did not say how many sessions were given: they were counted from the dates. */
  isEstimated: boolean;
}

/**
 * What the policy of an item's product proposes today, or null without a policy in use. Refuses `sessions-needed` when
 * the policy counts sessions and the catalogue does not tell them, and `custom-item-unknown`.
 */
export async function readItemPolicy(
  db: ReadableLedger,
  creditable: CreditableItem,
  asked: { sessionsGiven?: AskedItem['sessionsGiven']; localDate: string },
): Promise<ItemPolicy | null> {
  const { item, credited } = creditable;
  const row = item.policyId === null ? undefined : await readPolicy(db, item.policyId);
  if (!row?.active) return null;
  const { localDate, sessionsGiven } = asked;
  const { startDate, endDate, occurrences } = item;
  const label = await feeLabel(db, row.definition.customItemId, true);
  const terms = { ...termsOf(row.definition), ...(label.isTaxed ? {} : { taxMode: 'none' as const }) };
  const days = startDate === null ? null : daysBetween(startDate, localDate);
  const isCounted = terms.periods[periodOf(terms, days)]?.isProrated === true;
  const sessions = isCounted
    ? countSessions(
        { occurrences, sessionsGiven },
        estimateSessions({ occurrences, startDate, endDate, localDate }),
      )
    : null;
  return {
    row,
    proposal: proposeByPolicy({ terms, startDate, localDate, sessions, original: item, credited }),
    isEstimated: sessions !== null && sessionsGiven === undefined,
  };
}

function countSessions(
  { occurrences, sessionsGiven }: { occurrences: number | null; sessionsGiven: number | undefined },
  estimate: Sessions | null,
): Sessions {
  const totalCount = occurrences ?? 0;
  if (sessionsGiven === undefined) return estimate ?? refuse('sessions-needed', { totalCount });
  if (sessionsGiven > totalCount) refuse('sessions-needed', { totalCount });
  return { total: totalCount, given: sessionsGiven };
}

/** Why the policy proposes what it does, for the clerk's eye. */
export function policyRead({ row, proposal, isEstimated }: ItemPolicy, isOverridden: boolean) {
  const { definition, policyId } = row;
  const period = definition.periods[proposal.periodIndex];
  return {
    policyId,
    nameFr: definition.nameFr,
    nameEn: definition.nameEn ?? '',
    daysFromStart: proposal.daysFromStart,
    fromDays: period?.fromDays ?? null,
    untilDays: definition.periods[proposal.periodIndex + 1]?.fromDays ?? null,
    creditBasisPoints: period?.creditBasisPoints ?? 0,
    sessionsTotal: proposal.sessions?.total ?? null,
    sessionsGiven: proposal.sessions?.given ?? null,
    isEstimated,
    creditMinor: proposal.credit?.totalMinor ?? 0,
    creditNetMinor: proposal.credit?.netMinor ?? 0,
    feeMinor: proposal.fee?.totalMinor ?? 0,
    flatMinor: proposal.flatMinor,
    percentMinor: proposal.percentMinor,
    feeBasisPoints: period?.fee?.basisPoints ?? null,
    taken: proposal.taken,
    isFeeLimited: proposal.isFeeLimited,
    destination: definition.destination ?? ('choose' as const),
    reasons: definition.reasons ?? [],
    isOverridden,
  };
}
