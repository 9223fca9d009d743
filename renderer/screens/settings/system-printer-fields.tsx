import { NativeSelect } from '@mantine/core';
import { useEffect } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useWords } from '../../shell/language.ts';
import type { PrinterRow } from './printer-panel.tsx';

type SystemPrinter = NonNullable<OutputOf<'printer.system'>['printers']>[number];

interface Props {
  readonly printers: readonly SystemPrinter[];
  /** The printer chosen; empty before a choice. */
  readonly name: string;
  readonly page: PrinterRow['page'];
  readonly onName: (name: string) => void;
  readonly onPage: (page: PrinterRow['page']) => void;
}

/** Which of the computer's printers, and what it holds; one that is chosen but gone stays in the list, and says so. */
export function SystemPrinterFields({ printers, name, page, onName, onPage }: Props) {
  const { t } = useWords();
  const first = printers.find(({ isDefault }) => isDefault) ?? printers[0];
  useEffect(() => {
    if (name === '' && first) onName(first.name);
  }, [name, first, onName]);
  const isGone = name !== '' && !printers.some((printer) => printer.name === name);
  return (
    <>
      <NativeSelect
        label={t('printer.systemName')}
        description={t('printer.systemHelp')}
        value={name}
        error={printers.length === 0 ? t('printer.systemNone') : undefined}
        onChange={(event) => onName(event.currentTarget.value)}
        data={[
          ...(isGone ? [{ value: name, label: t('printer.systemGone', { name }) }] : []),
          ...printers.map((printer) => ({ value: printer.name, label: printer.label })),
        ]}
      />
      <NativeSelect
        label={t('printer.page')}
        value={page}
        onChange={(event) => onPage(event.currentTarget.value === 'letter' ? 'letter' : 'roll')}
        data={(['roll', 'letter'] as const).map((value) => ({ value, label: t(`printer.${value}`) }))}
      />
    </>
  );
}
