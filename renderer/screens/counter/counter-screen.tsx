import { useEffect } from 'react';
import { useHelp } from '../../shell/help.tsx';
import { useWords } from '../../shell/language.ts';
import { replaceRoute, useRoute } from '../../shell/router.ts';
import { chooseClient, useCounter } from './counter-state.ts';
import { LiveSale } from './live-sale.tsx';
import { SaleDonePanel } from './sale-done.tsx';
import { Sell } from './sell.tsx';

const idOf = (text: string | undefined) => (text && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null);

/** Sell and take payment. The address carries a sale that waits for its terminal, so a reload comes back to it. */
export function CounterScreen() {
  const { t } = useWords();
  const params = useRoute((route) => route.params);
  const done = useCounter((state) => state.done);
  const saleId = idOf(params.sale);
  const clientId = idOf(params.client);
  useHelp({
    paragraphs: [
      t('counter.help.lead'),
      t('counter.help.split'),
      t('counter.help.walkIn'),
      t('integrated.help'),
    ],
    keys: [
      ['F1', t('tender.method.cash')],
      ['F2', t('tender.method.terminal')],
      ['F3', t('tender.method.deposit')],
      ['F4', t('tender.method.cheque')],
      ['F6', t('tender.later')],
      ['F7', t('tender.others')],
      ['F9', t('counter.help.client')],
      ['F12', t('counter.help.confirm')],
      [t('shell.key.escape'), t('shell.key.back')],
      ['+ −', t('counter.help.last')],
    ],
  });

  // `?client=` comes from the account's menu; once taken, the cart owns it
  useEffect(() => {
    if (clientId === null) return;
    chooseClient(clientId);
    replaceRoute('counter');
  }, [clientId]);

  if (saleId !== null) return <LiveSale key={saleId} saleId={saleId} />;
  if (done) return <SaleDonePanel done={done} />;
  return <Sell />;
}
