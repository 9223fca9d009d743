import type { z } from 'zod';
import type { RefusalCode } from '../domain/refusal.ts';

/**
 * Who may call: `anyone` before sign-in, `clerk` any signed-in staff member, otherwise that role itself.
 * An administrator has the clerk's money rights only, unless also supervisor (settled.md 49).
 */
export type Access = 'anyone' | 'clerk' | 'supervisor' | 'administrator';

/**
 * A query reads one snapshot; a command writes in one transaction under an idempotency key; a session call touches
 * the running service itself (sign-in, ledger files, checks), outside any transaction, and needs no key. A report is a
 * query that takes long: it reads its snapshot apart from the counter, tells how far it is, and can be stopped.
 */
export type OperationKind = 'query' | 'command' | 'session' | 'report';

export interface Operation<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  K extends OperationKind = OperationKind,
> {
  readonly kind: K;
  readonly access: Access;
  readonly input: I;
  readonly output: O;
  /** Refusals of the operation's own, besides those every call may meet (`COMMON_REFUSALS`). */
  readonly refusals: readonly RefusalCode[];
  /** True when the input may be a file: the loopback host then takes up to 16 MiB (settled.md 51). */
  readonly upload?: boolean;
}

const define =
  <K extends OperationKind>(kind: K) =>
  <I extends z.ZodType, O extends z.ZodType>(
    definition: Omit<Operation<I, O>, 'kind' | 'refusals'> & { refusals?: readonly RefusalCode[] },
  ): Operation<I, O, K> => ({ refusals: [], ...definition, kind });

export const query = define('query');
export const command = define('command');
export const session = define('session');
export const report = define('report');

/** Refusals any operation may meet in dispatch, before its handler decides. */
export const COMMON_REFUSALS: readonly RefusalCode[] = [
  'invalid-input',
  'unknown-operation',
  'not-signed-in',
  'not-allowed',
  'key-missing',
  'key-reused',
  'card-number',
  'wrong-currency',
  'not-set-up',
  'ledger-read-only',
];
