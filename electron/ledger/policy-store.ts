import type { ParsedInput } from '../../shared/contract/contract.ts';
import type { PolicyTerms } from '../../shared/domain/cancellation-policy.ts';
import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';

/** What a policy says, kept as it was asked. */
export type PolicyDefinition = Omit<ParsedInput<'policy.save'>, 'policyId' | 'active'>;

export interface PolicyRow {
  policyId: number;
  definition: PolicyDefinition;
  active: boolean;
  /** Products that it holds for. */
  productCount: number;
}

interface StoredPolicy extends Omit<PolicyRow, 'definition' | 'active'> {
  definition: string;
  active: number;
}

const readable = (row: StoredPolicy): PolicyRow => ({
  ...row,
  definition: JSON.parse(row.definition) as PolicyDefinition,
  active: row.active === 1,
});

/** Every policy, or those in use, by name. */
export async function readPolicies(
  db: ReadableLedger,
  asked: { includeInactive: boolean },
): Promise<PolicyRow[]> {
  const rows = await db.all<StoredPolicy>`
    SELECT id AS policyId, definition, active, (SELECT count(*) FROM product
      WHERE details ->> 'policyId' = cancellation_policy.id AND product.active = 1) AS productCount
    FROM cancellation_policy WHERE active = 1 OR ${asked.includeInactive ? 1 : 0}
    ORDER BY definition ->> 'nameFr', id`;
  return rows.map(readable);
}

export async function readPolicy(db: ReadableLedger, policyId: number): Promise<PolicyRow | undefined> {
  const row = await db.get<StoredPolicy>`
    SELECT id AS policyId, definition, active, 0 AS productCount FROM cancellation_policy WHERE id = ${policyId}`;
  return row && readable(row);
}

export async function insertPolicy(
  db: WritableLedger,
  policy: { definition: PolicyDefinition; active: boolean },
): Promise<number> {
  const inserted = await db.get<{ id: number }>`
    INSERT INTO cancellation_policy (definition, active)
    VALUES (${JSON.stringify(policy.definition)}, ${policy.active ? 1 : 0}) RETURNING id`;
  if (!inserted) throw new Error('a policy was not inserted');
  return inserted.id;
}

/** Returns false when there is no such policy. */
export async function updatePolicy(
  db: WritableLedger,
  policyId: number,
  policy: { definition: PolicyDefinition; active: boolean },
): Promise<boolean> {
  const changed = await db.run`
    UPDATE cancellation_policy SET definition = ${JSON.stringify(policy.definition)},
      active = ${policy.active ? 1 : 0} WHERE id = ${policyId}`;
  return changed === 1;
}

/** The policy as the proposal reads it: taxes inside the fee, the lesser of two, unless said otherwise. */
export function termsOf({ periods, taxMode }: PolicyDefinition): PolicyTerms {
  return {
    taxMode: taxMode ?? 'included',
    periods: periods.map(({ fromDays, creditBasisPoints, isProrated, fee }) => ({
      fromDays: fromDays ?? null,
      creditBasisPoints,
      isProrated: isProrated ?? false,
      fee: fee
        ? {
            flatMinor: fee.flatMinor ?? null,
            basisPoints: fee.basisPoints ?? null,
            take: fee.take ?? 'lesser',
          }
        : null,
    })),
  };
}
