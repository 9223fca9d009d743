import type { TFunction } from 'i18next';
import { useEffect } from 'react';
import type { OutputOf } from '../../shared/contract/contract.ts';
import { formatMoney, type Language } from '../../shared/i18n/format.ts';
import { useRead } from '../connection/use-read.ts';
import { pickName, useWords } from '../shell/language.ts';
import classes from './customer-display.module.css';

type View = OutputOf<'display.read'>['view'];
type Cart = Extract<View, { state: 'cart' }>;
interface Said {
  t: TFunction;
  language: Language;
}

/** The page in front of the customer: follows the counter, in the customer's language, and asks nothing. */
export function CustomerDisplay() {
  const { i18n, t } = useWords();
  const { data } = useRead('display.read', {});
  const view = data?.view;
  const language: Language = view && 'language' in view ? view.language : 'fr';
  useEffect(() => {
    document.title = t('display.title');
  }, [t]);
  if (!data || !view) return null;
  const said: Said = { t: i18n.getFixedT(language), language };
  return (
    <main className={classes.page} lang={language} aria-live="polite">
      <p className={classes.organisation}>{data.organisationName}</p>
      <Now view={view} said={said} english={i18n.getFixedT('en')} />
    </main>
  );
}

function Now({ view, said, english }: { view: View; said: Said; english: TFunction }) {
  const { t, language } = said;
  switch (view.state) {
    case 'idle':
      return (
        <h1 className={classes.big}>
          {t('display.welcome')} · <span lang="en">{english('display.welcome')}</span>
        </h1>
      );
    case 'cart':
      return <CartNow cart={view} said={said} />;
    case 'terminal':
      return (
        <>
          <h1 className={classes.big}>
            {t(`display.terminal.${view.direction}`, { amount: view.amountMinor })}
          </h1>
          <p className={classes.lead}>{t('display.terminal.hint')}</p>
        </>
      );
    case 'checking':
      return (
        <>
          <h1 className={classes.big}>{t('display.checking')}</h1>
          <p className={classes.lead}>{t('display.checkingHint')}</p>
        </>
      );
    case 'done':
      return (
        <>
          <h1 className={classes.big}>{t('display.done', { amount: view.totalMinor })}</h1>
          {view.changeMinor > 0 ? (
            <p className={classes.change}>
              {t('display.change')} <strong>{formatMoney(view.changeMinor, language)}</strong>
            </p>
          ) : null}
          <p className={classes.lead}>{t('display.thanks')}</p>
        </>
      );
    case 'hand-over':
      return (
        <h1 className={classes.big}>
          {t('display.handOver')} <strong>{formatMoney(view.amountMinor, language)}</strong>
        </h1>
      );
    case 'refunded':
      return <h1 className={classes.big}>{t('display.refunded', { amount: view.amountMinor })}</h1>;
  }
}

function CartNow({ cart, said }: { cart: Cart; said: Said }) {
  const { t, language } = said;
  const money = (minor: number) => formatMoney(minor, language);
  const restMinor = Math.max(0, cart.totalMinor - (cart.paidMinor ?? 0));
  return (
    <div className={classes.cart}>
      <section aria-label={t('display.items')} className={classes.items}>
        <h1 className={classes.heading}>{t('display.items')}</h1>
        <ul>
          {cart.lines.map((line, index) => (
            // Two lines may be of one product: their place tells them apart
            <li key={`${index} ${line.nameFr}`}>
              <span>
                {line.quantity > 1 ? t('display.quantity', { quantity: line.quantity }) : ''}
                {pickName(line, language)}
              </span>
              <span className={classes.amount}>{money(line.amountMinor)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className={classes.sums} aria-label={t('display.total')}>
        <p className={classes.heading}>{t('display.total')}</p>
        <p className={classes.huge}>{money(cart.totalMinor)}</p>
        {cart.paidMinor !== null && cart.paidMinor > 0 ? (
          <dl className={classes.pairs}>
            <dt>{t('display.paid')}</dt>
            <dd>{money(cart.paidMinor)}</dd>
            {restMinor > 0 && cart.changeMinor === 0 ? (
              <>
                <dt>{t('display.rest')}</dt>
                <dd>{money(restMinor)}</dd>
              </>
            ) : null}
            {cart.changeMinor > 0 ? (
              <>
                <dt>{t('display.change')}</dt>
                <dd>{money(cart.changeMinor)}</dd>
              </>
            ) : null}
          </dl>
        ) : null}
      </section>
    </div>
  );
}
