import { Button } from '@mantine/core';
import { IconCircleCheck, IconFileInvoice, IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useCustomerDisplay } from '../../connection/customer-display.ts';
import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { KeyHint } from '../../parts/key-hint.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import classes from './counter.module.css';
import { type SaleDone, startNewSale } from './counter-state.ts';
import { PaymentReceipt } from './payment-receipt.tsx';
import { SaleReceipt } from './sale-receipt.tsx';

interface SaleDonePanelProps {
  readonly done: SaleDone;
  /** Where Enter leads; by default, to the next sale. */
  readonly onNext?: () => void;
}

/** The end of a sale or a payment: the change to give, the receipt, and Enter for the next person. */
export function SaleDonePanel({ done, onNext = startNewSale }: SaleDonePanelProps) {
  const { t, language } = useWords();
  const invoice = useRead(
    'invoice.read',
    { invoiceId: done.invoiceId ?? 1 },
    { enabled: done.invoiceId !== null },
  ).data;
  useCustomerDisplay({
    state: 'done',
    language: invoice?.language ?? language,
    totalMinor: done.payments.reduce((sum, payment) => sum + payment.amountMinor, 0),
    changeMinor: done.changeMinor,
  });
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  useKeys({ Escape: onNext });
  const { invoiceId } = done;
  return (
    <div className={classes.done}>
      <div className={classes.doneWords}>
        <h1 className={classes.doneTitle}>
          <IconCircleCheck size={30} stroke={1.8} aria-hidden="true" />
          {t(invoiceId === null ? 'counter.donePayment' : 'counter.done')}
        </h1>
        <div role="status" className={classes.doneChange}>
          {done.changeMinor > 0 ? (
            <>
              <span>{t('counter.doneChange')}</span>
              <Amount minor={done.changeMinor} size="huge" />
            </>
          ) : (
            <span>{t('counter.doneNoChange')}</span>
          )}
        </div>
        {done.owedMinor > 0 && (
          <p className={classes.doneOwed}>
            {t('counter.doneOwed')} <Amount minor={done.owedMinor} strong />
          </p>
        )}
        <Button
          ref={next}
          size="lg"
          fullWidth
          justify="space-between"
          onClick={onNext}
          rightSection={<KeyHint keys={t('shell.key.enter')} on="dark" />}
        >
          {t(onNext === startNewSale ? 'counter.newSale' : 'client.pay.back')}
        </Button>
        <div className={classes.doneButtons}>
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden="true" />}
            onClick={() => window.print()}
          >
            {t('counter.print')}
          </Button>
          {invoiceId !== null && (
            <Button
              variant="default"
              leftSection={<IconFileInvoice size={18} aria-hidden="true" />}
              onClick={() => {
                startNewSale();
                goTo('invoice', invoiceId);
              }}
            >
              {t('counter.openInvoice')}
            </Button>
          )}
        </div>
      </div>
      {invoiceId === null ? (
        <PaymentReceipt paymentIds={done.payments.map(({ paymentId }) => paymentId)} />
      ) : (
        <SaleReceipt invoiceId={invoiceId} />
      )}
    </div>
  );
}
