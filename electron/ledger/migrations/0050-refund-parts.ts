import { guardFacts } from '../protect.ts';
import { fact } from './columns.ts';

/**
 * One refund over several destinations: each part is a refund of its own, with its own lines, holds, attempts and
 * receipt, so that a part in doubt neither stops nor repeats another. What they were asked as is told here: the first
 * part names itself, the others name it.
 */
export const refundParts = {
  version: 50,
  name: 'refund parts',
  sql: `
CREATE TABLE refund_part (
  ${fact}, refund_id INTEGER NOT NULL UNIQUE REFERENCES refund (id), first_refund_id INTEGER NOT NULL REFERENCES refund (id),
  position INTEGER NOT NULL CHECK (position >= 1), UNIQUE (first_refund_id, position),
  CHECK ((position = 1) = (refund_id = first_refund_id))
) STRICT;
CREATE TRIGGER refund_part_of_one_refund BEFORE INSERT ON refund_part WHEN EXISTS (
  SELECT 1 FROM refund one JOIN refund other ON other.id = NEW.first_refund_id
  WHERE one.id = NEW.refund_id AND (one.client_id <> other.client_id OR one.commit_seq <> other.commit_seq))
BEGIN SELECT RAISE(ABORT, 'the parts of a refund are asked at once, for one client'); END;
${guardFacts(['refund_part'])}`,
};
