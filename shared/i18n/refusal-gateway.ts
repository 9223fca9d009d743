/** Refusals of saved payment methods, of the gateway, and of what is tried once more from the worklist. */
export const gatewayRefusalWords = {
  fr: {
    'saved-method-unknown':
      'Ce mode de paiement (n° {{savedMethodId}}) n’est pas au compte\u00a0; choisissez-le dans la liste.',
    'saved-method-walk-in':
      'Un client de passage n’enregistre aucun mode de paiement\u00a0: choisissez un compte client.',
    'saved-method-taken':
      'Ce mode de paiement est déjà enregistré au compte de {{clientName}}\u00a0; demandez-en un autre au client.',
    'saved-method-expired':
      'Cette carte est expirée depuis {{expiresOn}}\u00a0; demandez au client celle qui la remplace.',
    'saved-method-withdrawn':
      'Le client a retiré son autorisation pour la carte ou le compte •••• {{last4}}\u00a0; une nouvelle autorisation s’enregistre à part.',
    'saved-method-other-client':
      'Ce mode de paiement est celui de {{clientName}}\u00a0; choisissez un mode que ce client a autorisé.',
    'saved-method-other-kind_card': 'C’est une carte\u00a0: choisissez «\u00a0carte en ligne\u00a0».',
    'saved-method-other-kind_bank':
      'C’est un compte bancaire\u00a0: choisissez «\u00a0chèque électronique\u00a0».',
    'saved-method-other-kind': 'Ce mode de paiement est d’une autre sorte\u00a0; choisissez-en un autre.',
    'saved-method-unusable':
      'Le mode de paiement •••• {{last4}} ne peut pas servir\u00a0: il est {{status}}. Choisissez-en un autre.',
    'consent-after-today':
      'L’autorisation du client porte une date à venir\u00a0; inscrivez au plus tard le {{today, date}}.',
    'gateway-missing':
      'Aucune passerelle de paiement n’est réglée\u00a0: encaissez autrement, ou demandez à l’administration de la régler.',
    'gateway-key-missing':
      'Ce poste n’a pas la clé de la passerelle de paiement\u00a0: encaissez autrement, ou demandez à l’administration de l’enregistrer.',
    'gateway-waits':
      'Des débits ou des remboursements n’ont pas encore d’issue ({{waitingCount}})\u00a0: réglez-les d’abord, puis changez la passerelle.',
    'attempt-on-gateway':
      'La passerelle traite encore {{amountMinor, money}}\u00a0: sa réponse arrive d’elle-même.',
    'echeck-alone':
      'Le chèque électronique met des jours à passer\u00a0: prenez d’abord les cartes, puis le chèque électronique dans un second paiement.',
    'refund-one-payment':
      'Un remboursement en ligne revient à un seul paiement\u00a0: remboursez d’abord {{maximumMinor, money}} du paiement {{number}}.',
    'refund-other-method':
      'Un remboursement ne va qu’à la carte qui a payé (•••• {{last4}})\u00a0; sinon, remboursez hors ligne.',
    'action-unknown': 'Cette ligne n’est plus dans la liste\u00a0; rechargez la liste.',
    'action-settled': 'C’est déjà réglé\u00a0: il n’y a plus rien à refaire ici.',
    'action-under-way':
      'Un essai de {{amountMinor, money}} est déjà en cours depuis {{at, time}}\u00a0; attendez son issue.',
    'action-not-retryable': 'Cette ligne ne se réessaie pas\u00a0; ouvrez-la pour voir ce qui est possible.',
    'action-paid-elsewhere':
      'Ce qui était dû a été payé autrement\u00a0: il reste {{owedMinor, money}}, rien n’est débité.',
    'nothing-to-settle': 'La passerelle n’a plus rien à verser à cette date.',
    'settlement-differs':
      'D’après le registre, le versement est de {{amountMinor, money}}\u00a0; vérifiez la date ou le montant.',
    'payment-not-returnable':
      'Ce paiement ne revient pas de la banque\u00a0: seul un chèque ou un chèque électronique peut revenir.',
    'payment-not-returnable_void': 'Ce paiement a été annulé\u00a0: il n’y a rien à retourner.',
    'payment-not-returnable_already-returned': 'Le retour de ce paiement est déjà inscrit.',
    'payment-not-returnable_walk-in':
      'Le chèque d’un client de passage ne peut rien laisser dû\u00a0: inscrivez la perte comme une sortie de caisse.',
  },
  en: {
    'saved-method-unknown':
      'This payment method (no. {{savedMethodId}}) is not on the account; choose it from the list.',
    'saved-method-walk-in': 'A walk-in client saves no payment method: choose a client account.',
    'saved-method-taken':
      'This payment method is already saved on the account of {{clientName}}; ask the client for another.',
    'saved-method-expired':
      'This card expired in {{expiresOn}}; ask the client for the one that replaces it.',
    'saved-method-withdrawn':
      'The client withdrew the authorisation for card or account •••• {{last4}}; a new authorisation is saved apart.',
    'saved-method-other-client':
      'This payment method belongs to {{clientName}}; choose one that this client authorised.',
    'saved-method-other-kind_card': 'It is a card: choose “online card”.',
    'saved-method-other-kind_bank': 'It is a bank account: choose “eCheck”.',
    'saved-method-other-kind': 'This payment method is of another kind; choose another.',
    'saved-method-unusable':
      'Payment method •••• {{last4}} cannot be used: it is {{status}}. Choose another.',
    'consent-after-today': 'The client’s authorisation is dated ahead; enter {{today, date}} at the latest.',
    'gateway-missing':
      'No payment gateway is set up: take the money another way, or ask an administrator to set it up.',
    'gateway-key-missing':
      'This desk has no key for the payment gateway: take the money another way, or ask an administrator to keep it here.',
    'gateway-waits':
      'Charges or refunds have no outcome yet ({{waitingCount}}): settle them first, then change the gateway.',
    'attempt-on-gateway':
      'The gateway is still processing {{amountMinor, money}}: its answer comes by itself.',
    'echeck-alone':
      'An eCheck takes days to settle: take the cards first, then the eCheck as a second payment.',
    'refund-one-payment':
      'An online refund goes back to one payment: refund {{maximumMinor, money}} of payment {{number}} first.',
    'refund-other-method':
      'A refund goes only to the card that paid (•••• {{last4}}); otherwise refund it offline.',
    'action-unknown': 'This row is no longer on the list; reload the list.',
    'action-settled': 'This is settled already: there is nothing left to try here.',
    'action-under-way':
      'An attempt of {{amountMinor, money}} has been under way since {{at, time}}; wait for its outcome.',
    'action-not-retryable': 'This row cannot be tried again; open it to see what can be done.',
    'action-paid-elsewhere':
      'What was due has been paid another way: {{owedMinor, money}} is left, nothing is charged.',
    'nothing-to-settle': 'The gateway has nothing left to pay out at this date.',
    'settlement-differs': 'By the ledger the payout is {{amountMinor, money}}; check the date or the amount.',
    'payment-not-returnable':
      'This payment does not come back from the bank: only a cheque or an eCheck can.',
    'payment-not-returnable_void': 'This payment was voided: there is nothing to return.',
    'payment-not-returnable_already-returned': 'The return of this payment is recorded already.',
    'payment-not-returnable_walk-in':
      'A walk-in client’s cheque can leave nothing owed: record the loss as a pay-out.',
  },
};
