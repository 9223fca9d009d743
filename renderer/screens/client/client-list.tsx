import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import {
  IconCalendarTime,
  IconFileInvoice,
  IconSearch,
  IconUserPlus,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useHasRole } from '../../connection/session.ts';
import { useRead } from '../../connection/use-read.ts';
import { Balance } from '../../parts/balance.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo, hashOf } from '../../shell/router.ts';
import classes from './client.module.css';

const TYPING_MS = 120;
const SHOWN = 50;

export function ClientList() {
  const { t } = useWords();
  const isSupervisor = useHasRole('supervisor');
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), TYPING_MS);
  const found = useRead('client.find', { text, limit: SHOWN }, { enabled: text !== '', keepPrevious: true });
  const clients = text === '' ? [] : (found.data?.clients ?? []);
  const openNew = () => goTo('client', null, { new: 1, name: typed.trim() || undefined });
  return (
    <Page
      title={t('client.title')}
      actions={
        <>
          <Button
            variant="default"
            onClick={() => goTo('client', null, { due: 1 })}
            leftSection={<IconCalendarTime size={19} aria-hidden="true" />}
          >
            {t('plan.due.title')}
          </Button>
          {isSupervisor && (
            <Button
              variant="default"
              onClick={() => goTo('client', null, { bulk: 1 })}
              leftSection={<IconUsersGroup size={19} aria-hidden="true" />}
            >
              {t('bulk.title')}
            </Button>
          )}
          <Button
            variant="default"
            onClick={() => goTo('client', null, { statements: 1 })}
            leftSection={<IconFileInvoice size={19} aria-hidden="true" />}
          >
            {t('statement.many')}
          </Button>
          <Button onClick={openNew} leftSection={<IconUserPlus size={19} aria-hidden="true" />}>
            {t('client.new')}
          </Button>
        </>
      }
    >
      <TextInput
        aria-label={t('client.find')}
        placeholder={t('client.findPlaceholder')}
        leftSection={<IconSearch size={19} aria-hidden="true" />}
        value={typed}
        autoFocus
        autoComplete="off"
        maxLength={200}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = clients;
          if (event.key === 'Enter' && first && text === typed.trim()) goTo('client', first.clientId);
        }}
      />
      <Panel>
        {text === '' ? (
          <Empty icon={IconUsers} title={t('client.start')} lead={t('client.startLead')} />
        ) : found.data && clients.length === 0 ? (
          <Empty icon={IconUsers} title={t('client.none')} lead={t('client.noneLead')}>
            <Button variant="default" onClick={openNew}>
              {t('client.new')}
            </Button>
          </Empty>
        ) : (
          <table className={classes.table} aria-label={t('client.title')}>
            <thead>
              <tr>
                <th scope="col">{t('client.column.name')}</th>
                <th scope="col">{t('client.column.people')}</th>
                <th scope="col">{t('client.column.contact')}</th>
                <th scope="col" className={classes.number}>
                  {t('client.column.balance')}
                </th>
              </tr>
            </thead>
            <tbody>
              {clients.map((client) => (
                <tr key={client.clientId}>
                  <td>
                    <a className={classes.link} href={hashOf('client', client.clientId)}>
                      {client.name}
                    </a>
                    <span className={classes.under}>
                      {client.number}{' '}
                      {client.archived && <StatusBadge tone="plain" label={t('client.archived')} />}
                    </span>
                  </td>
                  <td>{client.people.join(', ')}</td>
                  <td>
                    {client.phone}
                    {client.email && <span className={classes.under}>{client.email}</span>}
                  </td>
                  <td className={classes.number}>
                    <Balance minor={client.balanceMinor} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {found.data?.hasMore && clients.length > 0 && <p className={classes.soft}>{t('client.more')}</p>}
      </Panel>
    </Page>
  );
}
