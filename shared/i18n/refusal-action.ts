/** Refusals of the worklist: a row that is gone, that someone else is on, or that is not put away. */
export const actionRefusalWords = {
  fr: {
    'close-reviewed': 'La fermeture {{zNumber}} est déjà revue, par {{staffName}}.',
    'cheque-number-needed':
      'Inscrivez le numéro du chèque qui a été préparé, ou répondez «\u00a0Pas fait\u00a0» avec une raison.',
    'cheque-number-used':
      'Le chèque {{chequeNumber}} a déjà servi pour {{refundNumber}}, le {{settledAt, instant}}. Vérifiez le numéro; d’un autre chéquier, une superviseure ou un superviseur le confirme avec une raison.',
    'action-claimed':
      '{{staffName}} s’en occupe déjà. Parlez-lui, ou demandez à une superviseure ou à un superviseur de libérer la ligne.',
    'action-not-claimed': 'Personne ne s’occupe de cette ligne\u00a0: il n’y a rien à libérer.',
    'action-not-dismissable':
      'Cette ligne ne se classe pas\u00a0: de l’argent y attend une réponse. Faites ce qu’elle propose.',
  },
  en: {
    'close-reviewed': 'The close {{zNumber}} is already reviewed, by {{staffName}}.',
    'cheque-number-needed':
      'Type the number of the cheque that was made out, or answer “Not done” with a reason.',
    'cheque-number-used':
      'Cheque {{chequeNumber}} already served for {{refundNumber}}, on {{settledAt, instant}}. Check the number; from another chequebook, a supervisor confirms it with a reason.',
    'action-claimed':
      '{{staffName}} is already on it. Talk to them, or ask a supervisor to release the line.',
    'action-not-claimed': 'Nobody is on this line: there is nothing to release.',
    'action-not-dismissable':
      'This line cannot be dismissed: money waits there for an answer. Do what it offers.',
  },
};
