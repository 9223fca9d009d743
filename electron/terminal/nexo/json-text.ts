/** A number as it was written: amounts must never pass through a float (terminal.md §3.2). */
export class JsonNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Json = null | boolean | string | JsonNumber | Json[] | JsonObject;
/** Without a prototype: a key named `__proto__` or `constructor` is a key like any other. */
export interface JsonObject {
  [key: string]: Json | undefined;
}

const DEPTH_MAX = 32;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/sy;
const SPACE = /[ \t\r\n]*/y;
const LITERALS = [
  ['null', null],
  ['true', true],
  ['false', false],
] as const;

/**
 * Reads JSON as RFC 8259 says, and nothing else: numbers stay text, and a key given twice, more than 32 levels or anything
 * after the value makes it unreadable, since two readers could then see two different answers. Undefined when unreadable.
 */
export function readJson(text: string): Json | undefined {
  const reader = new JsonReader(text);
  try {
    return reader.readDocument();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

class Unreadable extends Error {}

class JsonReader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  readDocument(): Json {
    const value = this.readValue(0);
    if (this.at !== this.text.length) throw new Unreadable();
    return value;
  }

  private readValue(depth: number): Json {
    if (depth > DEPTH_MAX) throw new Unreadable();
    this.take(SPACE);
    const value = this.readBare(depth);
    this.take(SPACE);
    return value;
  }

  private readBare(depth: number): Json {
    const first = this.text[this.at];
    if (first === '{') return this.readObject(depth);
    if (first === '[') return this.readArray(depth);
    if (first === '"') return this.readString();
    for (const [literal, value] of LITERALS) {
      if (!this.text.startsWith(literal, this.at)) continue;
      this.at += literal.length;
      return value;
    }
    return new JsonNumber(this.take(NUMBER));
  }

  private readObject(depth: number): JsonObject {
    const object: JsonObject = Object.create(null);
    this.at += 1;
    this.take(SPACE);
    if (this.skip('}')) return object;
    do {
      this.take(SPACE);
      const key = this.readString();
      if (key in object) throw new Unreadable();
      this.take(SPACE);
      if (!this.skip(':')) throw new Unreadable();
      object[key] = this.readValue(depth + 1);
    } while (this.skip(','));
    if (!this.skip('}')) throw new Unreadable();
    return object;
  }

  private readArray(depth: number): Json[] {
    const array: Json[] = [];
    this.at += 1;
    this.take(SPACE);
    if (this.skip(']')) return array;
    do array.push(this.readValue(depth + 1));
    while (this.skip(','));
    if (!this.skip(']')) throw new Unreadable();
    return array;
  }

  private readString(): string {
    const quoted = this.take(STRING);
    try {
      return JSON.parse(quoted) as string;
    } catch {
      // A control character or an escape that JSON does not have.
      throw new Unreadable();
    }
  }

  private skip(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const taken = pattern.exec(this.text)?.[0];
    if (taken === undefined) throw new Unreadable();
    this.at += taken.length;
    return taken;
  }
}

/** What a message to a terminal is made of: absent fields are left out. */
export type Writable =
  | null
  | boolean
  | string
  | JsonNumber
  | Writable[]
  | { [key: string]: Writable | undefined };

/** Writes JSON with each JsonNumber exactly as its text. */
export function writeJson(value: Writable): string {
  if (value instanceof JsonNumber) return value.text;
  if (Array.isArray(value)) return `[${value.map(writeJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields: string[] = [];
  for (const [key, field] of Object.entries(value)) {
    if (field !== undefined) fields.push(`${JSON.stringify(key)}:${writeJson(field)}`);
  }
  return `{${fields.join(',')}}`;
}

/** The object at a path, or undefined when anything on the way is not an object. */
export function objectAt(value: Json | undefined, ...path: string[]): JsonObject | undefined {
  let found = value;
  for (const key of path) found = asObject(found)?.[key];
  return asObject(found);
}

/** The text at a path, or undefined when it is not a text. */
export function textAt(value: Json | undefined, ...path: string[]): string | undefined {
  const key = path.pop();
  const found = key === undefined ? value : objectAt(value, ...path)?.[key];
  return typeof found === 'string' ? found : undefined;
}

function asObject(value: Json | undefined): JsonObject | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return Array.isArray(value) || value instanceof JsonNumber ? undefined : value;
}
