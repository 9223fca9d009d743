import type { TerminalScript } from '../contract/virtual-terminal.ts';

interface VirtualTerminalWords {
  title: string;
  lead: string;
  otherLanguage: string;
  device: string;
  screen: {
    idle: string;
    idleHint: string;
    in: string;
    out: string;
    present: string;
    read: string;
    held: string;
    remove: string;
    approved: string;
    declined: string;
    cancelled: string;
    thanks: string;
    cableOut: string;
  };
  card: string;
  insert: string;
  tap: string;
  decline: string;
  cancel: string;
  pull: string;
  plug: string;
  pullHint: string;
  reboot: string;
  rebootForgets: string;
  next: string;
  nextHint: string;
  slip: {
    title: string;
    hint: string;
    sales: string;
    refunds: string;
    net: string;
    empty: string;
    close: string;
    count: (count: number) => string;
  };
  pairing: {
    title: string;
    address: string;
    name: string;
    key: string;
    version: string;
    phrase: string;
    authorities: string;
  };
  gone: string;
  scripts: Record<TerminalScript, string>;
}

/** Words of the virtual terminal's own page, apart from the desk's: it is no part of it. */
export const virtualTerminalWords: Record<'fr' | 'en', VirtualTerminalWords> = {
  fr: {
    title: 'Terminal virtuel',
    lead: 'Jouez le client\u00a0: Guichet commande ce terminal comme un vrai, par le réseau et chiffré. Rien n’est réel.',
    otherLanguage: 'English',
    device: 'Le terminal',
    screen: {
      idle: 'Bienvenue',
      idleHint: 'En attente du comptoir',
      in: 'ACHAT',
      out: 'REMBOURSEMENT',
      present: 'Présentez votre carte',
      read: 'Présentez la carte à vérifier',
      held: 'Carte •••• {{last4}} lue',
      remove: 'Patientez',
      approved: 'APPROUVÉ',
      declined: 'REFUSÉ',
      cancelled: 'ANNULÉ',
      thanks: 'Retirez votre carte',
      cableOut: 'Pas de réseau',
    },
    card: 'La carte du client',
    insert: 'Insérer la carte',
    tap: 'Approcher la carte',
    decline: 'La banque refuse',
    cancel: 'Annuler',
    pull: 'Tirer le câble',
    plug: 'Rebrancher le câble',
    pullHint:
      'Sans câble, le terminal peut encore passer la carte\u00a0: Guichet n’en saura rien avant le retour du réseau.',
    reboot: 'Redémarrer',
    rebootForgets: 'Redémarrer, mémoire perdue',
    next: 'Prochaine carte',
    nextHint: 'Une personne décide, ou l’une des pannes que Guichet doit supporter.',
    slip: {
      title: 'Relevé de lot du terminal',
      hint: 'À recopier dans Guichet, page Caisse, en fin de journée.',
      sales: 'Ventes',
      refunds: 'Remboursements',
      net: 'Net',
      empty: 'Aucune opération dans ce lot.',
      close: 'Fermer le lot',
      count: (count) => (count > 1 ? `${count} opérations` : `${count} opération`),
    },
    pairing: {
      title: 'Jumeler à la main',
      address: 'Adresse',
      name: 'Nom du terminal',
      key: 'Identifiant de la clé',
      version: 'Version',
      phrase: 'Phrase secrète',
      authorities: 'Certificat racine',
    },
    gone: 'Le terminal virtuel est arrêté.',
    scripts: {
      person: 'Une personne décide ici',
      approve: 'Approuve aussitôt',
      decline: 'Refuse aussitôt',
      cancel: 'Le client annule',
      partial: 'N’approuve qu’une partie',
      'more-than-asked': 'Approuve plus que demandé',
      'other-currency': 'Approuve en dollars américains',
      'other-direction': 'Fait le contraire de ce qui est demandé',
      'no-amount': 'Approuve sans dire combien',
      'refuse-connection': 'Refuse la connexion',
      'no-answer': 'Passe la carte, ne répond jamais',
      'no-answer-nothing-moved': 'N’a rien fait, ne répond jamais',
      'answer-too-late': 'Répond après que Guichet a cessé d’attendre',
      'answer-twice': 'Répond deux fois',
      'reset-after-moving': 'Passe la carte, puis la connexion tombe',
      'reset-before-moving': 'La connexion tombe, rien n’est fait',
      'half-open': 'Passe la carte et raccroche sans un mot',
      'answer-cut': 'Réponse coupée au milieu',
      'one-byte-at-a-time': 'Réponse octet par octet',
      'split-utf8': 'Réponse coupée dans un caractère',
      'endless-header': 'En-tête sans fin',
      garbage: 'Réponse illisible',
      zeros: 'Des zéros',
      'huge-length': 'Un gigaoctet annoncé',
      'http-error': 'Erreur HTTP',
      redirect: 'Redirection',
      'wrong-hmac': 'Sceau faux',
      'wrong-service-id': 'Réponse d’une autre opération',
      'wrong-terminal': 'Réponse d’un autre terminal',
      'another-answer': 'Réponse d’un autre genre',
      rejected: 'Rejette le message',
      'logged-out': 'N’est pas en session',
      busy: 'Occupé à autre chose',
      'host-unreachable': 'N’atteint pas sa banque',
      'in-progress': '«\u00a0En cours\u00a0» plusieurs fois, puis approuve',
      'approve-after-abort': 'Approuve après l’annulation',
      'cable-pulled': 'Passe la carte, câble tiré un moment',
      'reboot-with-memory': 'Passe la carte, redémarre, s’en souvient',
      'reboot-without-memory': 'Passe la carte, redémarre, l’a oublié',
      'reboot-before-moving': 'Redémarre avant de passer la carte',
    },
  },
  en: {
    title: 'Virtual terminal',
    lead: 'Play the client: Guichet commands this terminal like a real one, over the network and encrypted. Nothing is real.',
    otherLanguage: 'Français',
    device: 'The terminal',
    screen: {
      idle: 'Welcome',
      idleHint: 'Waiting for the desk',
      in: 'PURCHASE',
      out: 'REFUND',
      present: 'Present your card',
      read: 'Present the card to check',
      held: 'Card •••• {{last4}} read',
      remove: 'Please wait',
      approved: 'APPROVED',
      declined: 'DECLINED',
      cancelled: 'CANCELLED',
      thanks: 'Remove your card',
      cableOut: 'No network',
    },
    card: 'The client’s card',
    insert: 'Insert the card',
    tap: 'Tap the card',
    decline: 'The bank refuses',
    cancel: 'Cancel',
    pull: 'Pull the cable',
    plug: 'Plug the cable in',
    pullHint:
      'Without its cable the terminal can still run the card: Guichet will not hear of it until the network is back.',
    reboot: 'Restart',
    rebootForgets: 'Restart, memory lost',
    next: 'Next card',
    nextHint: 'A person decides, or one of the failures that Guichet has to survive.',
    slip: {
      title: 'Terminal batch slip',
      hint: 'To copy into Guichet, Till page, at the end of the day.',
      sales: 'Sales',
      refunds: 'Refunds',
      net: 'Net',
      empty: 'Nothing in this batch.',
      close: 'Close the batch',
      count: (count) => (count === 1 ? '1 transaction' : `${count} transactions`),
    },
    pairing: {
      title: 'Pair by hand',
      address: 'Address',
      name: 'Terminal name',
      key: 'Key identifier',
      version: 'Version',
      phrase: 'Passphrase',
      authorities: 'Root certificate',
    },
    gone: 'The virtual terminal has stopped.',
    scripts: {
      person: 'A person decides here',
      approve: 'Approves at once',
      decline: 'Declines at once',
      cancel: 'The client cancels',
      partial: 'Approves only a part',
      'more-than-asked': 'Approves more than asked',
      'other-currency': 'Approves in US dollars',
      'other-direction': 'Does the opposite of what is asked',
      'no-amount': 'Approves without saying how much',
      'refuse-connection': 'Refuses the connection',
      'no-answer': 'Runs the card, never answers',
      'no-answer-nothing-moved': 'Does nothing, never answers',
      'answer-too-late': 'Answers after Guichet stopped waiting',
      'answer-twice': 'Answers twice',
      'reset-after-moving': 'Runs the card, then the connection breaks',
      'reset-before-moving': 'The connection breaks, nothing is done',
      'half-open': 'Runs the card and hangs up without a word',
      'answer-cut': 'Answer cut in the middle',
      'one-byte-at-a-time': 'Answer one byte at a time',
      'split-utf8': 'Answer cut inside a character',
      'endless-header': 'Header without end',
      garbage: 'Unreadable answer',
      zeros: 'Zeros',
      'huge-length': 'One gigabyte announced',
      'http-error': 'HTTP error',
      redirect: 'Redirection',
      'wrong-hmac': 'False seal',
      'wrong-service-id': 'Answer of another transaction',
      'wrong-terminal': 'Answer of another terminal',
      'another-answer': 'Answer of another kind',
      rejected: 'Rejects the message',
      'logged-out': 'Is logged out',
      busy: 'Busy with something else',
      'host-unreachable': 'Cannot reach its bank',
      'in-progress': '“In progress” several times, then approves',
      'approve-after-abort': 'Approves after the cancel',
      'cable-pulled': 'Runs the card, cable out for a while',
      'reboot-with-memory': 'Runs the card, restarts, remembers',
      'reboot-without-memory': 'Runs the card, restarts, forgot it',
      'reboot-before-moving': 'Restarts before running the card',
    },
  },
};
