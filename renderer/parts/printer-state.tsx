import type { OutputOf } from '../../shared/contract/contract.ts';
import { useWords } from '../shell/language.ts';
import { StatusBadge } from './status-badge.tsx';

type Printer = Pick<OutputOf<'printer.list'>['printers'][number], 'problem' | 'waiting'>;

/** Whether a till's printer prints, and how much waits for it, in words. */
export function PrinterState({ printer: { problem, waiting } }: { printer: Printer }) {
  const { t } = useWords();
  const words = problem === null ? t('printer.works') : t(`printer.problem.${problem}`);
  const queue = waiting === 0 ? '' : `, ${t('printer.waiting', { count: waiting })}`;
  return <StatusBadge tone={problem === null ? 'good' : 'doubt'} label={words + queue} />;
}
