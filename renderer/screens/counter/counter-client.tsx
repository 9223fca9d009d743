import { ActionIcon, Button } from '@mantine/core';
import { IconUser, IconUsers, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { Balance } from '../../parts/balance.tsx';
import { ClientPicker } from '../../parts/client-picker.tsx';
import { KeyHint } from '../../parts/key-hint.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { useWords } from '../../shell/language.ts';
import { hashOf } from '../../shell/router.ts';
import classes from './counter.module.css';
import { chooseClient, useCounter } from './counter-state.ts';

interface CounterClientProps {
  readonly account: OutputOf<'client.read'> | undefined;
  /** Back to the products, once somebody is named. */
  readonly onChosen: () => void;
}

/** Who buys: a walk-in until somebody is named. */
export function CounterClient({ account, onChosen }: CounterClientProps) {
  const { t } = useWords();
  const clientId = useCounter((state) => state.clientId);
  const [isPicking, setPicking] = useState(false);
  useKeys({ F9: () => setPicking(true), Escape: isPicking ? () => setPicking(false) : undefined });
  if (isPicking) {
    return (
      <div className={classes.client}>
        <ClientPicker
          autoFocus
          onPick={(picked) => {
            chooseClient(picked);
            setPicking(false);
            onChosen();
          }}
          onCancel={() => setPicking(false)}
        />
      </div>
    );
  }
  if (clientId === null || !account) {
    return (
      <div className={classes.client}>
        <IconUser size={28} stroke={1.5} aria-hidden="true" />
        <div className={classes.clientWords}>
          <strong>{t('counter.walkIn')}</strong>
          <span>{t('counter.walkInLead')}</span>
        </div>
        <Button
          variant="default"
          onClick={() => setPicking(true)}
          aria-keyshortcuts="F9"
          rightSection={<KeyHint keys="F9" />}
        >
          {t('counter.nameClient')}
        </Button>
      </div>
    );
  }
  const { client } = account;
  return (
    <div className={classes.client}>
      <IconUsers size={28} stroke={1.5} aria-hidden="true" />
      <div className={classes.clientWords}>
        <a href={hashOf('client', client.clientId)} title={t('counter.openAccount')}>
          {client.name}
        </a>
        <span>{client.people.map((person) => person.givenName).join(' · ') || client.number}</span>
      </div>
      <div className={classes.clientBalance}>
        <Balance minor={account.balanceMinor} />
        {account.heldMinor > 0 && <span>{t('counter.held', { amount: account.heldMinor })}</span>}
        {account.depositAvailableMinor > 0 && (
          <span>{t('counter.deposit', { amount: account.depositAvailableMinor })}</span>
        )}
      </div>
      <div className={classes.clientButtons}>
        <Button
          variant="default"
          onClick={() => setPicking(true)}
          aria-keyshortcuts="F9"
          rightSection={<KeyHint keys="F9" />}
        >
          {t('counter.changeClient')}
        </Button>
        <ActionIcon
          color="dark"
          aria-label={t('counter.leaveClient')}
          title={t('counter.leaveClient')}
          onClick={() => chooseClient(null)}
        >
          <IconX size={20} aria-hidden="true" />
        </ActionIcon>
      </div>
    </div>
  );
}
