/** Refusals of closes that are reopened, read again or deposited. */
export const tillRefusalWords = {
  fr: {
    'logo-unusable': 'Cette image ne peut pas servir de logo.',
    'logo-unusable_too-large':
      'Cette image est trop lourde\u00a0: choisissez-en une de {{maximumKib}} Kio au plus.',
    'logo-unusable_not-an-image':
      'Ce fichier n’est ni un PNG ni un JPEG\u00a0: choisissez une image de l’une de ces sortes.',
    'logo-unusable_too-many-pixels':
      'Cette image est trop grande\u00a0: au plus {{maximumSide}} pixels de côté.',
    'logo-unusable_damaged':
      'Cette image est abîmée ou d’une sorte rare\u00a0: enregistrez-la de nouveau en PNG ordinaire.',
    'drawer-counted': 'Le tiroir de «\u00a0{{tillName}}\u00a0» a été compté et fermé.',
    'drawer-counted_reopen':
      'Le tiroir de «\u00a0{{tillName}}\u00a0» a été compté et fermé par {{zNumber}}\u00a0: reprenez cette fermeture, répondez, puis recomptez.',
    'drawer-counted_settled':
      'Le tiroir de «\u00a0{{tillName}}\u00a0» a été compté et fermé par {{zNumber}}, qui ne se reprend plus\u00a0: son écart contient déjà cet argent. Gardez «\u00a0non fait\u00a0».',
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
    'batch-slip-unknown':
      'Ce relevé de lot (n° {{batchSlipId}}) n’existe pas\u00a0: choisissez-le dans la liste.',
    'batch-already-accepted':
      'Le lot de {{terminalName}} du {{batchDate, date}} est déjà accepté\u00a0: il ne change plus.',
    'batch-slip-replaced':
      'Un relevé plus récent du lot de {{terminalName}} du {{batchDate, date}} a été inscrit\u00a0: acceptez celui-là.',
    'batch-after-today': 'Un lot ne peut pas dater d’après aujourd’hui ({{today, date}}).',
    'batch-brands-differ':
      'Les marques ne donnent pas les totaux du relevé\u00a0: il faut {{salesMinor, money}} de ventes et {{refundsMinor, money}} de remboursements.',
    'batch-slip-needed':
      'Après une reprise du registre, le terminal {{terminalName}} attend son relevé de lot\u00a0: inscrivez-le à la page Caisse, ou prenez un autre moyen.',
    'deposit-slip-unknown':
      "Ce bordereau (n° {{depositSlipId}}) n'existe pas; choisissez-le dans la liste des dépôts.",
  },
  en: {
    'logo-unusable': 'This picture cannot be the logo.',
    'logo-unusable_too-large': 'This picture is too heavy: choose one of {{maximumKib}} KiB at most.',
    'logo-unusable_not-an-image':
      'This file is neither a PNG nor a JPEG: choose a picture of one of these kinds.',
    'logo-unusable_too-many-pixels': 'This picture is too large: {{maximumSide}} pixels a side at most.',
    'logo-unusable_damaged': 'This picture is damaged or of a rare kind: save it again as an ordinary PNG.',
    'drawer-counted': 'The drawer of “{{tillName}}” was counted and closed.',
    'drawer-counted_reopen':
      'The drawer of “{{tillName}}” was counted and closed by {{zNumber}}: take that close back, answer, then count again.',
    'drawer-counted_settled':
      'The drawer of “{{tillName}}” was counted and closed by {{zNumber}}, which cannot be taken back any more: its difference holds this money already. Keep “not done”.',
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
    'batch-slip-unknown': 'There is no such batch slip (no. {{batchSlipId}}); choose it from the list.',
    'batch-already-accepted':
      'The batch of {{terminalName}} of {{batchDate, date}} is accepted already; it does not change any more.',
    'batch-slip-replaced':
      'A newer slip of the batch of {{terminalName}} of {{batchDate, date}} was typed: accept that one.',
    'batch-after-today': 'A batch cannot be dated after today ({{today, date}}).',
    'batch-brands-differ':
      'The brands do not add up to the slip: {{salesMinor, money}} of sales and {{refundsMinor, money}} of refunds are needed.',
    'batch-slip-needed':
      'After a recovery of the ledger, terminal {{terminalName}} waits for its batch slip: type it on the Till page, or use another way.',
    'deposit-slip-unknown':
      'There is no such deposit slip (no. {{depositSlipId}}); choose it from the list of deposits.',
  },
};
