import type { KeyboardEvent } from 'react';
import { useWords } from '../../shell/language.ts';
import classes from './counter.module.css';
import type { Product } from './counter-state.ts';

export type TypeTab = 'all' | Product['type'];

const TABS: readonly TypeTab[] = [
  'all',
  'activity',
  'membership',
  'pass',
  'merchandise',
  'rental',
  'donation',
  'fee',
];

/** One type at a time; arrows move between them, as in any tool bar. */
export function TypeTabs({ tab, onChange }: { tab: TypeTab; onChange: (tab: TypeTab) => void }) {
  const { t } = useWords();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const place = (TABS.indexOf(tab) + step + TABS.length) % TABS.length;
    onChange(TABS[place] ?? 'all');
    event.currentTarget.querySelectorAll('button')[place]?.focus();
  };
  return (
    <fieldset className={classes.tabs} onKeyDown={onKeyDown}>
      <legend className="seen-by-readers">{t('counter.types')}</legend>
      {TABS.map((each) => (
        <button
          key={each}
          type="button"
          className={classes.tab}
          aria-pressed={each === tab}
          tabIndex={each === tab ? 0 : -1}
          onClick={() => onChange(each)}
        >
          {t(`counter.type.${each}`)}
        </button>
      ))}
    </fieldset>
  );
}
