import { Checkbox } from '@mantine/core';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { sumMinor } from '../../../shared/domain/money.ts';
import { formatMoney } from '../../../shared/i18n/format.ts';
import type { RefundWhyCode } from '../../../shared/i18n/refund-why.ts';
import { useWords } from '../../shell/language.ts';
import { OriginLine } from './origin-line.tsx';
import classes from './refund.module.css';
import type { SourceKey } from './refund-draft.ts';

export type RefundPlanRead = OutputOf<'refund.plan'>;
type Source = RefundPlanRead['sources'][number];

export function keyOf(source: { memoId: number | null; paymentId: number | null }): SourceKey {
  return source.memoId === null ? `payment-${source.paymentId ?? 0}` : `memo-${source.memoId}`;
}

function takenFrom(source: Source, lines: RefundPlanRead['lines'] | undefined): number {
  const key = keyOf(source);
  return sumMinor((lines ?? []).filter((line) => keyOf(line) === key).map((line) => line.amountMinor));
}

interface Props {
  sources: readonly Source[];
  /** The lines of the amount asked; absent while it is not valid. */
  lines: RefundPlanRead['lines'] | undefined;
  only: readonly SourceKey[] | null;
  /** Absent: the choice is made, the table only tells. */
  onChoose?: (only: SourceKey[] | null) => void;
}

/** Every open credit and deposit: where it came from, how much of it can go back, and why not more. */
export function SourceTable({ sources, lines, only, onChoose }: Props) {
  const { t, language } = useWords();
  const money = (amountMinor: number) => formatMoney(amountMinor, language);
  const toggle = (key: SourceKey, checked: boolean) => {
    const all = sources.map(keyOf);
    const chosen = all.filter((each) => (each === key ? checked : !only || only.includes(each)));
    onChoose?.(chosen.length === all.length || chosen.length === 0 ? null : chosen);
  };
  return (
    <table className={classes.table} aria-label={t('refund.source.title')}>
      <thead>
        <tr>
          {onChoose && sources.length > 1 ? <td className={classes.tick} /> : null}
          <th scope="col" className={classes.wideColumn}>
            {t('refund.source.heading')}
          </th>
          <th scope="col">{t('refund.source.can')}</th>
          <th scope="col" className={classes.number}>
            {t('refund.source.maximum')}
          </th>
          <th scope="col" className={classes.number}>
            {t('refund.source.thisRefund')}
          </th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => {
          const key = keyOf(source);
          const name = t(source.kind === 'deposit' ? 'refund.source.deposit' : 'refund.source.memo', {
            number: source.number,
          });
          const takenMinor = takenFrom(source, lines);
          return (
            <tr key={key}>
              {onChoose && sources.length > 1 ? (
                <td className={classes.tick}>
                  <Checkbox
                    aria-label={name}
                    checked={!only || only.includes(key)}
                    onChange={(event) => toggle(key, event.currentTarget.checked)}
                  />
                </td>
              ) : null}
              <td>
                <div className={classes.strong}>{name}</div>
                {source.origins.map((origin) => (
                  <OriginLine key={origin.paymentId} origin={origin} />
                ))}
              </td>
              <td>
                {source.why === null
                  ? t('refund.source.all')
                  : t(`refund.why.${source.why as RefundWhyCode}`)}
                {source.heldMinor > 0 ? (
                  <div className={classes.soft}>{t('refund.source.held', { amount: source.heldMinor })}</div>
                ) : null}
              </td>
              <td className={classes.number}>{money(source.maximumMinor)}</td>
              <td className={classes.number}>
                {takenMinor > 0 ? (
                  <strong>{money(takenMinor)}</strong>
                ) : (
                  <span className={classes.soft}>
                    {source.maximumMinor > 0 && lines
                      ? t('refund.source.notNeeded')
                      : t('refund.source.none')}
                  </span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
