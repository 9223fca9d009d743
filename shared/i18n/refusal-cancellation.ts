/** Refusals of cancelling, each saying what would pass. */
export const cancellationRefusalWords = {
  fr: {
    'fee-exceeds-credit':
      'Les frais ne passent pas le crédit de {{creditMinor, money}}\u00a0: inscrivez au plus {{maximumMinor, money}}.',
    'fee-item-needed': 'Il y a plusieurs sortes de frais\u00a0: choisissez parmi {{choices, list}}.',
    'item-other-invoice': '«\u00a0{{name}}\u00a0» est sur une autre facture\u00a0: annulez-le à part.',
    'policy-unknown':
      'Cette politique (n° {{policyId}}) n’existe pas; choisissez-la dans la liste des politiques.',
    'policy-differs':
      'La politique «\u00a0{{name}}\u00a0» rend {{creditMinor, money}} et garde {{feeMinor, money}} de frais. Pour autre chose, un superviseur ou une superviseure doit donner la raison.',
    'sessions-needed':
      'La politique compte les séances\u00a0: dites combien ont été données, sur {{totalCount}}.',
    'item-changed':
      '«\u00a0{{name}}\u00a0» vient d’être crédité par quelqu’un d’autre\u00a0: il y reste {{leftMinor, money}}. Rien n’a été inscrit; regardez de nouveau avant de confirmer.',
  },
  en: {
    'fee-exceeds-credit':
      'The fee cannot pass the credit of {{creditMinor, money}}: enter at most {{maximumMinor, money}}.',
    'fee-item-needed': 'There are several kinds of fees: choose among {{choices, list}}.',
    'item-other-invoice': '“{{name}}” is on another invoice: cancel it apart.',
    'policy-unknown': 'There is no such policy (no. {{policyId}}); choose it from the list of policies.',
    'policy-differs':
      'The policy “{{name}}” gives back {{creditMinor, money}} and keeps a fee of {{feeMinor, money}}. For anything else a supervisor must give the reason.',
    'sessions-needed': 'The policy counts sessions: say how many were given, of {{totalCount}}.',
    'item-changed':
      'Someone else just credited “{{name}}”: {{leftMinor, money}} of it is left. Nothing was written; look again before you confirm.',
  },
};
