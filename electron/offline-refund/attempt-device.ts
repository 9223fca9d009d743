import type { AttemptState } from '../../shared/domain/attempt.ts';
import type { GatewayOutcome } from '../gateway/gateway.ts';
import type { AbortReason, TerminalOutcome } from '../terminal/terminal-device.ts';

/** What a terminal or a gateway proves about an attempt. */
export type MachineOutcome = TerminalOutcome | GatewayOutcome;

/**
 * What carries out one attempt that the program itself commands, be it a terminal or a gateway: each call is about that
 * one attempt. The machine around it knows no difference (terminal.md §3.4).
 */
export interface AttemptDevice {
  /** Once, after SENT is committed. */
  perform(signal: AbortSignal): Promise<MachineOutcome>;
  /** At will: it changes nothing that was not asked for already. */
  askStatus(signal: AbortSignal): Promise<MachineOutcome>;
  /** Proves nothing. */
  abort(reason: AbortReason): Promise<unknown>;
  /** How long to wait before the next question, in milliseconds. */
  waitMs(round: number, state: AttemptState): number;
}
