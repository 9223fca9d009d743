/** Refusals of rebates by hand, restrictions, unpaid balances and the date of an invoice; each says what would pass. */
export const saleRefusalWords = {
  fr: {
    'custom-item-unknown':
      "Il n'y a pas d'item personnalisé numéro {{customItemId}} de ce genre; choisissez-en un dans la liste.",
    'custom-item-inactive': '«\u00a0{{name}}\u00a0» ne sert plus; choisissez un autre item personnalisé.',
    'rebate-exceeds-item':
      'Un rabais ne descend pas sous zéro\u00a0: au plus {{maximumMinor, money}} avant taxes sur «\u00a0{{name}}\u00a0».',
    'rebate-exceeds-item_whole':
      'Un rabais ne descend pas sous zéro\u00a0: au plus {{maximumMinor, money}} avant taxes sur le tout.',
    'rebate-above-limit':
      'Sans approbation, un commis donne au plus {{availableMinor, money}} avant taxes sur «\u00a0{{name}}\u00a0»; au-delà, une superviseure ou un superviseur approuve avec son NIP.',
    'activity-full':
      '{{availableQuantity}} place(s) libre(s) dans «\u00a0{{name}}\u00a0»; inscrivez-en au plus autant, ou demandez la dérogation «\u00a0cours complet\u00a0».',
    'age-not-allowed':
      '«\u00a0{{name}}\u00a0» n’est pas pour cet âge ({{age}} ans); choisissez une autre activité, ou demandez la dérogation «\u00a0âge\u00a0».',
    'age-not-allowed_unknown':
      'La date de naissance manque au compte et «\u00a0{{name}}\u00a0» a une limite d’âge; inscrivez-la, ou demandez la dérogation «\u00a0âge\u00a0».',
    'age-not-allowed_young':
      '«\u00a0{{name}}\u00a0» est pour {{ageMinimum}} ans et plus, et la personne aura {{age}} ans; choisissez une autre activité, ou demandez la dérogation «\u00a0âge\u00a0».',
    'age-not-allowed_old':
      '«\u00a0{{name}}\u00a0» est pour {{ageMaximum}} ans et moins, et la personne aura {{age}} ans; choisissez une autre activité, ou demandez la dérogation «\u00a0âge\u00a0».',
    'registration-closed':
      'Les inscriptions à «\u00a0{{name}}\u00a0» sont fermées; choisissez une autre activité, ou demandez la dérogation «\u00a0inscriptions fermées\u00a0».',
    'registration-closed_early':
      'Les inscriptions à «\u00a0{{name}}\u00a0» ouvrent le {{date, date}}; revenez ce jour-là, ou demandez la dérogation «\u00a0inscriptions fermées\u00a0».',
    'registration-closed_late':
      'Les inscriptions à «\u00a0{{name}}\u00a0» ont fermé le {{date, date}}; choisissez une autre activité, ou demandez la dérogation «\u00a0inscriptions fermées\u00a0».',
    'unpaid-balance':
      'Ce compte doit {{overdueMinor, money}} depuis le {{since, date}}\u00a0: encaissez tout le retard avec cette vente, ou demandez la dérogation «\u00a0solde impayé\u00a0».',
    'full-payment-needed':
      'Au comptoir, cette vente se paie en entier\u00a0: il manque {{missingMinor, money}}. Encaissez-le, ou demandez la dérogation «\u00a0paiement partiel\u00a0».',
    'override-needs-supervisor':
      'La dérogation «\u00a0{{override}}\u00a0» demande l’approbation d’une superviseure ou d’un superviseur.',
    'invoice-day-closed':
      'La journée du {{localDate, date}} est fermée\u00a0: datez la facture du {{earliestDate, date}} au plus tôt.',
    'invoice-date-ahead':
      'Une facture ne se date pas d’avance ({{localDate, date}})\u00a0: au plus tard le {{today, date}}.',
  },
  en: {
    'custom-item-unknown':
      'There is no custom item number {{customItemId}} of this kind; choose one from the list.',
    'custom-item-inactive': '“{{name}}” is no longer in use; choose another custom item.',
    'rebate-exceeds-item':
      'A rebate does not go below zero: at most {{maximumMinor, money}} before tax on “{{name}}”.',
    'rebate-exceeds-item_whole':
      'A rebate does not go below zero: at most {{maximumMinor, money}} before tax on the whole.',
    'rebate-above-limit':
      'Without an approval a clerk gives at most {{availableMinor, money}} before tax on “{{name}}”; beyond, a supervisor approves with their PIN.',
    'activity-full':
      '{{availableQuantity}} place(s) left in “{{name}}”; register that many at most, or ask for the override “full class”.',
    'age-not-allowed':
      '“{{name}}” is not for this age ({{age}}); choose another activity, or ask for the override “age”.',
    'age-not-allowed_unknown':
      'The birth date is missing from the account and “{{name}}” has an age limit; enter it, or ask for the override “age”.',
    'age-not-allowed_young':
      '“{{name}}” is for {{ageMinimum}} and over, and the person will be {{age}}; choose another activity, or ask for the override “age”.',
    'age-not-allowed_old':
      '“{{name}}” is for {{ageMaximum}} and under, and the person will be {{age}}; choose another activity, or ask for the override “age”.',
    'registration-closed':
      'Registration for “{{name}}” is closed; choose another activity, or ask for the override “registration closed”.',
    'registration-closed_early':
      'Registration for “{{name}}” opens on {{date, date}}; come back that day, or ask for the override “registration closed”.',
    'registration-closed_late':
      'Registration for “{{name}}” closed on {{date, date}}; choose another activity, or ask for the override “registration closed”.',
    'unpaid-balance':
      'This account has owed {{overdueMinor, money}} since {{since, date}}: take all that is overdue with this sale, or ask for the override “unpaid balance”.',
    'full-payment-needed':
      'At the counter this sale is paid in full: {{missingMinor, money}} is missing. Take it, or ask for the override “part payment”.',
    'override-needs-supervisor': 'The override “{{override}}” needs a supervisor’s approval.',
    'invoice-day-closed':
      'The day of {{localDate, date}} is closed: date the invoice {{earliestDate, date}} at the earliest.',
    'invoice-date-ahead':
      'An invoice is not dated ahead ({{localDate, date}}): {{today, date}} at the latest.',
  },
};
