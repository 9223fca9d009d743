import type { TerminalGesture, VirtualTerminalView } from '../../shared/contract/virtual-terminal.ts';
import { formatMoney } from '../../shared/i18n/format.ts';
import type { virtualTerminalWords } from '../../shared/i18n/virtual-terminal.ts';
import type { SimulatorLanguage } from './simulator-page.tsx';

export interface PartProps {
  readonly view: VirtualTerminalView;
  readonly words: (typeof virtualTerminalWords)['fr'];
  readonly act: (gesture: TerminalGesture) => void;
}

/** The terminal itself: its screen, and the two keys that end a dialogue. */
export function Device(props: PartProps & { readonly language: SimulatorLanguage }) {
  const { view, words, act } = props;
  const { kind } = view.screen;
  const isAsking = kind === 'asks-card' || kind === 'asks-card-to-read';
  return (
    <section className="device" aria-label={words.device}>
      <div className="maker">
        <span>{view.poiId}</span>
        <span className="light" data-on={!view.isCableOut} />
      </div>
      <div className="screen" data-kind={kind === 'ended' ? view.screen.outcome : kind} aria-live="polite">
        <ScreenWords {...props} />
        {view.isCableOut ? <p className="network">⚠ {words.screen.cableOut}</p> : null}
      </div>
      <div className="slot" data-on={isAsking} aria-hidden="true" />
      <div className="keys">
        <button type="button" className="red" disabled={!isAsking} onClick={() => act({ do: 'cancel' })}>
          ✕ {words.cancel}
        </button>
        <button
          type="button"
          className="yellow"
          disabled={kind !== 'asks-card'}
          onClick={() => act({ do: 'decline' })}
        >
          {words.decline}
        </button>
      </div>
    </section>
  );
}

function ScreenWords({ view, words, language }: PartProps & { readonly language: SimulatorLanguage }) {
  const { screen } = view;
  switch (screen.kind) {
    case 'idle':
      return (
        <>
          <p className="large">{words.screen.idle}</p>
          <p>{words.screen.idleHint}</p>
        </>
      );
    case 'asks-card':
      return (
        <>
          <p className="what">{words.screen[screen.direction]}</p>
          <p className="amount">{formatMoney(screen.amountMinor, language)}</p>
          <p>{words.screen.present}</p>
        </>
      );
    case 'asks-card-to-read':
      return <p className="large">{words.screen.read}</p>;
    case 'holds-card':
      return (
        <>
          <p className="large">{words.screen.held.replace('{{last4}}', screen.last4)}</p>
          <p>{words.screen.remove}</p>
        </>
      );
    case 'ended':
      return (
        <>
          <p className="what">{words.screen[screen.direction]}</p>
          <p className="amount">{formatMoney(screen.amountMinor, language)}</p>
          <p className="outcome">
            {screen.outcome === 'approved' ? '✓' : '✕'} {words.screen[screen.outcome]}
          </p>
          <p>{words.screen.thanks}</p>
        </>
      );
  }
}
