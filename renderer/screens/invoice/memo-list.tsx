import { formatInstant } from '../../../shared/i18n/format.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { Amount } from '../../parts/amount.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './invoice.module.css';
import type { InvoiceRead } from './item-table.tsx';

/** The credit memos made from this invoice, and how much of each is still to be spent or refunded. */
export function MemoList({ memos }: { memos: InvoiceRead['memos'] }) {
  const { t, language } = useWords();
  const timeZone = useOrganisation()?.timeZone;
  if (memos.length === 0) return null;
  return (
    <Panel title={t('invoice.memos.title')}>
      {memos.map((memo) => (
        <div key={memo.memoId} className={classes.payment}>
          <div>
            <div className={classes.strong}>{memo.number}</div>
            <div className={classes.soft}>
              {formatInstant(memo.at, language, timeZone)}
              {memo.reason ? ` · ${memo.reason}` : ''}
            </div>
          </div>
          <div className={classes.right}>
            <Amount minor={memo.totalMinor} strong />
            <div className={classes.soft}>
              {memo.openMinor === 0
                ? t('invoice.memos.used')
                : `${t('invoice.memos.open', { amount: memo.openMinor })}, ${t('invoice.memos.refundable', {
                    amount: Math.min(memo.refundableMinor, memo.openMinor),
                  })}`}
            </div>
          </div>
        </div>
      ))}
    </Panel>
  );
}
