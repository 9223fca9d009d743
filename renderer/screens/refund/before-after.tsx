import { formatBalance, formatMoney } from '../../../shared/i18n/format.ts';
import { useWords } from '../../shell/language.ts';
import classes from './refund.module.css';

interface Props {
  clientName: string;
  /** Positive: the client owes. */
  balanceMinor: number;
  refundableMinor: number;
  /** What this refund gives back; 0 while no amount is valid or the money stays on the account. */
  amountMinor: number;
}

/** The account before and after: a refund gives money back, so the balance moves towards owing (domain.md §2). */
export function BeforeAfter({ clientName, balanceMinor, refundableMinor, amountMinor }: Props) {
  const { t, language } = useWords();
  const sides = [
    { key: 'before', balanceMinor, refundableMinor },
    {
      key: 'after',
      balanceMinor: balanceMinor + amountMinor,
      refundableMinor: refundableMinor - amountMinor,
    },
  ] as const;
  return (
    <section className={classes.card} aria-label={t('refund.ledger.title')}>
      <div className={classes.twoColumns}>
        {sides.map((side) => (
          <div key={side.key}>
            <h2 className={classes.cardTitle}>{t(`refund.ledger.${side.key}`)}</h2>
            <dl className={classes.pairs}>
              <div className={classes.pair}>
                <dt>{t('refund.ledger.balance', { name: clientName })}</dt>
                <dd className={classes.strong}>{formatBalance(side.balanceMinor, language)}</dd>
              </div>
              <div className={classes.pair}>
                <dt>{t('refund.ledger.refundable')}</dt>
                <dd>{formatMoney(side.refundableMinor, language)}</dd>
              </div>
            </dl>
          </div>
        ))}
      </div>
    </section>
  );
}
