import type { QueryHandler } from '../context.ts';
import { planStatement } from './plan-statement.ts';
import { readWholeStatement } from './statement-read.ts';

export const previewStatement: QueryHandler<'statement.preview'> = async (
  { db, localDate, at, staff },
  asked,
) => {
  const { client, fromDate, toDate, movements } = await planStatement(db, asked, localDate);
  return await readWholeStatement(db, client, movements, {
    statementId: null,
    number: null,
    kind: asked.kind,
    fromDate,
    toDate,
    language: client.language,
    message: asked.message ?? '',
    staffName: staff.name,
    localDate,
    at,
    commitSeq: null,
  });
};
