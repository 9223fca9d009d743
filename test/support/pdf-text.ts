import { fileURLToPath } from 'node:url';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Paper } from '../../shared/document/paper.ts';
import { pdfDefinition } from '../../shared/document/pdf-definition.ts';

const font = (name: string) => fileURLToPath(import.meta.resolve(`pdfmake/fonts/Roboto/Roboto-${name}.ttf`));
pdfmake.addFonts({ Roboto: { normal: font('Regular'), bold: font('Medium') } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.endsWith('.ttf'));

/** The bytes of one PDF with all these papers. */
export async function pdfBytes(paper: Paper, ...others: readonly Paper[]): Promise<Uint8Array> {
  return await pdfBytesOf(pdfDefinition(paper, ...others));
}

/** The bytes that the maker makes of a definition. */
export async function pdfBytesOf(definition: TDocumentDefinitions): Promise<Uint8Array> {
  return new Uint8Array(await pdfmake.createPdf(definition).getBuffer());
}

/** The text of each page of a PDF, as a reader finds it. */
export async function pdfPages(bytes: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: false });
  return text;
}
