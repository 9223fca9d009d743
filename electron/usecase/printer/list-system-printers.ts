import type { QueryHandler } from '../context.ts';

export const listSystemPrinters: QueryHandler<'printer.system'> = async ({ printers }) => ({
  printers: await printers.listSystem(),
});
