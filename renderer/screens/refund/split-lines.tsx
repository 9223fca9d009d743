import { Amount } from '../../parts/amount.tsx';
import { useWords } from '../../shell/language.ts';
import { cashRefundWords } from './cash-words.ts';
import { partName } from './part-name.ts';
import { PlannedLines } from './planned-lines.tsx';
import classes from './refund.module.css';
import type { RefundChoiceState } from './use-refund-choice.ts';

/** Each part with what leaves for it, and the money it is made of. */
export function SplitLines({ state }: { state: RefundChoiceState }) {
  const { t } = useWords();
  const { split, parts, whole } = state;
  if (!split || !whole) return null;
  return split.map(({ lines, amountMinor, drawerMinor }, index) => {
    const part = parts[index];
    return (
      <section key={part ? partName(t, part, state) : amountMinor}>
        <div className={classes.pair}>
          <strong>{part ? partName(t, part, state) : ''}</strong>
          <Amount minor={drawerMinor ?? amountMinor} />
        </div>
        {drawerMinor === null ? null : (
          <div className={classes.soft}>{cashRefundWords(t, { amountMinor, drawerMinor })[1]}</div>
        )}
        <PlannedLines lines={lines} sources={whole.sources} />
      </section>
    );
  });
}
