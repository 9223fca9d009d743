import { NativeSelect, Switch, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import type { PrinterRow } from './printer-panel.tsx';
import { SaveActions } from './save-actions.tsx';
import classes from './settings.module.css';
import { SystemPrinterFields } from './system-printer-fields.tsx';

/** Where a till prints, on which width, and whether each receipt prints by itself. */
export function PrinterDialog({ row, onClose }: { row: PrinterRow; onClose: () => void }) {
  const { t } = useWords();
  const [kind, setKind] = useState(row.kind);
  const [address, setAddress] = useState(row.address);
  const [page, setPage] = useState(row.page);
  const [columns, setColumns] = useState(row.columns);
  const [printsReceipts, setPrintsReceipts] = useState(row.kind === 'none' || row.printsReceipts);
  const system = useRead('printer.system', {}).data?.printers ?? null;
  const kinds = (['none', 'network', 'file', 'system'] as const).filter(
    (each) => each !== 'system' || system !== null || row.kind === 'system',
  );
  const set = useCommand('printer.set', String(row.tillId));
  const isSheet = kind === 'system' && page === 'letter';
  const common = { columns, printsReceipts };
  const isAddressWrong = set.failure?.code === 'invalid-input' && kind === 'network';
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const printer =
      kind === 'none'
        ? { kind }
        : kind === 'file'
          ? { kind, ...common }
          : kind === 'network'
            ? { kind, address: address.trim(), ...common }
            : { kind, address, page, printsReceipts, columns: isSheet ? 48 : columns };
    if (await set.run({ tillId: row.tillId, printer })) onClose();
  };
  return (
    <Dialog onClose={onClose} title={t('printer.dialog', { name: row.tillName })}>
      <form className={classes.stack} onSubmit={(event) => void save(event)}>
        <NativeSelect
          data-autofocus
          label={t('printer.printer')}
          description={kind === 'file' ? t('printer.fileHelp') : undefined}
          value={kind}
          onChange={(event) => {
            setKind(event.currentTarget.value as PrinterRow['kind']);
            setAddress(event.currentTarget.value === row.kind ? row.address : '');
          }}
          data={kinds.map((value) => ({
            value,
            label: t(`printer.${value}`),
          }))}
        />
        {kind === 'network' ? (
          <TextInput
            required
            label={t('printer.address')}
            description={t('printer.addressHelp')}
            maxLength={260}
            value={address}
            error={isAddressWrong ? t('printer.addressWrong') : undefined}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
        ) : null}
        {kind === 'system' ? (
          <SystemPrinterFields
            printers={system ?? []}
            name={address}
            page={page}
            onName={setAddress}
            onPage={setPage}
          />
        ) : null}
        {kind === 'none' ? (
          row.waiting > 0 && <p className={classes.soft}>{t('printer.dropped')}</p>
        ) : (
          <>
            {isSheet ? null : (
              <NativeSelect
                label={t('printer.columns')}
                value={String(columns)}
                onChange={(event) => setColumns(event.currentTarget.value === '32' ? 32 : 48)}
                data={[
                  { value: '48', label: t('printer.wide') },
                  { value: '32', label: t('printer.narrow') },
                ]}
              />
            )}
            <Switch
              size="md"
              label={t('printer.receipts')}
              checked={printsReceipts}
              onChange={(event) => setPrintsReceipts(event.currentTarget.checked)}
            />
          </>
        )}
        {isAddressWrong ? null : <FailureAlert failure={set.failure} isUnanswered={set.isUnanswered} />}
        <SaveActions
          isRunning={set.isRunning}
          disabled={(kind === 'network' || kind === 'system') && address.trim() === ''}
          onClose={onClose}
        />
      </form>
    </Dialog>
  );
}
