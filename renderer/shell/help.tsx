import { Drawer } from '@mantine/core';
import { useEffect } from 'react';
import { create } from 'zustand';
import { KeyHint } from '../parts/key-hint.tsx';
import classes from './help.module.css';
import { useWords } from './language.ts';
import { useRoute } from './router.ts';

export interface ScreenHelp {
  readonly paragraphs: readonly string[];
  /** [key, what it does]. */
  readonly keys: readonly (readonly [string, string])[];
}

const NOTHING: ScreenHelp = { paragraphs: [], keys: [] };

const useHelpState = create<{ isOpen: boolean; help: ScreenHelp }>(() => ({ isOpen: false, help: NOTHING }));

export function toggleHelp(): void {
  useHelpState.setState((state) => ({ isOpen: !state.isOpen }));
}

/** What the help panel tells while this screen is shown. */
export function useHelp(help: ScreenHelp): void {
  const text = JSON.stringify(help);
  useEffect(() => {
    useHelpState.setState({ help: JSON.parse(text) as ScreenHelp });
    return () => useHelpState.setState({ help: NOTHING });
  }, [text]);
}

export function HelpPanel() {
  const { t } = useWords();
  const { isOpen, help } = useHelpState();
  const screen = useRoute((route) => route.screen);
  const keys = [
    ...help.keys,
    ['Ctrl K', t('shell.key.search')] as const,
    ['?', t('shell.key.help')] as const,
  ];
  return (
    <Drawer
      opened={isOpen}
      onClose={() => useHelpState.setState({ isOpen: false })}
      position="right"
      title={t('shell.help.title', { screen: t(`shell.rail.${screen}`) })}
      closeButtonProps={{ 'aria-label': t('shell.close'), size: 44 }}
    >
      {help.paragraphs.map((paragraph) => (
        <p key={paragraph} className={classes.paragraph}>
          {paragraph}
        </p>
      ))}
      <h3 className={classes.heading}>{t('shell.help.keys')}</h3>
      <dl className={classes.keys}>
        {keys.map(([key, what]) => (
          <div key={key} className={classes.row}>
            <dt>
              <KeyHint keys={key} />
              <span className="seen-by-readers">{key}</span>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Drawer>
  );
}
