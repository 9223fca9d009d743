import type { ReactNode } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { Amount } from '../../parts/amount.tsx';
import { Balance } from '../../parts/balance.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import classes from '../plan/plan.module.css';
import { Schedule } from '../plan/schedule.tsx';

/** What is credited, what is billed, the difference and the account before and after. */
export function ReplacePreview({ preview }: { preview: OutputOf<'invoice.replacePreview'> }) {
  const { t, language } = useWords();
  const { item, memo, plan } = preview;
  return (
    <>
      <dl className={classes.pairs}>
        <Pair label={t('plan.replace.old')}>
          <Amount minor={-memo.totalMinor} />
        </Pair>
        <Pair label={`${t('plan.replace.new')} · ${pickName(item, language)}`}>
          <Amount minor={item.grossMinor} />
          {item.personName ? <span className={classes.under}>{item.personName}</span> : null}
        </Pair>
        {item.discounts.map((discount, index) => (
          <Pair key={index} label={pickName(discount, language)}>
            <Amount minor={-discount.amountMinor} />
          </Pair>
        ))}
        <Pair label={t('invoice.items.taxes')}>
          <Amount minor={item.gstMinor + item.qstMinor} />
        </Pair>
        <Pair label={t('invoice.items.total')} isStrong>
          <Amount minor={item.totalMinor} strong />
        </Pair>
        <Pair label={t('plan.replace.paid')}>
          <Amount minor={preview.paidMinor} />
        </Pair>
        <Pair label={t('plan.replace.owed')} isStrong>
          <Amount minor={preview.owedMinor} strong size="big" />
        </Pair>
        {preview.openMinor > 0 ? (
          <Pair label={t('plan.replace.left')}>
            <Amount minor={preview.openMinor} strong />
            <span className={classes.under}>
              {t('plan.replace.refundable')} <Amount minor={preview.refundableMinor} />
            </span>
          </Pair>
        ) : null}
        <Pair label={t('plan.replace.before')}>
          <Balance minor={preview.balanceBeforeMinor} />
        </Pair>
        <Pair label={t('plan.replace.after')}>
          <Balance minor={preview.balanceAfterMinor} />
        </Pair>
      </dl>
      {plan ? (
        <div className={classes.sides}>
          <Schedule
            title={`${t('plan.replace.plan')} · ${t('plan.replace.planBefore')}`}
            instalments={plan.before}
          />
          <Schedule
            title={`${t('plan.replace.plan')} · ${t('plan.replace.planAfter')}`}
            instalments={plan.after}
          />
        </div>
      ) : null}
    </>
  );
}

function Pair({ label, isStrong, children }: { label: string; isStrong?: boolean; children: ReactNode }) {
  return (
    <div className={classes.pair} data-strong={isStrong || undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
