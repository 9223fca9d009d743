import { openSimulator } from '../../electron/terminal/simulator/open-simulator.ts';
import type { TerminalScript } from '../../shared/contract/virtual-terminal.ts';

/** What the terminal does with the next card. */
export type Plan =
  /** Answers at once. */
  | 'approve'
  | 'decline'
  /** Waits for `present`, or for an abort. */
  | 'hold'
  /** Moves the money, then the connection breaks; the terminal is mute until `recover`. */
  | 'break-after'
  /** The connection breaks before anything moves, and the terminal has forgotten it. */
  | 'forget';

const SCRIPTS: Record<Plan, TerminalScript> = {
  approve: 'approve',
  decline: 'decline',
  hold: 'person',
  'break-after': 'reset-after-moving',
  forget: 'reboot-before-moving',
};

/** The virtual terminal that ships with the program, in the hands of a test. */
export async function openDeskTerminal() {
  let breaksAfter = false;
  const simulator = await openSimulator({
    onStep: (step) => {
      if (step === 'moved' && breaksAfter) simulator.gesture({ do: 'pull-cable' });
    },
  });
  const { terminal, integrated, secret, gesture } = simulator;
  gesture({ do: 'choose-script', script: 'approve' });
  return {
    integrated,
    secret,
    /** Everything that moved, in order. */
    get moved() {
      return terminal.moved.map(({ direction, amountMinor }) => ({ direction, amountMinor }));
    },
    plan: (next: Plan) => {
      breaksAfter = next === 'break-after';
      gesture({ do: 'choose-script', script: SCRIPTS[next] });
    },
    report: (global: string, host: boolean) => terminal.report(global, host),
    /** The client presents the card that a held payment waits for. */
    present: () => {
      if (!terminal.state().isWaiting) throw new Error('the terminal waits for no card');
      gesture({ do: 'present' });
    },
    /** The cable is back. */
    recover: () => gesture({ do: 'plug-cable' }),
    isHeld: () => terminal.state().isWaiting,
    /** Another card is in the client's hand. */
    takeCard: (last4: string) => gesture({ do: 'choose-card', last4 }),
    /** Whether it waits with a card that was read. */
    hasCard: () => terminal.state().hasCard,
    close: () => simulator.close(),
  };
}

export type DeskTerminal = Awaited<ReturnType<typeof openDeskTerminal>>;
