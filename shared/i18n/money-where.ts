/** "Where is the money?" (domain.md B14): one plain sentence for the counter, told to the client in their language. */
export const moneyWhereWords = {
  fr: {
    title: 'Où est l’argent\u00a0?',
    titleFor: 'Où est l’argent\u00a0? {{name}}',
    lead: 'Chaque remboursement et chaque crédit, avec la phrase à dire au client, dans sa langue.',
    empty: 'Aucun crédit, aucun remboursement',
    emptyLead: 'Rien n’a été crédité ni remboursé à ce compte.',
    say: 'À dire au client',
    happened: 'Ce qui s’est passé',
    print: 'Imprimer la réponse',
    open: 'Ouvrir le remboursement',
    refund: 'Rembourser maintenant',
    settle: 'Régler dans «\u00a0À régler\u00a0»',
    back: 'Retour au compte',
    list: 'Mouvements d’argent',
    amount: 'Montant',
    aCard: 'la carte',
    proof: ' (autorisation {{reference}})',
    cause: {
      'in-doubt': 'On vérifie',
      'funds-low': 'Fonds insuffisants du centre',
      'card-expired': 'Carte plus valide',
      'failed-waiting': 'Échoué, à reprendre',
      'approval-waiting': 'Attend une approbation',
      'approval-granted': 'Approuvé, à faire',
      'approval-ended': 'Non approuvé',
      processing: 'En traitement à la banque',
      'in-progress': 'En cours au comptoir',
      'cheque-to-issue': 'Chèque à préparer',
      'part-to-begin': 'Part à remettre',
      'echeck-unsettled': 'Paiement pas encore encaissé',
      'card-unusable': 'La carte ne sert plus',
      'credit-only': 'Crédit seulement',
      'not-refundable': 'Crédit non remboursable',
      'not-done': 'Pas fait',
      'other-card': 'Sur une autre carte',
      'bank-delay': 'Délai de la banque',
      'card-credited': 'Sur la carte',
      'cheque-issued': 'Par chèque',
      'cash-given': 'Comptant',
    },
    sentence: {
      'in-doubt':
        'Nous vérifions si {{amount, money}} vous ont été remis le {{date, date}}. Le montant est réservé\u00a0: il ne sera ni perdu ni remis deux fois.',
      'funds-low':
        'Le remboursement de {{amount, money}} sur {{card}} n’a pas passé le {{date, date}}\u00a0: notre compte chez le processeur de paiement n’avait pas assez de fonds ce jour-là. Nous le reprenons; l’argent reste à votre compte.',
      'card-expired':
        'Le remboursement de {{amount, money}} n’a pas passé le {{date, date}}\u00a0: {{card}} n’est plus valide. Au comptoir, votre nouvelle carte ou du comptant règle cela tout de suite.',
      'failed-waiting':
        'Le remboursement de {{amount, money}} sur {{card}} n’a pas passé le {{date, date}}. Nous le reprenons; l’argent reste à votre compte.',
      'approval-waiting':
        'Un remboursement de {{amount, money}} a été demandé le {{date, date}}. Il attend l’approbation d’une personne responsable.',
      'approval-granted':
        'Votre remboursement de {{amount, money}} est approuvé depuis le {{date, date}}. Il reste à le faire au comptoir.',
      'approval-ended':
        'Le remboursement de {{amount, money}} demandé n’a pas été approuvé (le {{date, date}}). L’argent reste à votre compte.',
      processing:
        '{{amount, money}} sont partis vers {{card}} le {{date, date}}. La banque les traite; d’ici là, le montant paraît encore à votre compte.',
      'in-progress': 'Votre remboursement de {{amount, money}} se fait en ce moment au comptoir.',
      'cheque-to-issue':
        'Un chèque de {{amount, money}} sera préparé pour vous. Il a été demandé le {{date, date}}; le montant est réservé.',
      'part-to-begin':
        'Votre remboursement se fait en plusieurs parts. Celle de {{amount, money}}, demandée le {{date, date}}, est réservée et reste à vous remettre au comptoir.',
      'echeck-unsettled':
        'Votre paiement par chèque électronique n’est pas encore encaissé par la banque. Les {{amount, money}} de {{number}} seront remboursables après 5 jours ouvrables.',
      'card-unusable':
        '{{amount, money}} ({{number}}) sont à votre compte depuis le {{date, date}}. La carte {{card}} qui a payé n’est plus valide\u00a0: au comptoir, votre nouvelle carte ou du comptant.',
      'credit-only':
        'Un crédit de {{amount, money}} ({{number}}) est à votre compte depuis le {{date, date}}. Aucun remboursement n’a été demandé\u00a0: il peut servir à un achat ou vous être remboursé.',
      'not-refundable':
        'Un crédit de {{amount, money}} ({{number}}) est à votre compte depuis le {{date, date}}. Il sert à un achat et ne se rembourse pas.',
      'not-done':
        'Le remboursement de {{amount, money}} du {{date, date}} n’a pas été fait. L’argent reste à votre compte.',
      'other-card':
        '{{amount, money}} ont été remis le {{date, date}} sur {{card}}{{proof}}, une autre carte que celle qui avait payé. Regardez le relevé de cette carte.',
      'bank-delay':
        '{{amount, money}} ont été remis le {{date, date}} sur {{card}}{{proof}}. La banque peut prendre jusqu’à 10 jours pour l’afficher.',
      'card-credited':
        '{{amount, money}} ont été remis le {{date, date}} sur {{card}}{{proof}}. Plus de 10 jours ont passé\u00a0: votre banque peut les retrouver avec cette date et cette carte.',
      'cheque-issued': 'Un chèque de {{amount, money}}, n° {{cheque}}, a été préparé le {{date, date}}.',
      'cash-given':
        '{{amount, money}} vous ont été remis comptant le {{date, date}}. Le reçu porte le numéro {{number}}.',
    },
  },
  en: {
    title: 'Where is the money?',
    titleFor: 'Where is the money? {{name}}',
    lead: 'Every refund and every credit, with the sentence to tell the client, in their language.',
    empty: 'No credit, no refund',
    emptyLead: 'Nothing was credited or refunded to this account.',
    say: 'To tell the client',
    happened: 'What happened',
    print: 'Print the answer',
    open: 'Open the refund',
    refund: 'Refund now',
    settle: 'Settle in “To settle”',
    back: 'Back to the account',
    list: 'Movements of money',
    amount: 'Amount',
    aCard: 'the card',
    proof: ' (authorisation {{reference}})',
    cause: {
      'in-doubt': 'Being checked',
      'funds-low': 'The centre’s funds were low',
      'card-expired': 'Card no longer valid',
      'failed-waiting': 'Failed, to be taken up',
      'approval-waiting': 'Waits for an approval',
      'approval-granted': 'Approved, to be done',
      'approval-ended': 'Not approved',
      processing: 'Being processed by the bank',
      'in-progress': 'Under way at the desk',
      'cheque-to-issue': 'Cheque to make out',
      'part-to-begin': 'Part to be given',
      'echeck-unsettled': 'Payment not collected yet',
      'card-unusable': 'The card is of no use',
      'credit-only': 'A credit only',
      'not-refundable': 'Credit that is not refundable',
      'not-done': 'Not done',
      'other-card': 'On another card',
      'bank-delay': 'Bank delay',
      'card-credited': 'On the card',
      'cheque-issued': 'By cheque',
      'cash-given': 'In cash',
    },
    sentence: {
      'in-doubt':
        'We are checking whether {{amount, money}} was given to you on {{date, date}}. The amount is held: it will neither be lost nor given twice.',
      'funds-low':
        'The refund of {{amount, money}} to {{card}} did not go through on {{date, date}}: our account at the payment processor did not hold enough that day. We are taking it up again; the money stays on your account.',
      'card-expired':
        'The refund of {{amount, money}} did not go through on {{date, date}}: {{card}} is no longer valid. At the desk, your new card or cash settles it at once.',
      'failed-waiting':
        'The refund of {{amount, money}} to {{card}} did not go through on {{date, date}}. We are taking it up again; the money stays on your account.',
      'approval-waiting':
        'A refund of {{amount, money}} was asked for on {{date, date}}. It waits for the approval of a person in charge.',
      'approval-granted':
        'Your refund of {{amount, money}} has been approved since {{date, date}}. It is still to be made at the desk.',
      'approval-ended':
        'The refund of {{amount, money}} that was asked for was not approved (on {{date, date}}). The money stays on your account.',
      processing:
        '{{amount, money}} left for {{card}} on {{date, date}}. The bank is processing it; until then the amount still shows on your account.',
      'in-progress': 'Your refund of {{amount, money}} is being made at the desk right now.',
      'cheque-to-issue':
        'A cheque of {{amount, money}} will be made out to you. It was asked for on {{date, date}}; the amount is held.',
      'part-to-begin':
        'Your refund is made in several parts. The one of {{amount, money}}, asked for on {{date, date}}, is reserved and is still to be given to you at the desk.',
      'echeck-unsettled':
        'Your eCheck payment is not collected by the bank yet. The {{amount, money}} of {{number}} can be refunded after 5 business days.',
      'card-unusable':
        '{{amount, money}} ({{number}}) has been on your account since {{date, date}}. The card {{card}} that paid is no longer valid: at the desk, your new card or cash.',
      'credit-only':
        'A credit of {{amount, money}} ({{number}}) has been on your account since {{date, date}}. No refund was asked for: it can pay a purchase or be refunded to you.',
      'not-refundable':
        'A credit of {{amount, money}} ({{number}}) has been on your account since {{date, date}}. It pays a purchase and is not refunded.',
      'not-done':
        'The refund of {{amount, money}} of {{date, date}} was not made. The money stays on your account.',
      'other-card':
        '{{amount, money}} was given back on {{date, date}} to {{card}}{{proof}}, another card than the one that had paid. Look at the statement of that card.',
      'bank-delay':
        '{{amount, money}} was given back on {{date, date}} to {{card}}{{proof}}. The bank may take up to 10 days to show it.',
      'card-credited':
        '{{amount, money}} was given back on {{date, date}} to {{card}}{{proof}}. More than 10 days have passed: your bank can find it by this date and this card.',
      'cheque-issued': 'A cheque of {{amount, money}}, no. {{cheque}}, was made out on {{date, date}}.',
      'cash-given':
        '{{amount, money}} was given to you in cash on {{date, date}}. The receipt bears number {{number}}.',
    },
  },
};
