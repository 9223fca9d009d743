import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { formatBalance } from '../../../shared/i18n/format.ts';
import { useRead } from '../../connection/use-read.ts';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import classes from './refund.module.css';

const SHOWN = 12;
const TYPING_MS = 120;

/** Where a refund starts when no client was chosen: a search, and a word on where refunds come from. */
export function ChooseClient() {
  const { t, language } = useWords();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), TYPING_MS);
  const found = useRead(
    'client.find',
    { text: asked, limit: SHOWN },
    { enabled: asked !== '', keepPrevious: true },
  );
  const clients =
    asked === '' ? [] : (found.data?.clients ?? []).filter((client) => client.kind !== 'walk-in');
  return (
    <main className={classes.screen}>
      <div className={classes.main}>
        <h1 className={classes.heading}>{t('refund.choose.title')}</h1>
        <p className={classes.soft}>{t('refund.choose.lead')}</p>
        <div className={classes.card}>
          <TextInput
            data-autofocus
            autoFocus
            label={t('refund.choose.placeholder')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              const [only] = clients;
              if (event.key === 'Enter' && only) goTo('refund', null, { client: only.clientId });
            }}
          />
          <ul className={classes.found}>
            {clients.map((client) => (
              <li key={client.clientId}>
                <button
                  type="button"
                  className={classes.foundClient}
                  onClick={() => goTo('refund', null, { client: client.clientId })}
                >
                  <span>
                    <span className={classes.strong}>{client.name}</span>
                    <span className={classes.soft}>
                      {' '}
                      {[client.number, client.phone, ...client.people].filter(Boolean).join(' · ')}
                    </span>
                  </span>
                  <span>{formatBalance(client.balanceMinor, language)}</span>
                </button>
              </li>
            ))}
          </ul>
          {asked !== '' && found.data && clients.length === 0 ? (
            <p className={classes.soft}>{t('refund.choose.none')}</p>
          ) : null}
        </div>
        <p className={classes.soft}>{t('refund.choose.hint')}</p>
      </div>
    </main>
  );
}
