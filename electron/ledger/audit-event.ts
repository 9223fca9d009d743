import type { WritableLedger } from './ledger.ts';

/**
 * Chains that something was done which leaves no document: sign-ins, rights, prices. `subject` and `detail` carry
 * ids and codes only: names and phone numbers stay in the mutable tables (settled.md 45).
 */
export async function recordAudit(
  db: WritableLedger,
  event: { kind: string; staffId: number | null; subject: string | null; detail?: object },
): Promise<void> {
  await db.insert('audit_event', {
    kind: event.kind,
    staff_id: event.staffId,
    subject: event.subject,
    detail: JSON.stringify(event.detail ?? {}),
    at: db.at,
  });
}
