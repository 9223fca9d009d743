import { ActionIcon, Button, Switch } from '@mantine/core';
import { IconUser, IconUsers, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { Balance } from '../../parts/balance.tsx';
import { ClientPicker } from '../../parts/client-picker.tsx';
import { KeyHint } from '../../parts/key-hint.tsx';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { useWords } from '../../shell/language.ts';
import { hashOf } from '../../shell/router.ts';
import classes from './counter.module.css';
import { chooseClient, setPaysOverdue, useCounter } from './counter-state.ts';

interface CounterClientProps {
  readonly account: OutputOf<'client.read'> | undefined;
  /** What the desk's rule says of what is overdue; null until it is known. */
  readonly unpaid: OutputOf<'client.read'>['unpaid'] | null;
  /** Back to the products, once somebody is named. */
  readonly onChosen: () => void;
}

/** Who buys: a walk-in until somebody is named. */
export function CounterClient({ account, unpaid, onChosen }: CounterClientProps) {
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
    <>
      {unpaid && unpaid.mode !== 'none' ? <Unpaid unpaid={unpaid} /> : null}
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
    </>
  );
}

/** A client in arrears, in words, and the way out: what is overdue is paid with the sale. */
function Unpaid({ unpaid }: { unpaid: OutputOf<'client.read'>['unpaid'] }) {
  const { t } = useWords();
  const paysOverdue = useCounter((state) => state.paysOverdue);
  const mode = unpaid.mode === 'block' ? 'block' : 'warn';
  return (
    <div className={classes.unpaid} role="status">
      <StatusBadge
        tone={mode === 'block' ? 'bad' : 'waiting'}
        label={t(`rebate.unpaid.${mode}`, { amount: unpaid.overdueMinor, since: unpaid.since })}
      />
      <Switch
        size="md"
        label={t('rebate.unpaid.pay')}
        checked={paysOverdue}
        onChange={(event) => setPaysOverdue(event.currentTarget.checked)}
      />
    </div>
  );
}
