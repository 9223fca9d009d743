import { useEffect } from 'react';
import type { InputOf, OutputOf } from '../../shared/contract/contract.ts';
import { guichet } from './guichet.ts';

export type DisplayView = InputOf<'display.show'>;

type Attempt = OutputOf<'refund.read'>['attempts'][number];

/** A card at the terminal as its customer sees it: what to do there, or that the answer is being looked for. */
export function displayOfAttempt(attempt: Attempt, language: 'fr' | 'en'): DisplayView {
  const { state, direction, amountMinor } = attempt;
  const isWorking = state === 'prepared' || state === 'sent' || state === 'resolving';
  return isWorking
    ? { state: 'terminal', language, direction, amountMinor }
    : { state: 'checking', language, amountMinor };
}

const IDLE: DisplayView = { state: 'idle' };
/** Long enough for the next screen of the same sale to take over without a greeting in between. */
const HANDOVER_MS = 60;

let wanted: DisplayView | null = null;
let isSending = false;
let idleTimer: number | undefined;

/** One at a time and only the newest: what the customer sees never goes back. */
async function send(view: DisplayView): Promise<void> {
  wanted = view;
  if (isSending) return;
  isSending = true;
  while (wanted !== null) {
    const next: DisplayView = wanted;
    wanted = null;
    // Nobody at the counter waits for the display; a lost host is told by the shell
    await guichet.call('display.show', next).catch(() => undefined);
  }
  isSending = false;
}

/** Shows the customer what this screen is doing, for as long as the screen is there; null leaves it as it is. */
export function useCustomerDisplay(view: DisplayView | null): void {
  const text = view === null ? null : JSON.stringify(view);
  useEffect(() => {
    if (text === null) return;
    window.clearTimeout(idleTimer);
    void send(JSON.parse(text) as DisplayView);
    return () => {
      window.clearTimeout(idleTimer);
      idleTimer = window.setTimeout(() => void send(IDLE), HANDOVER_MS);
    };
  }, [text]);
}
