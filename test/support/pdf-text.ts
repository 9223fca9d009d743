import { fileURLToPath } from 'node:url';
import pdfmake from 'pdfmake';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Paper } from '../../shared/document/paper.ts';
import { pdfDefinition } from '../../shared/document/pdf-definition.ts';

const font = (name: string) => fileURLToPath(import.meta.resolve(`pdfmake/fonts/Roboto/Roboto-${name}.ttf`));
pdfmake.addFonts({ Roboto: { normal: font('Regular'), bold: font('Medium') } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.endsWith('.ttf'));

/** The bytes of one PDF with all these papers. */
export async function pdfBytes(paper: Paper, ...others: readonly Paper[]): Promise<Uint8Array> {
  return new Uint8Array(await pdfmake.createPdf(pdfDefinition(paper, ...others)).getBuffer());
}

/** The text of each page of a PDF, as a reader finds it. */
export async function pdfPages(bytes: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: false });
  return text;
}
