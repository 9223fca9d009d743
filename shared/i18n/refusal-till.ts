/** Refusals of closes that are reopened, read again or deposited. */
export const tillRefusalWords = {
  fr: {
    'till-not-reopenable': '«\u00a0{{tillName}}\u00a0» ne se rouvre pas.',
    'till-not-reopenable_never-closed':
      "«\u00a0{{tillName}}\u00a0» n'a jamais été fermée\u00a0: il n'y a rien à recompter.",
    'till-not-reopenable_not-closed':
      "«\u00a0{{tillName}}\u00a0» n'est pas fermée\u00a0: comptez-la simplement.",
    'till-not-reopenable_later-session':
      "Une autre séance a été ouverte depuis dans «\u00a0{{tillName}}\u00a0»\u00a0: notez l'écart à sa fermeture.",
    'till-not-reopenable_deposited':
      "L'argent de cette fermeture est déjà sur un bordereau de dépôt\u00a0: notez l'écart à la prochaine fermeture.",
    'z-report-unknown': "Il n'y a pas de rapport {{zNumber}}; choisissez-le dans les fermetures.",
    'nothing-to-deposit': 'Inscrivez le comptant à déposer ou cochez au moins un chèque.',
    'close-not-depositable':
      'La fermeture {{zNumber}} est déjà déposée ou a été reprise; décochez-la et rechargez la liste.',
    'cheque-not-in-hand':
      "Ce chèque (paiement n° {{paymentId}}) n'est plus à déposer, ou sa caisse n'est pas fermée; décochez-le.",
    'deposit-slip-unknown':
      "Ce bordereau (n° {{depositSlipId}}) n'existe pas; choisissez-le dans la liste des dépôts.",
  },
  en: {
    'till-not-reopenable': '“{{tillName}}” cannot be reopened.',
    'till-not-reopenable_never-closed': '“{{tillName}}” was never closed: there is nothing to recount.',
    'till-not-reopenable_not-closed': '“{{tillName}}” is not closed: simply count it.',
    'till-not-reopenable_later-session':
      'Another session has been opened since on “{{tillName}}”: note the difference when it closes.',
    'till-not-reopenable_deposited':
      'The money of this close is on a deposit slip already: note the difference at the next close.',
    'z-report-unknown': 'There is no report {{zNumber}}; choose it among the closes.',
    'nothing-to-deposit': 'Enter the cash to deposit, or tick at least one cheque.',
    'close-not-depositable':
      'The close {{zNumber}} is already deposited or was taken back; untick it and reload the list.',
    'cheque-not-in-hand':
      'This cheque (payment no. {{paymentId}}) is not to be deposited any more, or its till is not closed; untick it.',
    'deposit-slip-unknown':
      'There is no such deposit slip (no. {{depositSlipId}}); choose it from the list of deposits.',
  },
};
