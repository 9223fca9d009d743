import { planCreditReversal } from '../../../shared/domain/manual-credit.ts';
import { formatDate } from '../../../shared/i18n/format.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { readManualCredit, readReversed } from '../../ledger/credit-store.ts';
import { readExpired } from '../../ledger/expiry-store.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { writeCreditReversal } from './write-credit-reversal.ts';

const WORDS = { fr: 'Crédit échu le', en: 'Credit expired on' } as const;

/**
 * What is open of a credit the day after it expires is taken back by an invoice that it pays itself (settled.md 32).
 * Asked again it finds nothing left. Each credit in its own transaction; the invoice is in the name of who gave it.
 */
export async function expireCredits(ledger: Ledger, localDate: string): Promise<number> {
  const expired = await ledger.read(async (db) => await readExpired(db, localDate));
  for (const { memoId, expiresOn, staffId } of expired)
    await ledger.write(async (db) => {
      const memo = await readManualCredit(db, memoId);
      if (!memo) return;
      const before = await readReversed(db, memoId);
      const reversedMinor = Math.min(memo.openMinor, memo.totalMinor - before.totalMinor);
      if (reversedMinor <= 0) return;
      const parts = planCreditReversal({ credit: memo, before, reversedMinor });
      const reason = `${WORDS[memo.language]} ${formatDate(expiresOn, memo.language)}`;
      await writeCreditReversal(db, { memo, memoId, parts, reason, staffId });
      await recordAudit(db, {
        kind: 'credit.expired',
        staffId: null,
        subject: `memo:${memoId}`,
        detail: { expiresOn, amountMinor: parts.totalMinor },
      });
    });
  return expired.length;
}
