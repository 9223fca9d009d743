import fc from 'fast-check';
import { z } from 'zod';
import type { Operation } from '../../shared/contract/operation.ts';

interface JsonSchema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  required?: string[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
}

/** What a careless or hostile caller sends in place of a value. */
const HOSTILE: readonly unknown[] = [
  -1,
  0,
  0.5,
  2298.5,
  2 ** 53,
  2 ** 53 + 2,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1e21,
  -0,
  '',
  ' ',
  'x'.repeat(10_000),
  'nul\u0000',
  'ligne\u0007',
  '\ud800',
  'é'.repeat(300),
  '4111 1111 1111 1111',
  '5500-0000-0000-0004',
  "'; DROP TABLE payment; --",
  '=HYPERLINK("http://x")',
  '<script>',
  '"*" OR ^',
  'NaN',
  '12,50',
  '1e3',
  'USD',
  null,
  undefined,
  true,
  {},
  [],
  [[]],
  { __proto__: null },
  new Date(0),
  new Map(),
  10n,
  Symbol.iterator.toString(),
];

/** Inputs as the schema wants them. */
export function soundInputOf(operation: Operation): fc.Arbitrary<unknown> {
  return fieldOf('', schemaOf(operation), 0);
}

function schemaOf(operation: Operation): JsonSchema {
  return z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
}

/** Inputs that are sometimes right and mostly wrong: each field as the schema wants it, or hostile, or missing. */
export function inputOf(operation: Operation): fc.Arbitrary<unknown> {
  const schema = schemaOf(operation);
  return fc.oneof(
    { weight: 12, arbitrary: fieldOf('', schema, 0.08) },
    { weight: 4, arbitrary: fieldOf('', schema, 0) },
    { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
    { weight: 1, arbitrary: fc.object({ maxDepth: 3 }) },
  );
}

function fieldOf(name: string, schema: JsonSchema, hostility: number): fc.Arbitrary<unknown> {
  const sound = soundValue(name, schema, hostility);
  if (hostility === 0) return sound;
  return fc.oneof(
    { weight: Math.round((1 - hostility) * 100), arbitrary: sound },
    { weight: Math.round(hostility * 100), arbitrary: fc.constantFrom(...HOSTILE) },
  );
}

function soundValue(name: string, schema: JsonSchema, hostility: number): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const union = schema.anyOf ?? schema.oneOf;
  if (union) return fc.oneof(...union.map((each) => fieldOf(name, each, hostility)));
  if (schema.type === 'array')
    return fc.array(fieldOf(name, schema.items ?? {}, hostility), { maxLength: 3 });
  if (schema.properties) return recordOf(schema, hostility);
  if (schema.type === 'object')
    return fc.dictionary(fc.constantFrom('2000', '500', '25', 'roll-200', 'x'), fc.nat(40), { maxKeys: 3 });
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'integer' || schema.type === 'number') return numberOf(name);
  return textOf(name, schema);
}

function recordOf(schema: JsonSchema, hostility: number): fc.Arbitrary<unknown> {
  const required = new Set(schema.required);
  const entries = Object.entries(schema.properties ?? {}).map(([field, inner]) => {
    const value = fieldOf(field, inner, hostility);
    return [field, required.has(field) ? value : fc.option(value, { nil: undefined, freq: 2 })] as const;
  });
  const record = fc.record(Object.fromEntries(entries));
  if (hostility === 0) return record;
  const strange = fc.constantFrom('extra', '__proto__', 'constructor', 'clientid');
  return fc.oneof(
    { weight: 15, arbitrary: record },
    { weight: 1, arbitrary: fc.tuple(record, strange).map(([value, field]) => ({ ...value, [field]: 1 })) },
  );
}

function numberOf(name: string): fc.Arbitrary<number> {
  if (name.endsWith('Id') || name.endsWith('Ids')) return fc.integer({ min: 1, max: 8 });
  if (name.endsWith('Minor'))
    return fc.oneof(
      fc.integer({ min: 1, max: 6_000 }),
      fc.constantFrom(5, 500, 2_300, 2_500, 100_000_000_000),
    );
  if (name.endsWith('BasisPoints')) return fc.integer({ min: 1, max: 10_000 });
  return fc.integer({ min: -2, max: 40 });
}

const WORDS = [
  'Desrosiers',
  'Ng',
  'Hélène',
  'Caisse 3',
  'T1',
  'BONNET',
  '4300',
  'retour',
  '450 555-0100',
  'a@exemple.ca',
  '21012000',
];

function textOf(name: string, schema: JsonSchema): fc.Arbitrary<string> {
  if (name === 'currency') return fc.constant('CAD');
  if (name === 'pin') return fc.constantFrom('284915', '111111', '123456', '908172');
  if (name === 'csv')
    return fc.constantFrom('nom,téléphone\nRoy,450 555-0101\n', 'code;type\nX;?', '"', 'a,b\n1');
  if (schema.format === 'date') return fc.constantFrom('2026-03-02', '2026-02-29', '1999-12-31');
  if (schema.format === 'date-time') return fc.constantFrom('2026-03-02T14:00:00.000Z', 'hier');
  if (name === 'last4') return fc.constantFrom('4417', '0000', '44');
  if (name === 'resetCode') return fc.constantFrom('00000000', '12345678');
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  );
}
