import { ageOn } from '../../shared/domain/local-time.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { OverrideKind } from '../../shared/domain/sale-override.ts';
import { readCapacities, readRegisteredCounts, readRestrictedProducts } from '../ledger/product-store.ts';
import type { ReadableLedger } from '../ledger/sql.ts';
import type { InvoiceTerms } from './plan-sale.ts';
import { type PricedLine, registersPerson } from './price-lines.ts';

/** Why a line may not be sold as it is, and the override that would let it through. */
export interface Restriction {
  readonly kind: Extract<OverrideKind, 'full-class' | 'age' | 'registration'>;
  readonly lineIndex: number;
  readonly refusal: Refusal;
}

type Line = Pick<PricedLine, 'productId' | 'productType' | 'personId' | 'nameFr'>;

/**
 * Full classes, ages on the start date and registration windows, for lines that register a person (domain.md B16).
 * Places are read inside the sale's own write, so of two clerks who sell the last place one wins.
 */
export async function findRestrictions(
  db: ReadableLedger,
  lines: readonly Line[],
  localDate: string,
): Promise<Restriction[]> {
  const registering = registeringOf(lines);
  if (registering.length === 0) return [];
  return [
    ...(await findWindowsAndAges(db, registering, localDate)),
    ...(await findFullClasses(db, registering)),
  ];
}

/**
 * Refuses `activity-full` with the places left: a cart that waited may have lost its places. Lines that were let
 * through keep theirs.
 */
export async function requirePlaces(
  db: ReadableLedger,
  { lines, terms }: { lines: readonly Line[]; terms?: InvoiceTerms },
): Promise<void> {
  const through = new Set(
    terms?.overrides.flatMap(({ kind, lineIndex }) => (kind === 'full-class' ? lineIndex : [])),
  );
  const judged = registeringOf(lines).filter(({ lineIndex }) => !through.has(lineIndex));
  const [full] = await findFullClasses(db, judged);
  if (full) throw full.refusal;
}

type Registering = Line & { productId: number; lineIndex: number };

function registeringOf(lines: readonly Line[]): Registering[] {
  return lines.flatMap((line, lineIndex) =>
    line.productId !== null && registersPerson(line.productType)
      ? [{ ...line, productId: line.productId, lineIndex }]
      : [],
  );
}

async function findWindowsAndAges(
  db: ReadableLedger,
  lines: readonly Registering[],
  localDate: string,
): Promise<Restriction[]> {
  const products = await readRestrictedProducts(
    db,
    lines.map(({ productId }) => productId),
  );
  if (products.size === 0) return [];
  const births = await readBirthDates(db, lines);
  return lines.flatMap((line): Restriction[] => {
    const product = products.get(line.productId);
    if (!product) return [];
    const { opensOn, closesOn, ageMinimum, ageMaximum, startDate } = product;
    const { lineIndex, nameFr: name } = line;
    const found: Restriction[] = [];
    if (opensOn !== null && localDate < opensOn)
      found.push(windowRefusal(lineIndex, { name, when: 'early', date: opensOn }));
    if (closesOn !== null && localDate > closesOn)
      found.push(windowRefusal(lineIndex, { name, when: 'late', date: closesOn }));
    const isAged = ageMinimum !== null || ageMaximum !== null;
    if (isAged && line.personId !== null) {
      const birthDate = births.get(line.personId) ?? null;
      const age = birthDate === null ? null : ageOn(birthDate, startDate ?? localDate);
      const fits = age !== null && age >= (ageMinimum ?? 0) && age <= (ageMaximum ?? age);
      if (!fits)
        found.push({
          kind: 'age',
          lineIndex,
          refusal: new Refusal('age-not-allowed', { name, age, ageMinimum, ageMaximum, override: 'age' }),
        });
    }
    return found;
  });
}

function windowRefusal(
  lineIndex: number,
  detail: { name: string; when: 'early' | 'late'; date: string },
): Restriction {
  const refusal = new Refusal('registration-closed', { ...detail, override: 'registration' });
  return { kind: 'registration', lineIndex, refusal };
}

async function readBirthDates(
  db: ReadableLedger,
  lines: readonly Registering[],
): Promise<Map<number, string | null>> {
  const ids = lines.flatMap(({ personId }) => personId ?? []);
  const rows = await db.all<{ personId: number; birthDate: string | null }>`
    SELECT id AS personId, birth_date AS birthDate FROM person
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  return new Map(rows.map(({ personId, birthDate }) => [personId, birthDate]));
}

/** The lines that no place is left for, the last ones of each class. */
async function findFullClasses(
  db: ReadableLedger,
  registering: readonly Registering[],
): Promise<Restriction[]> {
  const lines = registering.filter(({ personId }) => personId !== null);
  const ids = [...new Set(lines.map(({ productId }) => productId))];
  const limited = ids.length === 0 ? [] : await readCapacities(db, ids);
  if (limited.length === 0) return [];
  const registered = await readRegisteredCounts(
    db,
    limited.map(({ productId }) => productId),
  );
  return limited.flatMap(({ productId, nameFr: name, capacity }) => {
    const availableQuantity = Math.max(0, capacity - (registered.get(productId) ?? 0));
    const beyond = lines.filter((line) => line.productId === productId).slice(availableQuantity);
    return beyond.map(
      ({ lineIndex }): Restriction => ({
        kind: 'full-class',
        lineIndex,
        refusal: new Refusal('activity-full', { name, availableQuantity, override: 'full-class' }),
      }),
    );
  });
}
