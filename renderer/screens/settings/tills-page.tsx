import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useRead } from '../../connection/use-read.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Panel } from '../../parts/page.tsx';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { useWords } from '../../shell/language.ts';
import { ChangeButton } from './list-controls.tsx';
import { PrinterPanel } from './printer-panel.tsx';
import classes from './settings.module.css';
import { TerminalDialog } from './terminal-dialog.tsx';
import { TerminalLinkDialog } from './terminal-link-dialog.tsx';
import { TerminalTable } from './terminal-table.tsx';
import { TillDialog } from './till-dialog.tsx';

export type TillRow = OutputOf<'till.list'>['tills'][number];
export type TerminalRow = OutputOf<'terminal.list'>['terminals'][number];

/** Drawers, terminals and printers. */
export function TillsPage() {
  const { t } = useWords();
  const tills = useRead('till.list', {});
  const terminals = useRead('terminal.list', {});
  const [till, setTill] = useState<TillRow | 'new' | null>(null);
  const [terminal, setTerminal] = useState<TerminalRow | 'new' | null>(null);
  const [linkedId, setLinkedId] = useState<number | null>(null);
  const failure = tills.failure ?? terminals.failure;
  if (failure) return <FailureAlert failure={failure} />;
  const terminalRows = terminals.data?.terminals ?? [];
  const linked = terminalRows.find((row) => row.terminalId === linkedId);
  const nameOf = (terminalId: number | null) =>
    terminalRows.find((row) => row.terminalId === terminalId)?.name ?? t('settings.tills.noTerminal');
  return (
    <>
      <Panel
        title={t('settings.tills.tills')}
        actions={<Button onClick={() => setTill('new')}>{t('settings.tills.addTill')}</Button>}
      >
        {tills.data?.tills.length === 0 ? (
          <p className={classes.soft}>{t('settings.tills.noneTill')}</p>
        ) : null}
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('settings.tills.name')}</th>
              <th scope="col">{t('settings.tills.terminal')}</th>
              <th scope="col">{t('settings.tills.state')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {(tills.data?.tills ?? []).map((row) => (
              <tr key={row.tillId}>
                <td className={classes.strong}>{row.name}</td>
                <td>{nameOf(row.terminalId)}</td>
                <td>
                  {row.active ? (
                    <StatusBadge
                      tone={row.session ? 'good' : 'plain'}
                      label={t(row.session ? 'settings.tills.isOpen' : 'settings.tills.isClosed')}
                    />
                  ) : (
                    <StatusBadge tone="plain" label={t('settings.inactive')} />
                  )}
                </td>
                <td className={classes.number}>
                  <ChangeButton name={row.name} onClick={() => setTill(row)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      <Panel
        title={t('settings.tills.terminals')}
        actions={<Button onClick={() => setTerminal('new')}>{t('settings.tills.addTerminal')}</Button>}
      >
        {terminalRows.length === 0 ? (
          <p className={classes.soft}>{t('settings.tills.noneTerminal')}</p>
        ) : (
          <TerminalTable
            rows={terminalRows}
            onChange={setTerminal}
            onLink={(row) => setLinkedId(row.terminalId)}
          />
        )}
      </Panel>
      <PrinterPanel />
      {till ? (
        <TillDialog
          row={till === 'new' ? null : till}
          terminals={terminalRows}
          onClose={() => setTill(null)}
        />
      ) : null}
      {terminal ? (
        <TerminalDialog
          row={terminal === 'new' ? null : terminal}
          onClose={() => setTerminal(null)}
          onIntegrated={(terminalId) => {
            setTerminal(null);
            setLinkedId(terminalId);
          }}
        />
      ) : null}
      {linked ? (
        <TerminalLinkDialog row={linked} onClose={() => setLinkedId(null)} onChanged={terminals.refetch} />
      ) : null}
    </>
  );
}
