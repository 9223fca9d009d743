import type { TERMINAL_LINKS } from '../../shared/contract/terminal.ts';
import type { Diagnosis } from './terminal-device.ts';

export type TerminalLink = (typeof TERMINAL_LINKS)[number];

/** What a diagnosis means to the person who sets a terminal up; null is a desk without its key. */
export function linkOf(diagnosis: Diagnosis | null): TerminalLink {
  if (!diagnosis) return 'no-key';
  if (diagnosis.kind === 'no-answer') return SILENCES[diagnosis.reason] ?? 'unclear';
  if (diagnosis.status === 'busy' || diagnosis.status === 'maintenance') return diagnosis.status;
  if (diagnosis.isHostReachable === false || diagnosis.status === 'unreachable') return 'host-unreachable';
  return diagnosis.isReady ? 'ready' : 'unclear';
}

const SILENCES: Partial<Record<Extract<Diagnosis, { kind: 'no-answer' }>['reason'], TerminalLink>> = {
  unreachable: 'unreachable',
  'no-connection': 'unreachable',
  'wrong-certificate': 'wrong-certificate',
  'no-answer': 'no-answer',
  stopped: 'no-answer',
  // what does not open with our key, and a message that it could not open, are the same fault seen from both ends
  'not-proven': 'wrong-key',
  rejected: 'wrong-key',
};
