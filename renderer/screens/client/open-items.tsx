import { Button } from '@mantine/core';
import { Amount } from '../../parts/amount.tsx';
import { Panel } from '../../parts/page.tsx';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import { goTo, hashOf } from '../../shell/router.ts';
import type { AccountRead } from './account.tsx';
import classes from './client.module.css';

/** What is still unpaid, item by item. */
export function OpenItems({ account }: { account: AccountRead }) {
  const { t, language } = useWords();
  const { openItems, client } = account;
  return (
    <Panel
      title={t('client.openItems')}
      actions={
        openItems.length > 0 && (
          <Button variant="subtle" onClick={() => goTo('client', client.clientId, { pay: 'all' })}>
            {t('client.payAll')}
          </Button>
        )
      }
    >
      {openItems.length === 0 && <p className={classes.soft}>{t('client.noOpenItems')}</p>}
      <ul className={classes.list}>
        {openItems.map((item) => (
          <li key={item.itemId}>
            <span className={classes.words}>
              {pickName(item, language)}
              <span className={classes.under}>
                <a className={classes.quiet} href={hashOf('invoice', item.invoiceId)}>
                  {item.invoiceNumber}
                </a>
                {item.personName && ` · ${item.personName}`} · {t('client.due', { date: item.dueDate })}
              </span>
              {item.pendingMinor > 0 ? (
                <StatusBadge
                  tone="waiting"
                  label={t('invoice.items.beingPaid', { amount: item.pendingMinor })}
                />
              ) : null}
            </span>
            <Amount minor={item.owedMinor} strong />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
