import { isDeepStrictEqual } from 'node:util';

const text = (value: unknown) =>
  JSON.stringify(value, (_key, each) => (typeof each === 'bigint' ? String(each) : each));

/** Throws, in words with both values, when what the program says is not what was counted. */
export function same(actual: unknown, counted: unknown, what: string): void {
  if (!isDeepStrictEqual(actual, counted))
    throw new Error(`${what}: ${text(actual)}, counted ${text(counted)}`);
}

/** As `same`, for the fields that are counted. */
export function has(actual: object, counted: object, what: string): void {
  for (const [field, value] of Object.entries(counted))
    same((actual as Record<string, unknown>)[field], value, `${what}, ${field}`);
}

export function atMost(actual: number, most: number, what: string): void {
  if (actual > most) throw new Error(`${what}: ${actual}, at most ${most}`);
}
