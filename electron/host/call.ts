import type { PushedEvent } from '../../shared/contract/pushed-event.ts';
import type { RefusalCode } from '../../shared/domain/refusal.ts';

/** One call of an operation, as any host receives it. */
export interface Call {
  operation: string;
  input: unknown;
  /** Idempotency key of a command, made by the screen when the confirm step opens. */
  key?: string;
  /** Sign-in reference issued by `staff.signIn`. */
  session?: string;
}

/** Business refusals and incidents come back as values; no stack, SQL or path crosses the wire. */
export type Outcome =
  | { ok: true; value: unknown }
  | { ok: false; failure: { code: RefusalCode | 'incident'; detail: unknown } };

export interface Service {
  call(call: Call): Promise<Outcome>;
  subscribe(listener: (event: PushedEvent) => void): () => void;
  close(): Promise<void>;
}
