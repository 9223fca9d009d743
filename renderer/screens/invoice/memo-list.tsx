import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatInstant } from '../../../shared/i18n/format.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { Amount } from '../../parts/amount.tsx';
import { CreditNoteDialog } from '../../parts/credit-note-dialog.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './invoice.module.css';
import type { InvoiceRead } from './item-table.tsx';

/** The credit memos made from this invoice, and how much of each is still to be spent or refunded. */
export function MemoList({ invoice }: { invoice: InvoiceRead }) {
  const { t, language } = useWords();
  const organisation = useOrganisation();
  const [seenMemoId, setSeenMemoId] = useState<number | null>(null);
  const { memos } = invoice;
  if (memos.length === 0) return null;
  return (
    <Panel title={t('invoice.memos.title')}>
      {memos.map((memo) => (
        <div key={memo.memoId} className={classes.payment}>
          <div>
            <div className={classes.strong}>{memo.number}</div>
            <div className={classes.soft}>
              {formatInstant(memo.at, language, organisation?.timeZone)}
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
            <Button
              variant="default"
              aria-label={t('document.preview.seeOf', { number: memo.number })}
              onClick={() => setSeenMemoId(memo.memoId)}
            >
              {t('document.preview.see')}
            </Button>
          </div>
        </div>
      ))}
      {seenMemoId === null ? null : (
        <CreditNoteDialog memoId={seenMemoId} onClose={() => setSeenMemoId(null)} />
      )}
    </Panel>
  );
}
