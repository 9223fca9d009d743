import type { CommandName, InputOf, OperationName, OutputOf, QueryName, SessionName } from './contract.ts';
import type { PushedEvent } from './pushed-event.ts';

/** The answer of one call: expected refusals are values; a lost answer is a rejection of the promise. */
export type CallOutcome<N extends OperationName> =
  | { ok: true; value: OutputOf<N> }
  | { ok: false; failure: { code: string; detail: object } };

/** Carries calls to the service and its pushed events back: Electron's bridge, or the loopback host. */
export interface Transport {
  send(call: { operation: string; input: unknown; key?: string; session?: string }): Promise<unknown>;
  /** Tells of pushed events, and when the service is lost or found again; returns how to stop. */
  listen(onPushed: (event: PushedEvent) => void, onReachable?: (isReachable: boolean) => void): () => void;
}

export interface GuichetClient {
  /** Rejects when no answer came: the command may or may not have happened, its key tells. */
  call<N extends QueryName | SessionName>(name: N, input: InputOf<N>): Promise<CallOutcome<N>>;
  call<N extends CommandName>(
    name: N,
    input: InputOf<N>,
    options: { readonly key: string },
  ): Promise<CallOutcome<N>>;
  listen: Transport['listen'];
}

/** The typed client over any transport. The sign-in reference is read at each call, since it comes and goes. */
export function createGuichetClient(
  transport: Transport,
  readSession: () => string | undefined,
): GuichetClient {
  const call = async (name: OperationName, input: unknown, options?: { readonly key: string }) => {
    const session = readSession();
    return (await transport.send({
      operation: name,
      input,
      ...(options ? { key: options.key } : {}),
      ...(session ? { session } : {}),
    })) as CallOutcome<never>;
  };
  return {
    call: call as GuichetClient['call'],
    listen: (onPushed, onReachable) => transport.listen(onPushed, onReachable),
  };
}
