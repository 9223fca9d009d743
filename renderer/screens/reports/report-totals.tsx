import type { Column, ReportDocument } from '../../../shared/contract/report-model.ts';
import { useWords } from '../../shell/language.ts';
import { cellText } from './report-cell.ts';
import classes from './reports.module.css';

type Titled = { id: string; title: string; kind: Column['kind'] };

/** The sums everybody looks for first, large. */
export function ReportTotals({ report }: { report: ReportDocument }) {
  const { t, i18n, language } = useWords();
  const columns = report.sections.flatMap((section) => section.columns);
  const titled = Object.keys(report.totals).map((id): Titled => {
    const column = columns.find((each) => each.id === id);
    const key = `report.column.${id}`;
    const title = i18n.exists(key) ? String(t(key as never)) : id;
    return { id, title, kind: column?.kind ?? (id.endsWith('Minor') ? 'money' : 'quantity') };
  });
  return (
    <dl className={classes.totals}>
      {titled.map(({ id, title, kind }) => (
        <div key={id}>
          <dt>{title}</dt>
          <dd>{cellText(report.totals[id], kind, language)}</dd>
        </div>
      ))}
    </dl>
  );
}
