import type { Behaviour } from '../../../electron/terminal/simulator/nexo-server.ts';
import type { Run } from '../../support/nexo-answers.ts';

/** One way a terminal can answer, or fail to, and the only outcome that may come of it (terminal.md §3.5). */
export interface Fault {
  name: string;
  /** The outcome's kind, with its reason after a space when it has one. */
  expect: string;
  /** `status` asks what became of the attempt instead of starting it; `late` sends an abort meanwhile. */
  call?: 'status' | 'late';
  /** Which listener it meets, when the fault is in reaching the terminal at all. */
  peer?:
    | 'refuses'
    | 'silent'
    | 'resets'
    | 'not-tls'
    | 'stranger'
    | 'other-name'
    | 'other-world'
    | 'expired'
    | 'legacy';
  /** Short for faults that end by the client's own timer. */
  waitMs?: number;
  /** The caller stops waiting: before the request, or once the terminal has read it. */
  stop?: 'before' | 'after';
  /** What an approval authorised, when it is not what was asked. */
  authorized?: (run: Run) => number;
  /** Messages the terminal may see at most of each kind; one payment by default, and none repeated. */
  behave?: (run: Run) => Behaviour;
}
