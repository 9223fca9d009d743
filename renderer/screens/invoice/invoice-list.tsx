import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFileInvoice } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDate } from '../../../shared/i18n/format.ts';
import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo, hashOf } from '../../shell/router.ts';
import classes from './invoice.module.css';
import { InvoiceState } from './invoice-state.tsx';

const TYPING_MS = 120;

/** Every invoice, newest first, narrowed by number or client as one types. */
export function InvoiceList() {
  const { t, language } = useWords();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), TYPING_MS);
  const found = useRead('invoice.find', asked ? { text: asked } : {}, { keepPrevious: true });
  const invoices = found.data?.invoices ?? [];
  return (
    <Page title={t('invoice.title')}>
      <TextInput
        autoFocus
        className={classes.search}
        label={t('invoice.find')}
        placeholder={t('invoice.findPlaceholder')}
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = invoices;
          if (event.key === 'Enter' && first) goTo('invoice', first.invoiceId);
        }}
      />
      <FailureAlert failure={found.failure} />
      <Panel>
        {found.data && invoices.length === 0 ? (
          <Empty icon={IconFileInvoice} title={t(asked ? 'invoice.none' : 'invoice.noneYet')} />
        ) : (
          <table className={classes.table} aria-label={t('invoice.title')}>
            <thead>
              <tr>
                <th scope="col">{t('invoice.column.number')}</th>
                <th scope="col">{t('invoice.column.date')}</th>
                <th scope="col">{t('invoice.column.client')}</th>
                <th scope="col">{t('invoice.column.state')}</th>
                <th scope="col" className={classes.number}>
                  {t('invoice.column.total')}
                </th>
                <th scope="col" className={classes.number}>
                  {t('invoice.column.owed')}
                </th>
              </tr>
            </thead>
            <tbody>
              {invoices.map((invoice) => (
                <tr key={invoice.invoiceId}>
                  <td>
                    <a className={classes.link} href={hashOf('invoice', invoice.invoiceId)}>
                      {invoice.number}
                    </a>
                  </td>
                  <td>{formatDate(invoice.localDate, language)}</td>
                  <td className={classes.wide}>{invoice.clientName}</td>
                  <td>
                    <InvoiceState state={invoice.state} />
                  </td>
                  <td className={classes.number}>
                    <Amount minor={invoice.totalMinor} />
                  </td>
                  <td className={classes.number}>
                    {invoice.owedMinor > 0 ? <Amount minor={invoice.owedMinor} strong /> : '—'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {found.data?.hasMore ? <p className={classes.soft}>{t('invoice.more')}</p> : null}
      </Panel>
    </Page>
  );
}
