import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { Column, Section } from '../../../shared/contract/report-model.ts';
import { formatCount } from '../../../shared/i18n/format.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { useWords } from '../../shell/language.ts';
import type { ReportAsk } from './report-ask.ts';
import { cellText, isNumber } from './report-cell.ts';
import { linkHash } from './report-link.ts';
import classes from './report-table.module.css';

const ROW_PX = 44;
/** Fewer rows are simply drawn: the page scrolls, and a search of the browser finds them. */
const DRAWN_WHOLE = 120;

interface ReportTableProps {
  readonly section: Section;
  readonly ask: ReportAsk;
}

/** One table of a report; a long one draws only the rows in sight. */
export function ReportTable({ section, ask }: ReportTableProps) {
  const { t, language } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const isLong = section.rows.length > DRAWN_WHOLE;
  const virtual = useVirtualizer({
    count: section.rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
    enabled: isLong,
  });
  const drawn = isLong ? virtual.getVirtualItems().map(({ index }) => index) : [...section.rows.keys()];
  const first = virtual.getVirtualItems()[0];
  const last = virtual.getVirtualItems().at(-1);
  const above = isLong ? (first?.start ?? 0) : 0;
  const below = isLong ? virtual.getTotalSize() - (last?.end ?? 0) : 0;
  const { totals } = section;
  const columns = saidColumns(section);
  return (
    <>
      <section
        ref={box}
        className={classes.box}
        data-long={isLong || undefined}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls is reached by the keyboard
        tabIndex={0}
        aria-label={t('reportScreen.tableOf', { title: section.title[language] })}
      >
        <table className={classes.table} aria-rowcount={section.rows.length + 1}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.id} scope="col" data-number={isNumber(column) || undefined}>
                  {column.title[language]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Spacer height={above} columns={columns.length} />
            {drawn.map((index) => (
              <ReportRow key={index} index={index} section={section} columns={columns} ask={ask} />
            ))}
            <Spacer height={below} columns={columns.length} />
          </tbody>
          {totals && section.rows.length > 1 ? (
            <tfoot>
              <tr>
                {columns.map((column, at) => (
                  <TotalCell key={column.id} column={column} isFirst={at === 0} totals={totals} />
                ))}
              </tr>
            </tfoot>
          ) : null}
        </table>
      </section>
      {section.rowCount > section.rows.length ? (
        <p className={classes.cut}>
          {t('reportScreen.cut', {
            shown: formatCount(section.rows.length, language),
            count: formatCount(section.rowCount, language),
          })}
        </p>
      ) : null}
    </>
  );
}

/** A column in which no row says anything only takes the room of the others. */
function saidColumns({ columns, rows }: Section): Column[] {
  return columns.filter(({ id }) => rows.some(({ cells }) => cells[id] != null && cells[id] !== ''));
}

function ReportRow({
  index,
  section,
  columns,
  ask,
}: ReportTableProps & { index: number; columns: readonly Column[] }) {
  const { language } = useWords();
  const timeZone = useOrganisation()?.timeZone;
  const row = section.rows[index];
  if (!row) return null;
  // The first text that has something to say carries the link
  const linked = row.link && columns.find(({ id, kind }) => kind === 'text' && row.cells[id] != null)?.id;
  return (
    <tr aria-rowindex={index + 2}>
      {columns.map(({ id, kind }) => {
        const text = cellText(row.cells[id], kind, language, timeZone);
        const isNegative = kind === 'money' && Number(row.cells[id]) < 0;
        return (
          <td
            key={id}
            data-number={isNumber({ kind }) || undefined}
            data-kind={kind}
            data-column={id}
            data-negative={isNegative || undefined}
          >
            {id === linked && row.link ? <a href={linkHash(row.link, ask)}>{whole(text)}</a> : whole(text)}
          </td>
        );
      })}
    </tr>
  );
}

const DOCUMENT_NUMBER = /([A-Z]{1,2}(?:-\d+)+)/;

/** A document's number is never cut at its hyphen. */
function whole(text: string) {
  return text.split(DOCUMENT_NUMBER).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={index} className={classes.whole}>
        {part}
      </span>
    ),
  );
}

function TotalCell({
  column,
  isFirst,
  totals,
}: {
  column: Column;
  isFirst: boolean;
  totals: Section['totals'];
}) {
  const { t, language } = useWords();
  if (isFirst) return <th scope="row">{t('reportScreen.total')}</th>;
  return (
    <td data-number={isNumber(column) || undefined}>
      {cellText(totals?.[column.id], column.kind, language)}
    </td>
  );
}

function Spacer({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr>
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}
