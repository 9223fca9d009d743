/** Refusals of batches of credits or charges, each saying what would pass (domain.md B8). */
export const bulkRefusalWords = {
  fr: {
    'bulk-unknown': "Ce lot (n° {{batchId}}) n'existe pas; choisissez-le dans la liste des lots.",
    'bulk-nobody':
      'Personne ne répond à ces critères; élargissez-les, ou choisissez une activité avec des inscriptions.',
    'bulk-person-twice': '{{personName}} est deux fois dans la liste; retirez une des deux lignes.',
    'bulk-no-sessions':
      '« {{name}} » compte {{sessions}} séances; choisissez un nombre de séances qui existe, ou un montant.',
    'bulk-changed':
      'Des personnes sont arrivées ou parties\u00a0: le lot en toucherait maintenant {{peopleCount}}, pour {{totalMinor, money}}. Vérifiez et confirmez de nouveau.',
    'bulk-already-run':
      'Le même lot a déjà été fait (n° {{batchId}}), avec les mêmes personnes, montants et libellé; rien n’a été refait. Changez le libellé, ou cochez « refaire ».',
    'bulk-not-running': 'Ce lot n’est plus en cours\u00a0: il est {{state}}.',
    'bulk-running': 'Ce lot est encore en cours; arrêtez-le ou attendez sa fin avant de le renverser.',
    'bulk-not-reversible':
      'Ce lot n’a fait aucun document à renverser; un renversement ne se renverse pas\u00a0: refaites un lot.',
    'bulk-already-reversed': 'Ce lot est déjà renversé par le lot n° {{batchId}}.',
  },
  en: {
    'bulk-unknown': 'There is no such batch (no. {{batchId}}); choose it from the list of batches.',
    'bulk-nobody': 'Nobody meets these criteria; widen them, or choose an activity with registrations.',
    'bulk-person-twice': '{{personName}} is in the list twice; take one of the two lines out.',
    'bulk-no-sessions':
      '“{{name}}” has {{sessions}} sessions; choose a number of sessions that exists, or an amount.',
    'bulk-changed':
      'People came or left: the batch would now touch {{peopleCount}}, for {{totalMinor, money}}. Check and confirm again.',
    'bulk-already-run':
      'The same batch was already run (no. {{batchId}}), with the same people, amounts and label; nothing was done again. Change the label, or tick “run again”.',
    'bulk-not-running': 'This batch no longer runs: it is {{state}}.',
    'bulk-running': 'This batch still runs; stop it or wait for its end before reversing it.',
    'bulk-not-reversible':
      'This batch made no document to reverse; a reversal is not reversed: run a batch again.',
    'bulk-already-reversed': 'This batch is already reversed by batch no. {{batchId}}.',
  },
};
