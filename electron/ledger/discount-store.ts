import type { ParsedInput } from '../../shared/contract/contract.ts';
import type { DiscountPerson, DiscountRule } from '../../shared/domain/discount-rule.ts';
import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';

/** What a rule says, kept as it was asked. */
export type DiscountDefinition = Omit<ParsedInput<'discountRule.save'>, 'ruleId' | 'active'>;

export interface DiscountRuleRow {
  ruleId: number;
  definition: DiscountDefinition;
  /** Items that it lowered; a coupon's use comes back when its item is credited whole (settled.md 27). */
  usedCount: number;
  active: boolean;
}

/** Every rule, or those in use, by id. A line of a cart that waits for its card counts as a use. */
export async function readDiscountRules(
  db: ReadableLedger,
  asked: { includeInactive: boolean },
): Promise<DiscountRuleRow[]> {
  const rows = await db.all<{ ruleId: number; definition: string; usedCount: number; active: number }>`
    SELECT rule.id AS ruleId, definition, active,
      (SELECT count(*) FROM discount_line line WHERE line.rule_id = rule.id AND NOT EXISTS (
        SELECT 1 FROM credit_memo_line credit WHERE credit.item_id = line.item_id
          AND credit.fraction_numerator = credit.fraction_denominator))
      + (SELECT count(*) FROM sale, json_each(sale.cart, '$.lines') AS cart_line,
          json_each(cart_line.value, '$.discounts') AS part
        WHERE sale.state = 'open' AND part.value ->> 'ruleId' = rule.id) AS usedCount
    FROM discount_rule rule WHERE active = 1 OR ${asked.includeInactive ? 1 : 0} ORDER BY rule.id`;
  return rows.map((row) => ({
    ...row,
    definition: JSON.parse(row.definition) as DiscountDefinition,
    active: row.active === 1,
  }));
}

/** The code a client gives for the rule, or null. */
export function codeOf({ trigger }: DiscountDefinition): string | null {
  return trigger.kind === 'automatic' ? null : trigger.code;
}

/** Uses a coupon still has; null when it has no maximum. */
export function usesLeft({ definition, usedCount }: DiscountRuleRow): number | null {
  const { trigger } = definition;
  if (trigger.kind !== 'coupon' || trigger.maximumUses === undefined) return null;
  return Math.max(0, trigger.maximumUses - usedCount);
}

/** The rule as the pricing reads it: 100 is the usual priority. */
export function ruleOf(row: DiscountRuleRow): DiscountRule {
  const { definition } = row;
  return {
    ruleId: row.ruleId,
    trigger: definition.trigger.kind,
    code: codeOf(definition),
    usesLeft: usesLeft(row),
    value: definition.value,
    reach: definition.reach ?? 'each-item',
    priority: definition.priority ?? 100,
    exclusiveGroup: definition.exclusiveGroup ?? null,
    isCombinable: definition.isCombinable ?? true,
    fromDate: definition.fromDate ?? null,
    toDate: definition.toDate ?? null,
    productIds: definition.productIds ?? [],
    productTypes: definition.productTypes ?? [],
    ageMinimum: definition.ageMinimum ?? null,
    ageMaximum: definition.ageMaximum ?? null,
    tags: definition.tags ?? [],
    personIds: definition.personIds ?? [],
    membershipIds: definition.membershipIds ?? [],
    location: definition.location ?? null,
  };
}

/** Which rule has this code, in use or not. */
export async function readRuleOfCode(db: ReadableLedger, code: string): Promise<number | undefined> {
  const row = await db.get<{ id: number }>`SELECT id FROM discount_rule WHERE code = ${code}`;
  return row?.id;
}

export async function insertDiscountRule(
  db: WritableLedger,
  rule: { definition: DiscountDefinition; active: boolean },
): Promise<number> {
  const inserted = await db.get<{ id: number }>`
    INSERT INTO discount_rule (code, definition, active)
    VALUES (${codeOf(rule.definition)}, ${JSON.stringify(rule.definition)}, ${rule.active ? 1 : 0}) RETURNING id`;
  if (!inserted) throw new Error('a discount rule was not inserted');
  return inserted.id;
}

/** Returns false when there is no such rule. */
export async function updateDiscountRule(
  db: WritableLedger,
  ruleId: number,
  rule: { definition: DiscountDefinition; active: boolean },
): Promise<boolean> {
  const changed = await db.run`
    UPDATE discount_rule SET code = ${codeOf(rule.definition)}, definition = ${JSON.stringify(rule.definition)},
      active = ${rule.active ? 1 : 0} WHERE id = ${ruleId}`;
  return changed === 1;
}

/** What the rules may ask of people: birth date, tags, and memberships that run on the date. */
export async function readDiscountPersons(
  db: ReadableLedger,
  personIds: readonly number[],
  localDate: string,
): Promise<Map<number, DiscountPerson>> {
  const rows = await db.all<{
    personId: number;
    birthDate: string | null;
    tags: string;
    membershipIds: string;
  }>`
    SELECT id AS personId, birth_date AS birthDate, tags, (
      SELECT json_group_array(DISTINCT product_id) FROM registration JOIN product ON product.id = product_id
      WHERE person_id = person.id AND state = 'active' AND product.type = 'membership'
        AND coalesce(product.details ->> 'startDate', '') <= ${localDate}
        AND coalesce(product.details ->> 'endDate', '9999') >= ${localDate}) AS membershipIds
    FROM person WHERE id IN (SELECT value FROM json_each(${JSON.stringify(personIds)}))`;
  return new Map(
    rows.map((row) => [
      row.personId,
      {
        personId: row.personId,
        birthDate: row.birthDate,
        tags: JSON.parse(row.tags) as string[],
        membershipIds: JSON.parse(row.membershipIds) as number[],
      },
    ]),
  );
}

export interface ItemDiscountRow {
  itemId: number;
  nameFr: string;
  nameEn: string;
  amountMinor: number;
  /** Null for an automated discount. */
  reason: string | null;
  approverName: string | null;
}

/** The discounts of an invoice's items, in the order in which they were taken off; of those by hand, why. */
export async function readItemDiscounts(db: ReadableLedger, invoiceId: number): Promise<ItemDiscountRow[]> {
  return await db.all<ItemDiscountRow>`
    SELECT line.item_id AS itemId, line.name_fr AS nameFr, line.name_en AS nameEn, line.amount_minor AS amountMinor,
      rebate.reason, approver.name AS approverName
    FROM invoice_item item JOIN discount_line line ON line.item_id = item.id
    LEFT JOIN manual_rebate rebate ON rebate.discount_line_id = line.id
    LEFT JOIN approval_answer answer ON answer.approval_id = rebate.approval_id
    LEFT JOIN staff approver ON approver.id = answer.staff_id
    WHERE item.invoice_id = ${invoiceId} ORDER BY line.item_id, position`;
}

export interface ListedPersonRow {
  personId: number;
  personName: string;
  clientName: string;
}

/** Who stands on a list of people, by name. */
export async function readListedPeople(
  db: ReadableLedger,
  personIds: readonly number[],
): Promise<ListedPersonRow[]> {
  if (personIds.length === 0) return [];
  return await db.all<ListedPersonRow>`
    SELECT person.id AS personId, trim(given_name || ' ' || family_name) AS personName, client.name AS clientName
    FROM person JOIN client ON client.id = client_id
    WHERE person.id IN (SELECT value FROM json_each(${JSON.stringify(personIds)}))
    ORDER BY personName, person.id`;
}
