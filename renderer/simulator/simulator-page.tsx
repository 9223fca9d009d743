import { useEffect, useState } from 'react';
import { virtualTerminalWords } from '../../shared/i18n/virtual-terminal.ts';
import { BatchSlip } from './batch-slip.tsx';
import { ClientCard } from './client-card.tsx';
import { Device } from './device.tsx';
import { Pairing } from './pairing.tsx';
import { useTerminal } from './use-terminal.ts';

export type SimulatorLanguage = 'fr' | 'en';
const STORED = 'guichet.language';

/** A card terminal to play with: what it shows, the client's card, what goes wrong, and the slip it would print. */
export function SimulatorPage() {
  const [language, setLanguage] = useState<SimulatorLanguage>(() =>
    window.localStorage.getItem(STORED) === 'en' ? 'en' : 'fr',
  );
  const { view, isGone, act } = useTerminal();
  const words = virtualTerminalWords[language];
  useEffect(() => {
    window.localStorage.setItem(STORED, language);
    document.documentElement.lang = language;
    document.title = words.title;
  }, [language, words.title]);
  const change = () => setLanguage(language === 'fr' ? 'en' : 'fr');
  return (
    <>
      <header>
        <div>
          <h1>{words.title}</h1>
          <p>{words.lead}</p>
        </div>
        <button type="button" className="quiet" lang={language === 'fr' ? 'en' : 'fr'} onClick={change}>
          {words.otherLanguage}
        </button>
      </header>
      <p className="gone" role="alert">
        {isGone ? words.gone : ''}
      </p>
      {view ? (
        <main>
          <Device view={view} words={words} language={language} act={act} />
          <ClientCard view={view} words={words} act={act} />
          <div className="side">
            <BatchSlip view={view} words={words} language={language} act={act} />
            <Pairing view={view} words={words} />
          </div>
        </main>
      ) : null}
    </>
  );
}
