import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { ItemCredit } from '../../../shared/domain/credit-share.ts';
import { Amount } from '../../parts/amount.tsx';
import { Balance } from '../../parts/balance.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './invoice.module.css';

interface Props {
  /** Decided here, at once; the service's preview of the same rule follows with the account around it. */
  now: ItemCredit | null;
  preview: OutputOf<'item.cancelPreview'> | undefined;
}

/** What the credit memo will say, what it pays and leaves open, and the account before and after. */
export function CancelPreview({ now, preview }: Props) {
  const { t } = useWords();
  const parts = now ?? preview;
  return (
    <section aria-label={t('invoice.cancel.preview')} aria-live="polite">
      <h3 className={classes.strong}>{t('invoice.cancel.preview')}</h3>
      <dl className={classes.pairs}>
        {(['net', 'gst', 'qst', 'total'] as const).map((part) => (
          <div key={part} className={classes.pair} data-strong={part === 'total' || undefined}>
            <dt>{t(`invoice.cancel.parts.${part}`)}</dt>
            <dd>{parts ? <Amount minor={parts[`${part}Minor`]} /> : '—'}</dd>
          </div>
        ))}
        {preview && preview.toItemMinor > 0 ? (
          <div className={classes.pair}>
            <dt>{t('invoice.cancel.toItem')}</dt>
            <dd>
              <Amount minor={preview.toItemMinor} />
            </dd>
          </div>
        ) : null}
        <div className={classes.pair}>
          <dt>{t('invoice.cancel.open')}</dt>
          <dd>{preview ? <Amount minor={preview.openMinor} strong /> : '—'}</dd>
        </div>
        <div className={classes.pair}>
          <dt>{t('invoice.cancel.refundable')}</dt>
          <dd>{preview ? <Amount minor={preview.refundableMinor} /> : '—'}</dd>
        </div>
        <div className={classes.pair}>
          <dt>{t('invoice.cancel.itemLeft')}</dt>
          <dd>{preview ? <Amount minor={preview.leftMinor} /> : '—'}</dd>
        </div>
        <div className={classes.pair}>
          <dt>{t('invoice.cancel.before')}</dt>
          <dd>{preview ? <Balance minor={preview.balanceBeforeMinor} /> : '—'}</dd>
        </div>
        <div className={classes.pair}>
          <dt>{t('invoice.cancel.after')}</dt>
          <dd>{preview ? <Balance minor={preview.balanceAfterMinor} /> : '—'}</dd>
        </div>
      </dl>
    </section>
  );
}
