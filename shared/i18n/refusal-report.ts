/** Refusals of reports, each saying what would pass. */
export const reportRefusalWords = {
  fr: {
    'report-period':
      'Une période qui commence le {{fromDate, date}} ne peut pas finir le {{toDate, date}}\u00a0: choisissez un début au plus tard à cette fin.',
    'report-stopped': 'Le rapport a été arrêté avant la fin; rien n’est perdu, demandez-le de nouveau.',
  },
  en: {
    'report-period':
      'A period that starts on {{fromDate, date}} cannot end on {{toDate, date}}: choose a start no later than that end.',
    'report-stopped': 'The report was stopped before its end; nothing is lost, ask for it again.',
  },
};
