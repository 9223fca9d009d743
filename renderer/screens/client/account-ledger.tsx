import { Button, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { formatDate } from '../../../shared/i18n/format.ts';
import { useHasRole } from '../../connection/session.ts';
import { Amount } from '../../parts/amount.tsx';
import { CreditNoteDialog } from '../../parts/credit-note-dialog.tsx';
import { Panel } from '../../parts/page.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import { hashOf } from '../../shell/router.ts';
import type { AccountRead } from './account.tsx';
import classes from './client.module.css';
import { ReverseCreditDialog } from './reverse-credit-dialog.tsx';

type Document = AccountRead['documents'][number];

const IS_MONEY: Readonly<Record<Document['kind'], boolean>> = {
  invoice: false,
  'credit-memo': false,
  payment: true,
  refund: true,
};

function addressOf(document: Document): string | null {
  if (document.kind === 'invoice') return hashOf('invoice', document.documentId);
  if (document.kind === 'refund') return hashOf('refund', document.documentId);
  return null;
}

const METHODS = ['cash', 'terminal', 'cheque', 'online-card'] as const;
const isMethod = (code: string): code is (typeof METHODS)[number] => METHODS.includes(code as never);

/** An amount with the word of its direction, never a bare sign. */
function Sum({ document }: { document: Document }) {
  const { t } = useWords();
  return (
    <>
      <Amount minor={Math.abs(document.amountMinor)} />
      <span className={classes.under}>{t(`client.document.direction.${document.kind}`)}</span>
    </>
  );
}

/** Two columns: what is owed, and real money (domain.md §1, Income / Cashflow). */
export function AccountLedger({ account }: { account: AccountRead }) {
  const { t, language } = useWords();
  const { documents } = account;
  const isSupervisor = useHasRole('supervisor');
  const [reversed, setReversed] = useState<Document | null>(null);
  const [seenMemoId, setSeenMemoId] = useState<number | null>(null);
  // Money is described by its method's code, which the screen words
  const describe = ({ kind, descriptionFr, descriptionEn }: Document) =>
    IS_MONEY[kind] && isMethod(descriptionFr)
      ? t(`tender.method.${descriptionFr}`)
      : pickName({ nameFr: descriptionFr, nameEn: descriptionEn }, language);
  return (
    <Panel title={t('client.documents')}>
      {documents.length === 0 ? (
        <p className={classes.soft}>{t('client.noDocuments')}</p>
      ) : (
        <table className={classes.table} aria-label={t('client.documents')}>
          <thead>
            <tr>
              <th scope="col">{t('client.document.column.date')}</th>
              <th scope="col">{t('client.document.column.document')}</th>
              <th scope="col" className={classes.number}>
                {t('client.document.column.owed')}
                <span className={classes.under}>{t('client.document.owedHint')}</span>
              </th>
              <th scope="col" className={classes.number}>
                {t('client.document.column.money')}
                <span className={classes.under}>{t('client.document.moneyHint')}</span>
              </th>
              <th scope="col" className={classes.number}>
                {t('client.document.column.open')}
              </th>
            </tr>
          </thead>
          <tbody>
            {documents.map((document) => {
              const address = addressOf(document);
              const title = `${t(`client.document.${document.kind}`)} ${document.number}`;
              return (
                <tr key={`${document.kind}-${document.documentId}`}>
                  <td className={classes.date}>{formatDate(document.localDate, language)}</td>
                  <td>
                    {address ? (
                      <a className={classes.link} href={address}>
                        {title}
                      </a>
                    ) : document.kind === 'credit-memo' ? (
                      <UnstyledButton
                        className={classes.link}
                        onClick={() => setSeenMemoId(document.documentId)}
                      >
                        {title}
                      </UnstyledButton>
                    ) : (
                      <strong>{title}</strong>
                    )}
                    <span className={classes.under}>{describe(document)}</span>
                  </td>
                  <td className={classes.number}>
                    {!IS_MONEY[document.kind] && <Sum document={document} />}
                  </td>
                  <td className={classes.number}>{IS_MONEY[document.kind] && <Sum document={document} />}</td>
                  <td className={classes.number}>
                    {document.openMinor !== 0 && <Amount minor={document.openMinor} strong />}
                    {isSupervisor && document.canReverse && (
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        aria-label={t('client.reverse.action', { number: document.number })}
                        onClick={() => setReversed(document)}
                      >
                        {t('client.reverse.short')}
                      </Button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {seenMemoId === null ? null : (
        <CreditNoteDialog memoId={seenMemoId} onClose={() => setSeenMemoId(null)} />
      )}
      {reversed && <ReverseCreditDialog document={reversed} onClose={() => setReversed(null)} />}
    </Panel>
  );
}
