import { useEffect, useRef } from 'react';
import { useKeys } from '../parts/use-keys.ts';
import { Banners } from './banners.tsx';
import { HelpPanel, toggleHelp } from './help.tsx';
import { useIdleLock } from './idle-lock.ts';
import { useWords } from './language.ts';
import { Rail } from './rail.tsx';
import { useRoute } from './router.ts';
import { useScanner } from './scanner.ts';
import { screenOf } from './screens.tsx';
import { openSearch, SearchPanel } from './search-panel.tsx';
import classes from './shell.module.css';
import { TopBar } from './top-bar.tsx';

/** Rail, top bar and the screen of the address. */
export function Shell() {
  const { t } = useWords();
  const screen = useRoute((route) => route.screen);
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  useIdleLock();
  useScanner();
  useKeys({ 'Control+k': openSearch, '?': toggleHelp });

  // Another screen starts at its top, for the eye and for a screen reader
  // biome-ignore lint/correctness/useExhaustiveDependencies: the screen's name is what triggers it
  useEffect(() => {
    if (!isFirst.current && !main.current?.contains(document.activeElement)) main.current?.focus();
    isFirst.current = false;
    main.current?.scrollTo(0, 0);
  }, [screen]);

  const Screen = screenOf(screen);
  return (
    <div className={classes.shell}>
      <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
        {t('shell.skip')}
      </button>
      <Rail />
      <div className={classes.column}>
        <TopBar />
        <Banners />
        <main id="main" ref={main} tabIndex={-1} className={classes.main}>
          <Screen key={screen} />
        </main>
      </div>
      <SearchPanel />
      <HelpPanel />
    </div>
  );
}
