import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFileInvoice, IconMapPin, IconSearch, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { create } from 'zustand';
import { useRead } from '../connection/use-read.ts';
import { Balance } from '../parts/balance.tsx';
import { useWords } from './language.ts';
import { goTo } from './router.ts';
import classes from './search-panel.module.css';

const useSearchState = create<{ isOpen: boolean }>(() => ({ isOpen: false }));
const DEBOUNCE_MS = 120;

export function openSearch(): void {
  useSearchState.setState({ isOpen: true });
}

const close = () => useSearchState.setState({ isOpen: false });

/** Client and invoice search over any screen, on Ctrl+K: type, arrows, Enter. */
export function SearchPanel() {
  const { t } = useWords();
  const { isOpen } = useSearchState();
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      size={680}
      title={t('shell.search.label')}
      closeButtonProps={{ 'aria-label': t('shell.close'), size: 44 }}
    >
      {isOpen && <Search />}
    </Modal>
  );
}

interface Hit {
  readonly key: string;
  readonly what: 'client' | 'invoice' | 'money';
  readonly title: string;
  readonly detail: string;
  readonly balanceMinor: number;
  readonly open: () => void;
}

function useHits(text: string): { hits: Hit[]; isSettled: boolean } {
  const { t } = useWords();
  const enabled = text !== '';
  const clients = useRead('client.find', { text, limit: 8 }, { enabled, keepPrevious: true });
  const invoices = useRead('invoice.find', { text, limit: 5 }, { enabled, keepPrevious: true });
  if (!enabled) return { hits: [], isSettled: false };
  const clientHits = (clients.data?.clients ?? []).map((client) => ({
    key: `client-${client.clientId}`,
    what: 'client' as const,
    title: client.archived ? `${client.name} (${t('shell.search.archived')})` : client.name,
    detail: [client.number, client.people.join(', '), client.phone].filter(Boolean).join(' · '),
    balanceMinor: client.balanceMinor,
    open: () => goTo('client', client.clientId),
  }));
  const invoiceHits = (invoices.data?.invoices ?? []).map((invoice) => ({
    key: `invoice-${invoice.invoiceId}`,
    what: 'invoice' as const,
    title: invoice.number,
    detail: invoice.clientName,
    balanceMinor: invoice.owedMinor,
    open: () => goTo('invoice', invoice.invoiceId),
  }));
  const [first] = clients.data?.clients ?? [];
  // Under one name only: a list of questions under a list of names would hide the names
  const moneyHits =
    clientHits.length === 1 && first
      ? [
          {
            key: `money-${first.clientId}`,
            what: 'money' as const,
            title: t('where.title'),
            detail: first.name,
            balanceMinor: first.balanceMinor,
            open: () => goTo('client', first.clientId, { where: 'account' }),
          },
        ]
      : [];
  return {
    hits: [...clientHits, ...moneyHits, ...invoiceHits],
    isSettled: !clients.isLoading && !invoices.isLoading,
  };
}

const ICONS = { client: IconUsers, invoice: IconFileInvoice, money: IconMapPin };

function HitIcon({ what }: { what: Hit['what'] }) {
  const Icon = ICONS[what];
  return <Icon size={20} stroke={1.6} aria-hidden="true" />;
}

function Search() {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), DEBOUNCE_MS);
  const { hits, isSettled } = useHits(text);
  const [place, setPlace] = useState(0);
  const chosen = hits[Math.min(place, hits.length - 1)];

  // biome-ignore lint/correctness/useExhaustiveDependencies: another text starts again at the first hit
  useEffect(() => setPlace(0), [text]);

  const open = (hit: Hit) => {
    close();
    hit.open();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setPlace((now) => Math.max(0, Math.min(hits.length - 1, now + step)));
    } else if (event.key === 'Enter' && chosen && text === typed.trim()) {
      event.preventDefault();
      open(chosen);
    }
  };

  return (
    <>
      <TextInput
        // At once, so that what is typed right after the key is not lost
        autoFocus
        data-autofocus
        aria-label={t('shell.search.label')}
        placeholder={t('shell.search.placeholder')}
        description={t('shell.search.hint')}
        leftSection={<IconSearch size={18} aria-hidden="true" />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls="search-hits"
        aria-activedescendant={chosen ? `hit-${chosen.key}` : undefined}
        autoComplete="off"
      />
      <div
        id="search-hits"
        role="listbox"
        aria-label={t('shell.search.label')}
        className={classes.hits}
        hidden={hits.length === 0}
      >
        {hits.map((hit) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the combobox above
          <div
            key={hit.key}
            id={`hit-${hit.key}`}
            role="option"
            tabIndex={-1}
            aria-selected={hit === chosen}
            className={classes.hit}
            onClick={() => open(hit)}
          >
            <HitIcon what={hit.what} />
            <span className={classes.words}>
              <span className={classes.title}>{hit.title}</span>
              <span className={classes.detail}>{hit.detail}</span>
            </span>
            <Balance minor={hit.balanceMinor} />
          </div>
        ))}
      </div>
      <p role="status" className={classes.status}>
        {text !== '' && isSettled && hits.length === 0 && t('shell.search.none', { text })}
        {hits.length > 0 && (
          <span className="seen-by-readers">{t('shell.search.results', { count: hits.length })}</span>
        )}
      </p>
      <button
        type="button"
        className={classes.add}
        onClick={() => {
          close();
          goTo('client', null, { new: 1, name: typed.trim() || undefined });
        }}
      >
        <IconUserPlus size={20} stroke={1.6} aria-hidden="true" />
        {t('shell.search.newClient')}
      </button>
    </>
  );
}
