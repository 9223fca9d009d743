/** What a command that may bring an approval along can meet because of it (settled.md 13). */
export const APPROVED_REFUSALS = [
  'approval-unknown',
  'approval-not-granted',
  'approval-other-person',
  'approval-other-intent',
  'approval-own',
  'approver-not-supervisor',
] as const;
