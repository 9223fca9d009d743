import type { Call } from './call.ts';

const FIELDS: ReadonlySet<string> = new Set(['operation', 'input', 'key', 'session']);
const OPERATION = /^[a-z][A-Za-z]{0,39}\.[a-z][A-Za-z]{0,39}$/;
const REFERENCE = /^[\x21-\x7e]{1,200}$/;

/**
 * The envelope of a call, from whatever arrived: a plain object with only the known fields, of the right types.
 * Undefined when it is anything else; what the operation itself accepts is judged in dispatch.
 */
export function readCall(message: unknown): Call | undefined {
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return undefined;
  if (!Object.keys(message).every((field) => FIELDS.has(field))) return undefined;
  const { operation, input, key, session } = message as Record<string, unknown>;
  if (typeof operation !== 'string' || !OPERATION.test(operation)) return undefined;
  if (!isReference(key) || !isReference(session)) return undefined;
  return {
    operation,
    input: input ?? {},
    ...(key === undefined ? {} : { key }),
    ...(session === undefined ? {} : { session }),
  };
}

function isReference(value: unknown): value is string | undefined {
  return value === undefined || (typeof value === 'string' && REFERENCE.test(value));
}
