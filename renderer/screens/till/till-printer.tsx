import { useRead } from '../../connection/use-read.ts';
import { Panel } from '../../parts/page.tsx';
import { PrinterState } from '../../parts/printer-state.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './till.module.css';

/** The printer of this till: where it is, whether it prints, what waits for it. */
export function TillPrinter({ tillId }: { tillId: number }) {
  const { t } = useWords();
  const { data } = useRead('printer.list', {});
  const printer = data?.printers.find((each) => each.tillId === tillId);
  if (!printer) return null;
  return (
    <Panel title={t('printer.printer')}>
      {printer.kind === 'none' ? (
        <p className={classes.soft}>{t('printer.noneHere')}</p>
      ) : (
        <div className={classes.pair}>
          <span>{printer.kind === 'network' ? printer.address : t(`printer.${printer.kind}`)}</span>
          <PrinterState printer={printer} />
        </div>
      )}
    </Panel>
  );
}
