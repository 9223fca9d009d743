import { Button } from '@mantine/core';
import type { ActionDeed } from '../../../shared/domain/action.ts';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import classes from './action.module.css';
import type { ActionRow } from './action-sentence.ts';

/** Where a row goes on: the screens that do what it offers, and what it is about. */
export function ActionLinks({ row }: { row: ActionRow }) {
  const { t } = useWords();
  const links = row.can.flatMap((deed) => {
    const open = placeOf(deed, row);
    return open ? [{ deed, open }] : [];
  });
  const { clientId, refundId, invoiceId, zNumber } = row;
  return (
    <div className={classes.links}>
      {links.map(({ deed, open }) => (
        <Button key={deed} onClick={open}>
          {t(`action.can.${deed}`)}
        </Button>
      ))}
      {refundId === null ? null : (
        <Button variant="default" onClick={() => goTo('refund', refundId)}>
          {t(row.approvalId === null ? 'action.openRefund' : 'approval.open')}
        </Button>
      )}
      {invoiceId === null ? null : (
        <Button variant="default" onClick={() => goTo('invoice', invoiceId)}>
          {t('action.openInvoice')}
        </Button>
      )}
      {zNumber === null ? null : (
        <Button variant="default" onClick={() => goTo('till', null, { report: zNumber })}>
          {t('action.openClose')}
        </Button>
      )}
      {clientId === null ? null : (
        <Button variant="default" onClick={() => goTo('client', clientId)}>
          {t('action.openClient')}
        </Button>
      )}
    </div>
  );
}

/** The screen that does it, for what is not done on this page. */
function placeOf(deed: ActionDeed, row: ActionRow): (() => void) | null {
  const { clientId, saleId, paymentId } = row;
  switch (deed) {
    case 'resume-sale':
      return () => goTo('counter', null, { sale: saleId ?? undefined });
    case 'give-back':
      return () => goTo('refund', null, { client: clientId ?? undefined, origin: paymentId ?? undefined });
    case 'take-payment':
      return clientId === null ? null : () => goTo('client', clientId, { pay: 'all' });
    case 'reconcile':
      return clientId === null ? null : () => goTo('client', clientId, { reconcile: 1 });
    case 'review':
      return row.kind === 'batch-difference' ? () => goTo('till', null, { batch: 'new' }) : null;
    default:
      return null;
  }
}
