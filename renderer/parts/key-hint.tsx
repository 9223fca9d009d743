import classes from './key-hint.module.css';

/** The key that does this, drawn beside its button; readers hear it through `aria-keyshortcuts` of the button. */
export function KeyHint({ keys, on = 'light' }: { keys: string; on?: 'light' | 'dark' }) {
  return (
    <span className={classes.key} data-on={on} aria-hidden="true">
      {keys}
    </span>
  );
}
