import type { MoneyCheck } from './verify-money.ts';

/** Rebates by hand have a giver, and what an approval let through was granted by another person. */
export const REBATE_CHECKS: readonly MoneyCheck[] = [
  {
    check: 'manual-rebate',
    sql: `SELECT line.id FROM discount_line line WHERE rule_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM manual_rebate WHERE discount_line_id = line.id)`,
    fr: 'La ligne de rabais {id} n’est d’aucune règle et personne ne l’a donnée.',
    en: 'Discount line {id} is of no rule and nobody gave it.',
  },
  {
    check: 'manual-rebate',
    sql: `SELECT memo.id, memo.net_minor - coalesce(rebate.amount_minor, 0) AS amount FROM credit_memo memo
      LEFT JOIN manual_rebate rebate ON rebate.memo_id = memo.id
      WHERE (memo.kind = 'rebate') <> (rebate.id IS NOT NULL) OR memo.net_minor <> rebate.amount_minor`,
    fr: 'Note de crédit {id} : le rabais donné en diffère de {amount}.',
    en: 'Credit memo {id}: the rebate given differs from it by {amount}.',
  },
  ...(['manual_rebate', 'invoice_override'] as const).map((table) => ({
    check: 'approval-use',
    sql: `SELECT approval.id FROM ${table} JOIN approval ON approval.id = approval_id WHERE approval.state <> 'used'
      OR NOT EXISTS (SELECT 1 FROM approval_answer answer WHERE answer.approval_id = approval.id
        AND answer = 'granted' AND answer.staff_id <> approval.staff_id)`,
    fr: 'L’approbation {id} a servi sans être accordée par une autre personne.',
    en: 'Approval {id} served without being granted by another person.',
  })),
];
