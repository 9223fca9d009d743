import { refuse } from '../../../shared/domain/refusal.ts';
import { codeOf, type DiscountDefinition, readRuleOfCode } from '../../ledger/discount-store.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';

/**
 * Refuses `invalid-input` (an end before its start, a combo of one product), `product-unknown`, `person-unknown`,
 * `discount-code-taken`, and `discount-refers-to-itself`: a membership cannot be the reason for its own discount.
 */
export async function requireDiscountRule(
  db: ReadableLedger,
  input: DiscountDefinition,
  ruleId?: number,
): Promise<void> {
  const { fromDate, toDate, ageMinimum, ageMaximum, productIds = [], membershipIds = [] } = input;
  const issue = (path: string, problem: string) => refuse('invalid-input', { issues: [{ path, problem }] });
  if (fromDate && toDate && toDate < fromDate) issue('toDate', 'order');
  if (ageMinimum !== undefined && ageMaximum !== undefined && ageMaximum < ageMinimum)
    issue('ageMaximum', 'order');
  if (input.reach === 'combo' && new Set(productIds).size < 2) issue('productIds', 'combo-of-one');
  if (membershipIds.some((membershipId) => productIds.includes(membershipId)))
    refuse('discount-refers-to-itself', { name: input.nameFr });
  const code = codeOf(input);
  const taken = code === null ? undefined : await readRuleOfCode(db, code);
  if (code !== null && taken !== undefined && taken !== ruleId) refuse('discount-code-taken', { code });
  await requireKnown(db, input);
}

async function requireKnown(db: ReadableLedger, input: DiscountDefinition): Promise<void> {
  const { productIds = [], membershipIds = [], personIds = [] } = input;
  const products = await db.get<{ id: number }>`
    SELECT asked.value AS id FROM json_each(${JSON.stringify([...productIds, ...membershipIds])}) AS asked
    WHERE NOT EXISTS (SELECT 1 FROM product WHERE product.id = asked.value
      AND (product.type = 'membership'
        OR asked.value NOT IN (SELECT value FROM json_each(${JSON.stringify(membershipIds)})))) LIMIT 1`;
  if (products) refuse('product-unknown', { productId: products.id });
  const persons = await db.get<{ id: number }>`
    SELECT asked.value AS id FROM json_each(${JSON.stringify(personIds)}) AS asked
    WHERE NOT EXISTS (SELECT 1 FROM person WHERE person.id = asked.value) LIMIT 1`;
  if (persons) refuse('person-unknown', { personId: persons.id });
}
