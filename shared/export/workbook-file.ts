import writeWorkbook from 'write-excel-file/universal';
import type { WorkbookSheet } from './report-workbook.ts';

/** The bytes of an XLSX file with these sheets. */
export async function workbookFile(sheets: readonly WorkbookSheet[]): Promise<Blob> {
  return await writeWorkbook(
    sheets.map(({ sheet, data, columns, stickyRowsCount }) => ({
      sheet,
      data: data.map((row) => [...row]),
      columns: [...columns],
      ...(stickyRowsCount > 0 ? { stickyRowsCount } : {}),
    })),
  ).toBlob();
}
