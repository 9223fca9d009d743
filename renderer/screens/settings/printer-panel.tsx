import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useRead } from '../../connection/use-read.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Panel } from '../../parts/page.tsx';
import { PrinterState } from '../../parts/printer-state.tsx';
import { useWords } from '../../shell/language.ts';
import { ChangeButton } from './list-controls.tsx';
import { PrinterDialog } from './printer-dialog.tsx';
import classes from './settings.module.css';

export type PrinterRow = OutputOf<'printer.list'>['printers'][number];

/** Each till's printer, whether it prints, and how much waits for it. */
export function PrinterPanel() {
  const { t } = useWords();
  const { data, failure } = useRead('printer.list', {});
  const [chosen, setChosen] = useState<PrinterRow | null>(null);
  if (failure) return <FailureAlert failure={failure} />;
  return (
    <Panel title={t('printer.title')}>
      <p className={classes.soft}>{t('printer.lead')}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('settings.tills.name')}</th>
            <th scope="col">{t('printer.printer')}</th>
            <th scope="col">{t('settings.tills.state')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {(data?.printers ?? []).map((row) => (
            <tr key={row.tillId}>
              <td className={classes.strong}>{row.tillName}</td>
              <td>
                {row.kind === 'network' || row.kind === 'system' ? row.address : t(`printer.${row.kind}`)}
              </td>
              <td>{row.kind === 'none' ? '—' : <PrinterState printer={row} />}</td>
              <td className={classes.number}>
                <ChangeButton
                  name={t('printer.dialog', { name: row.tillName })}
                  onClick={() => setChosen(row)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen ? <PrinterDialog row={chosen} onClose={() => setChosen(null)} /> : null}
    </Panel>
  );
}
