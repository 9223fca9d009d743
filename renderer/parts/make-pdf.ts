import type { TDocumentDefinitions } from 'pdfmake/interfaces';

/** A PDF's bytes. The maker and its fonts are as heavy as the rest of the program: they load with the first one. */
export async function makePdf(definition: TDocumentDefinitions): Promise<Blob> {
  const [{ default: pdfmake }, { default: fonts }] = await Promise.all([
    import('pdfmake/build/pdfmake.js'),
    import('pdfmake/build/vfs_fonts.js'),
  ]);
  pdfmake.addVirtualFileSystem(fonts);
  return await pdfmake.createPdf(definition).getBlob();
}
