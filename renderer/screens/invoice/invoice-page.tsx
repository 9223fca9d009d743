import { Button } from '@mantine/core';
import { paymentIdsOf } from '../../../shared/document/payment-ids.ts';
import { formatDate } from '../../../shared/i18n/format.ts';
import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo, hashOf, replaceRoute, useRoute } from '../../shell/router.ts';
import { PlanDialog } from '../plan/plan-dialog.tsx';
import { PlanPanel } from '../plan/plan-panel.tsx';
import { GiveRebateDialog } from '../rebate/give-rebate-dialog.tsx';
import { ReplaceDialog } from '../replacement/replace-dialog.tsx';
import { CancelPage } from './cancel-page.tsx';
import classes from './invoice.module.css';
import { InvoiceHistory } from './invoice-history.tsx';
import { InvoicePaperDialog } from './invoice-paper-dialog.tsx';
import { InvoiceState } from './invoice-state.tsx';
import { InvoiceTotals } from './invoice-totals.tsx';
import { ItemTable } from './item-table.tsx';
import { MemoList } from './memo-list.tsx';
import { PaymentRow } from './payment-row.tsx';

/** One invoice: it never changes; payments, credits and refunds stand beside it. */
export function InvoicePage({ invoiceId }: { invoiceId: number }) {
  const { t, language } = useWords();
  const params = useRoute((route) => route.params);
  const { data: invoice, failure } = useRead('invoice.read', { invoiceId });
  if (failure) return <FailureAlert failure={failure} />;
  if (!invoice) return null;
  const item = invoice.items.find((each) => String(each.itemId) === params.item);
  const rebated = invoice.items.find((each) => String(each.itemId) === params.rebate);
  const planned = invoice.items.find((each) => String(each.itemId) === params.plan);
  const replaced = invoice.items.find((each) => String(each.itemId) === params.replace);
  if (item) return <CancelPage key={invoice.invoiceId} invoice={invoice} itemId={item.itemId} />;
  const paymentIds = paymentIdsOf(invoice);
  return (
    <Page
      title={t('invoice.heading', { number: invoice.number })}
      lead={
        <span className={classes.row}>
          <a className={classes.link} href={hashOf('client', invoice.clientId)}>
            {invoice.clientName}
          </a>
          <span>
            {t('invoice.issued', { date: formatDate(invoice.localDate, language), name: invoice.staffName })}
          </span>
          <InvoiceState state={invoice.state} />
        </span>
      }
      actions={
        <>
          {invoice.owedMinor > 0 ? (
            <Button onClick={() => goTo('client', invoice.clientId, { pay: invoice.invoiceId })}>
              <span>
                {t('invoice.actions.take')} <Amount minor={invoice.owedMinor} />
              </span>
            </Button>
          ) : null}
          <Button variant="default" onClick={() => goTo('refund', null, { client: invoice.clientId })}>
            {t('invoice.actions.refund')}
          </Button>
          <Button
            variant="default"
            onClick={() => goTo('client', invoice.clientId, { where: `invoice-${invoiceId}` })}
          >
            {t('where.title')}
          </Button>
          <Button variant="default" onClick={() => replaceRoute('invoice', invoiceId, { print: 1 })}>
            {t('invoice.actions.print')}
          </Button>
        </>
      }
    >
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Panel title={t('invoice.items.title')}>
            <ItemTable
              items={invoice.items}
              ownMemoIds={new Set(invoice.memos.map((memo) => memo.memoId))}
              onRebate={(itemId) => replaceRoute('invoice', invoiceId, { rebate: itemId })}
              onReplace={(itemId) => replaceRoute('invoice', invoiceId, { replace: itemId })}
              onPlan={(itemId) => replaceRoute('invoice', invoiceId, { plan: itemId })}
              onCancel={(itemId) => goTo('invoice', invoiceId, { item: itemId })}
            />
            <InvoiceTotals invoice={invoice} />
            {invoice.note ? <p className={classes.wide}>{invoice.note}</p> : null}
          </Panel>
          <PlanPanel scope={{ invoiceId }} />
          <MemoList invoice={invoice} />
          <Panel title={t('invoice.payments.title')}>
            {paymentIds.length === 0 ? <p className={classes.soft}>{t('invoice.payments.none')}</p> : null}
            {paymentIds.map((paymentId) => (
              <PaymentRow key={paymentId} paymentId={paymentId} />
            ))}
          </Panel>
        </div>
        <InvoiceHistory history={invoice.history} />
      </div>
      {planned ? (
        <PlanDialog
          clientId={invoice.clientId}
          item={planned}
          onClose={() => replaceRoute('invoice', invoiceId)}
        />
      ) : null}
      {replaced ? (
        <ReplaceDialog
          item={replaced}
          clientId={invoice.clientId}
          onClose={() => replaceRoute('invoice', invoiceId)}
        />
      ) : null}
      {params.print ? (
        <InvoicePaperDialog invoice={invoice} onClose={() => replaceRoute('invoice', invoiceId)} />
      ) : null}
      {rebated ? (
        <GiveRebateDialog
          key={rebated.itemId}
          item={rebated}
          clientId={invoice.clientId}
          onClose={() => replaceRoute('invoice', invoiceId)}
        />
      ) : null}
    </Page>
  );
}
