/** Refusals of cancelling, each saying what would pass. */
export const cancellationRefusalWords = {
  fr: {
    'fee-exceeds-credit':
      'Les frais ne passent pas le crédit de {{creditMinor, money}}\u00a0: inscrivez au plus {{maximumMinor, money}}.',
    'fee-item-needed': 'Il y a plusieurs sortes de frais\u00a0: choisissez parmi {{choices, list}}.',
    'item-other-invoice': '«\u00a0{{name}}\u00a0» est sur une autre facture\u00a0: annulez-le à part.',
    'item-changed':
      '«\u00a0{{name}}\u00a0» vient d’être crédité par quelqu’un d’autre\u00a0: il y reste {{leftMinor, money}}. Rien n’a été inscrit; regardez de nouveau avant de confirmer.',
  },
  en: {
    'fee-exceeds-credit':
      'The fee cannot pass the credit of {{creditMinor, money}}: enter at most {{maximumMinor, money}}.',
    'fee-item-needed': 'There are several kinds of fees: choose among {{choices, list}}.',
    'item-other-invoice': '“{{name}}” is on another invoice: cancel it apart.',
    'item-changed':
      'Someone else just credited “{{name}}”: {{leftMinor, money}} of it is left. Nothing was written; look again before you confirm.',
  },
};
