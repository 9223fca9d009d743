/** Refusals of statements of account, each saying which dates would pass. */
export const statementRefusalWords = {
  fr: {
    'statement-unknown':
      "Ce relevé (n° {{statementId}}) n'existe pas; choisissez-le dans la liste des relevés du compte.",
    'statement-walk-in':
      "Les ventes sans client n'ont pas de relevé\u00a0: ouvrez un compte au client pour lui en remettre un.",
    'statement-after-today':
      'Un relevé ne peut pas finir le {{toDate, date}}\u00a0: choisissez une fin au plus tard le {{today, date}}.',
    'statement-end-before-start':
      'Un relevé qui commence le {{fromDate, date}} ne peut pas finir le {{toDate, date}}\u00a0: choisissez un début au plus tard à cette fin, elle-même au plus tard le {{today, date}}.',
    'statement-already-made':
      'Le relevé {{number}} va déjà jusqu’au {{lastDate, date}}\u00a0: choisissez une fin plus tardive, ou donnez la date de début pour refaire une période.',
    'statement-nothing':
      '{{clientName}} ne devait rien le {{fromDate, date}} et rien n’a bougé jusqu’au {{toDate, date}}\u00a0: choisissez un début plus ancien.',
  },
  en: {
    'statement-unknown':
      'There is no such statement (no. {{statementId}}); choose it from the statements of the account.',
    'statement-walk-in':
      'Sales without a client have no statement: open an account for the client to give them one.',
    'statement-after-today':
      'A statement cannot end on {{toDate, date}}: choose an end no later than {{today, date}}.',
    'statement-end-before-start':
      'A statement that starts on {{fromDate, date}} cannot end on {{toDate, date}}: choose a start no later than that end, itself no later than {{today, date}}.',
    'statement-already-made':
      'Statement {{number}} already runs to {{lastDate, date}}: choose a later end, or give a start date to make a period again.',
    'statement-nothing':
      '{{clientName}} owed nothing on {{fromDate, date}} and nothing moved until {{toDate, date}}: choose an earlier start.',
  },
};
