import { refuse } from './refusal.ts';

/**
 * One try at moving money where we are not the witness: a terminal, a drawer, a cheque (terminal.md §3.4).
 * Drivers with a human in the loop (stand-alone terminal, cash, cheque) have nothing to poll: their "I don't
 * know" and a crash after SENT go straight to `needs-operator`; `unknown` and `resolving` belong to
 * integrated terminals.
 */
export type AttemptState =
  | 'prepared'
  | 'sent'
  | 'approved'
  | 'declined'
  | 'cancelled'
  | 'not-sent'
  | 'unknown'
  | 'resolving'
  | 'needs-operator'
  | 'confirmed-by-operator'
  | 'not-done-by-operator'
  | 'conflict';

/** The only legal moves. Out of a final state there is one: evidence that contradicts it (settled.md 8). */
export const ATTEMPT_EDGES: Readonly<Record<AttemptState, readonly AttemptState[]>> = {
  prepared: ['sent', 'not-sent'],
  sent: [
    'approved',
    'declined',
    'cancelled',
    'not-sent',
    'unknown',
    'needs-operator',
    'not-done-by-operator',
    'conflict',
  ],
  unknown: ['resolving', 'needs-operator', 'confirmed-by-operator', 'not-done-by-operator', 'conflict'],
  resolving: [
    'approved',
    'declined',
    'cancelled',
    'not-sent',
    'unknown',
    'needs-operator',
    'confirmed-by-operator',
    'not-done-by-operator',
    'conflict',
  ],
  'needs-operator': ['confirmed-by-operator', 'not-done-by-operator', 'conflict'],
  approved: ['conflict'],
  declined: ['conflict'],
  cancelled: ['conflict'],
  'not-sent': ['conflict'],
  'confirmed-by-operator': ['conflict'],
  'not-done-by-operator': ['conflict'],
  conflict: ['confirmed-by-operator', 'not-done-by-operator'],
};

/**
 * States whose outcome is not settled: they keep their hold. `conflict` waits for a supervisor (settled.md
 * 8).
 */
export const OPEN_ATTEMPT_STATES = [
  'prepared',
  'sent',
  'unknown',
  'resolving',
  'needs-operator',
  'conflict',
] as const satisfies readonly AttemptState[];

const OPEN: ReadonlySet<AttemptState> = new Set(OPEN_ATTEMPT_STATES);
const IN_DOUBT: ReadonlySet<AttemptState> = new Set(['unknown', 'needs-operator', 'conflict']);
const MONEY_MOVED: ReadonlySet<AttemptState> = new Set(['approved', 'confirmed-by-operator']);

/** Whether the attempt still waits for its outcome: its money is held, neither available nor gone. */
export function isOpen(state: AttemptState): boolean {
  return OPEN.has(state);
}

/** Whether the outcome is known: the opposite of `isOpen`. */
export function isFinal(state: AttemptState): boolean {
  return !OPEN.has(state);
}

/** Whether the outcome says that the money moved. */
export function moneyMoved(state: AttemptState): boolean {
  return MONEY_MOVED.has(state);
}

export type RefundState =
  | 'waiting'
  | 'to-issue'
  | 'to-begin'
  | 'in-progress'
  | 'in-doubt'
  | 'done'
  | 'failed';

/**
 * The refund's state as people see it (settled.md 6), from all its attempts in any order. With no attempt yet
 * it is the caller's `beforeFirstAttempt`: waiting for an approval, a cheque to issue, or a part that nobody has begun. Doubt outranks
 * everything.
 */
export function refundStateOf(
  attemptStates: readonly AttemptState[],
  beforeFirstAttempt: 'waiting' | 'to-issue' | 'to-begin' = 'waiting',
): RefundState {
  if (attemptStates.length === 0) return beforeFirstAttempt;
  if (attemptStates.some((state) => IN_DOUBT.has(state))) return 'in-doubt';
  if (attemptStates.some((state) => OPEN.has(state))) return 'in-progress';
  if (attemptStates.some((state) => MONEY_MOVED.has(state))) return 'done';
  return 'failed';
}

export type OperatorAnswer = 'approved' | 'declined' | 'not-done' | 'unknown';

/**
 * Where a person's answer takes the attempt (settled.md 14). In the live dialogue (`sent`) any clerk may give
 * any answer; once in doubt, only a supervisor may say that nothing moved, since that frees the hold. "I
 * don't know" about an attempt already in doubt leaves it where it is.
 * Refuses `attempt-not-sent`, `attempt-settled`, `supervisor-needed`.
 */
export function stateAfterAnswer(given: {
  state: AttemptState;
  answer: OperatorAnswer;
  isSupervisor: boolean;
}): AttemptState {
  const { state, answer, isSupervisor } = given;
  if (state === 'prepared') refuse('attempt-not-sent', { state });
  if (isFinal(state)) refuse('attempt-settled', { state });
  if (state === 'sent') {
    if (answer === 'approved') return 'approved';
    if (answer === 'declined') return 'declined';
    return answer === 'not-done' ? 'not-done-by-operator' : 'needs-operator';
  }
  if (answer === 'unknown') return state;
  const frees = answer !== 'approved';
  if ((frees || state === 'conflict') && !isSupervisor) refuse('supervisor-needed', { answer });
  return frees ? 'not-done-by-operator' : 'confirmed-by-operator';
}

/**
 * What an attempt found at start becomes (settled.md 1, terminal.md §3.6). PREPARED proves that nothing was
 * sent or shown; SENT proves nothing, so a person is asked, or the terminal is.
 */
export function startUpState(state: AttemptState, humanInTheLoop: boolean): AttemptState {
  if (state === 'prepared') return 'not-sent';
  if (state === 'sent' || state === 'unknown' || state === 'resolving') {
    return humanInTheLoop ? 'needs-operator' : 'unknown';
  }
  return state;
}

/** What an integrated terminal's answer says about an attempt (terminal.md §3.5). */
export type TerminalWord =
  | 'approved'
  | 'declined'
  | 'cancelled'
  | 'not-sent'
  | 'in-progress'
  | 'not-found'
  | 'conflict'
  | 'unknown';

/**
 * The moves that a terminal's answer makes, in order; none when it changes nothing. An answer after a final state moves
 * the attempt only when it contradicts it (terminal.md §3.4). "Not found" is for a person: nothing is ever sent again.
 */
export function movesByTerminal(state: AttemptState, word: TerminalWord): readonly AttemptState[] {
  if (state === 'prepared') refuse('attempt-not-sent', { state });
  if (state === 'conflict') return [];
  if (state === 'needs-operator') return word === 'approved' || word === 'conflict' ? ['conflict'] : [];
  if (isFinal(state)) return contradicts(state, word) ? ['conflict'] : [];
  if (word === 'unknown') return state === 'sent' ? ['unknown'] : [];
  if (word === 'in-progress') {
    if (state === 'resolving') return [];
    return state === 'sent' ? ['unknown', 'resolving'] : ['resolving'];
  }
  const to = word === 'not-found' ? 'needs-operator' : word;
  const isDirect = state !== 'unknown' || to === 'needs-operator' || to === 'conflict';
  return isDirect ? [to] : ['resolving', to];
}

function contradicts(state: AttemptState, word: TerminalWord): boolean {
  if (word === 'conflict') return true;
  if (moneyMoved(state)) return word === 'declined' || word === 'cancelled' || word === 'not-sent';
  return word === 'approved';
}
