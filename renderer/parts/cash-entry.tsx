import { roundToFiveCents } from '../../shared/domain/cash-rounding.ts';
import { formatMoney } from '../../shared/i18n/format.ts';
import { useWords } from '../shell/language.ts';
import { Amount } from './amount.tsx';
import { MoneyField } from './money-field.tsx';
import type { DraftPlan } from './tender-draft.ts';
import classes from './tender-panel.module.css';

const STEPS_MINOR = [500, 1_000, 2_000, 5_000, 10_000] as const;
const SHOWN = 4;

/** The exact amount in coins, then what clients usually hold out for it. */
export function quickAmounts(remainingMinor: number): number[] {
  const exactMinor = roundToFiveCents(remainingMinor);
  const above = STEPS_MINOR.map((stepMinor) => Math.ceil(exactMinor / stepMinor) * stepMinor);
  return [...new Set([exactMinor, ...above])].filter((minor) => minor > 0).slice(0, SHOWN);
}

interface CashEntryProps {
  readonly amountMinor: number | null;
  readonly onAmount: (minor: number | null) => void;
  readonly remainingMinor: number;
  readonly plan: DraftPlan;
}

/** Cash: what the client gives, the change due as one types, and the rounding in words. */
export function CashEntry({ amountMinor, onAmount, remainingMinor, plan: { plan } }: CashEntryProps) {
  const { t, language } = useWords();
  const rounding = plan?.roundingMinor ?? 0;
  const roundWords =
    rounding === 0
      ? null
      : t(rounding > 0 ? 'tender.roundedUp' : 'tender.roundedDown', { amount: Math.abs(rounding) });
  return (
    <>
      <MoneyField label={t('tender.tendered')} value={amountMinor} onChange={onAmount} autoFocus />
      <fieldset className={classes.quick}>
        <legend className="seen-by-readers">{t('tender.quick')}</legend>
        {quickAmounts(remainingMinor).map((minor, index) => (
          <button
            key={minor}
            type="button"
            className={classes.quickKey}
            aria-pressed={minor === amountMinor}
            onClick={() => onAmount(minor)}
          >
            {formatMoney(minor, language)}
            {index === 0 && <small>{t('tender.exact')}</small>}
          </button>
        ))}
      </fieldset>
      {remainingMinor > 0 && (
        <div className={classes.change} role="status">
          <span>
            {t('tender.change')}
            {roundWords && <small>{roundWords}</small>}
          </span>
          <Amount minor={amountMinor === null ? 0 : (plan?.changeMinor ?? 0)} size="big" />
        </div>
      )}
    </>
  );
}
