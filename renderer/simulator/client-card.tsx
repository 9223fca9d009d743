import {
  TERMINAL_SCRIPTS,
  type TerminalScript,
  VIRTUAL_CARDS,
} from '../../shared/contract/virtual-terminal.ts';
import { brandName } from '../../shared/domain/card-brand.ts';
import type { PartProps } from './device.tsx';

/** The card in the client's hand, and what can go wrong around it. */
export function ClientCard({ view, words, act }: PartProps) {
  const { kind } = view.screen;
  const isAsked = kind === 'asks-card' || kind === 'asks-card-to-read';
  const present = () => act({ do: 'present' });
  return (
    <section className="client" aria-label={words.card}>
      <h2>{words.card}</h2>
      <div className="cards" role="radiogroup" aria-label={words.card}>
        {VIRTUAL_CARDS.map(({ brand, last4 }) => (
          <label key={last4} className="card" data-brand={brand}>
            <input
              type="radio"
              name="card"
              checked={view.last4 === last4}
              onChange={() => act({ do: 'choose-card', last4 })}
            />
            <span className="chip" aria-hidden="true" />
            <span className="brand">{brandName(brand)}</span>
            <span className="number">•••• {last4}</span>
          </label>
        ))}
      </div>
      <div className="pair">
        <button type="button" className="main" disabled={!isAsked} onClick={present}>
          {words.insert}
        </button>
        <button type="button" className="main" disabled={!isAsked} onClick={present}>
          {words.tap}
        </button>
      </div>
      <button
        type="button"
        className="cable"
        aria-pressed={view.isCableOut}
        onClick={() => act({ do: view.isCableOut ? 'plug-cable' : 'pull-cable' })}
      >
        {view.isCableOut ? words.plug : words.pull}
      </button>
      <p className="hint">{words.pullHint}</p>
      <div className="pair">
        <button type="button" onClick={() => act({ do: 'reboot', forgets: false })}>
          {words.reboot}
        </button>
        <button type="button" onClick={() => act({ do: 'reboot', forgets: true })}>
          {words.rebootForgets}
        </button>
      </div>
      <label className="script">
        <span>{words.next}</span>
        <select
          value={view.script}
          onChange={(event) => act({ do: 'choose-script', script: event.target.value as TerminalScript })}
        >
          {TERMINAL_SCRIPTS.map((script) => (
            <option key={script} value={script}>
              {words.scripts[script]}
            </option>
          ))}
        </select>
      </label>
      <p className="hint">{words.nextHint}</p>
    </section>
  );
}
