/** Refusals of instalments and replacements, each saying what would pass (domain.md B11, B17). */
export const planRefusalWords = {
  fr: {
    'plan-exists':
      'Cet item a déjà {{plannedMinor, money}} de versements prévus; modifiez son plan plutôt que d’en faire un autre.',
    'items-being-paid':
      'Ces items sont déjà en train d’être payés\u00a0: {{pendingMinor, money}} attendent la réponse de la banque. Rien n’est débité deux fois.',
    'plan-missing': 'Aucun versement prévu n’est à modifier ici; faites d’abord un plan.',
    'plan-option-unknown':
      'Cet article n’a pas d’option de versements n°\u00a0{{option}}; il en a {{optionCount}}.',
    'plan-option-unknown_none':
      'Cet article n’a pas de plan de versements; choisissez vous-même le nombre et la fréquence.',
    'plan-date-past':
      'Un versement ne peut pas être prévu le {{dueDate, date}}\u00a0: au plus tôt le {{today, date}}.',
    'plan-sum-differs':
      'Les versements font {{plannedMinor, money}}; il manque {{missingMinor, money}} pour arriver à {{toPlanMinor, money}}.',
    'plan-sum-differs_over':
      'Les versements font {{plannedMinor, money}}; c’est {{overMinor, money}} de trop pour {{toPlanMinor, money}}.',
    'already-replaced': 'Cet item est déjà remplacé sur la facture {{invoiceNumber}}; agissez sur celle-ci.',
    'old-price-higher':
      'L’ancien prix ({{oldMinor, money}}) dépasse le nouveau ({{newMinor, money}})\u00a0: remplacez au prix du jour.',
    'planned-payment-unknown':
      'Ce versement (n° {{plannedPaymentId}}) n’est pas à ce compte; choisissez-le dans la liste.',
    'planned-payment-not-waiting':
      'Ce versement n’attend plus\u00a0: il est {{state}}. Choisissez-en un autre.',
  },
  en: {
    'plan-exists':
      'This item already has {{plannedMinor, money}} of planned payments; change its plan rather than make another.',
    'items-being-paid':
      'These items are being paid already: {{pendingMinor, money}} wait for the bank’s answer. Nothing is charged twice.',
    'plan-missing': 'There is no planned payment to change here; make a plan first.',
    'plan-option-unknown': 'This product has no instalment option no. {{option}}; it has {{optionCount}}.',
    'plan-option-unknown_none':
      'This product has no instalment plan; choose the number of payments and how often yourself.',
    'plan-date-past': 'A payment cannot be planned on {{dueDate, date}}: {{today, date}} at the earliest.',
    'plan-sum-differs':
      'The payments add up to {{plannedMinor, money}}; {{missingMinor, money}} is missing to reach {{toPlanMinor, money}}.',
    'plan-sum-differs_over':
      'The payments add up to {{plannedMinor, money}}; that is {{overMinor, money}} too much for {{toPlanMinor, money}}.',
    'already-replaced': 'This item is already replaced on invoice {{invoiceNumber}}; act on that one.',
    'old-price-higher':
      'The old price ({{oldMinor, money}}) is above the new one ({{newMinor, money}}): replace at today’s price.',
    'planned-payment-unknown':
      'This planned payment (no. {{plannedPaymentId}}) is not on this account; choose it from the list.',
    'planned-payment-not-waiting': 'This payment no longer waits: it is {{state}}. Choose another.',
  },
};
