/** Words of a card on an integrated terminal: what it waits for, what to tell the client, and what its answer means. */
export const integratedWords = {
  fr: {
    title: {
      in: 'Le terminal {{terminal}} demande la carte',
      out: 'Le terminal {{terminal}} demande la carte à rembourser',
    },
    help: 'Un terminal intégré reçoit le montant de Guichet et sa réponse s’inscrit seule. Si elle se perd, Guichet la redemande\u00a0: rien n’est jamais envoyé deux fois.',
    stillWorking: 'Le terminal {{terminal}} n’a pas encore fini',
    say: 'Dites au client',
    sayWords: {
      in: '«\u00a0Présentez, insérez ou passez votre carte, puis suivez l’écran du terminal.\u00a0»',
      out: '«\u00a0Présentez la carte qui doit recevoir l’argent, puis suivez l’écran du terminal.\u00a0»',
    },
    noTyping: 'La réponse s’inscrira toute seule\u00a0: rien à retaper.',
    elapsed: 'Depuis {{seconds}} s. Le terminal abandonne de lui-même après environ 2 minutes.',
    cancel: 'Annuler sur le terminal',
    cancelAsked:
      'Annulation demandée. Si la carte vient de passer, le terminal peut encore approuver\u00a0: sa réponse fera foi.',
    doubt: {
      title: 'On ne sait pas encore',
      in: 'La carte a peut-être payé {{amount, money}}. Rien ne sera fait deux fois.',
      out: 'La carte a peut-être reçu {{amount, money}}. Le montant reste réservé\u00a0: rien ne sera fait deux fois.',
      asking:
        'Guichet redemande au terminal {{terminal}} toutes les 5 secondes. Sa réponse s’inscrira toute seule, même si vous quittez cette page.',
      noKey:
        'Ce poste n’a pas la clé du terminal {{terminal}}, alors il ne peut rien lui demander\u00a0: une administratrice ou un administrateur l’inscrit aux réglages, et Guichet redemandera aussitôt.',
      check:
        'En attendant\u00a0: vérifiez que le terminal est allumé et relié au réseau. N’essayez pas une autre carte ni un autre moyen pour cette opération.',
      serve:
        'La vente attend ici et dans «\u00a0À régler\u00a0»\u00a0: vous pouvez servir la personne suivante.',
      silent:
        'Aucune réponse depuis {{seconds}} s. Regardez le terminal\u00a0: son dernier reçu ou son historique dit ce qui s’est passé.',
      notFound:
        'Le terminal répond qu’il ne connaît pas cette opération. Il n’a sans doute rien fait\u00a0: une superviseure ou un superviseur le vérifie sur le terminal, puis répond «\u00a0Pas fait\u00a0».',
      conflict:
        'Le terminal a répondu autre chose que ce qui était demandé. Rien n’est inscrit\u00a0: une superviseure ou un superviseur règle l’écart avec le reçu du terminal.',
    },
    otherCard:
      'La carte remboursée (•••• {{last4}}) n’est pas celle du paiement (•••• {{expected}}). C’est inscrit avec la raison.',
    ended: {
      declined: 'Le terminal a refusé. Rien n’a bougé.',
      cancelled: 'Annulé sur le terminal. Rien n’a bougé.',
      'not-sent': 'Le terminal n’a rien reçu. Rien n’a bougé.',
      'not-done-by-operator': 'Pas fait, selon une personne. Rien n’a bougé.',
    },
    endedOnline: 'La passerelle n’a rien débité ni remboursé.',
    said: 'Le terminal affiche\u00a0: «\u00a0{{text}}\u00a0»',
    why: {
      'card-declined': 'La banque a refusé la carte\u00a0: prenez un autre moyen.',
      'expired-card': 'La carte est expirée\u00a0: prenez un autre moyen.',
      'insufficient-funds':
        'Il n’y a pas assez d’argent\u00a0: réessayez plus tard ou prenez un autre moyen.',
      'account-closed': 'Le compte est fermé ou restreint\u00a0: prenez un autre moyen.',
      'authentication-needed': 'La banque veut que le client confirme lui-même\u00a0: prenez un autre moyen.',
      'method-invalid': 'Ce mode de paiement n’est plus valide\u00a0: demandez-en un autre au client.',
      'charge-refunded': 'Ce paiement est déjà remboursé à la passerelle.',
      'balance-too-low':
        'L’organisation n’a pas assez d’argent à la passerelle pour rembourser\u00a0: réessayez après le prochain encaissement.',
      'refund-failed': 'La banque n’a pas pris le remboursement\u00a0: remboursez hors ligne.',
      'wrong-key':
        'La passerelle a refusé la clé de ce poste\u00a0: une administratrice ou un administrateur la vérifie.',
      'never-asked': 'La demande n’est jamais partie. Rien n’a bougé.',
      refused: 'La banque a refusé la carte\u00a0: prenez une autre carte ou un autre moyen.',
      'invalid-card':
        'Cette carte n’est pas acceptée ou n’a pas été lue\u00a0: prenez une autre carte ou un autre moyen.',
      'wrong-pin': 'Le NIP de la carte n’est pas le bon\u00a0: le client peut essayer une autre carte.',
      restricted:
        'Cette carte ne permet pas cette opération\u00a0: prenez une autre carte ou un autre moyen.',
      'card-left-inserted': 'Une carte était encore dans le lecteur\u00a0: retirez-la, puis recommencez.',
      'not-allowed':
        'Le fournisseur ne permet pas cette opération à ce terminal\u00a0: une administratrice ou un administrateur la lui demande. D’ici là, prenez un autre moyen.',
      unavailable:
        'Le terminal ou son fournisseur était hors d’atteinte\u00a0: réessayez, ou prenez un autre moyen.',
      unreachable:
        'Rien ne répond à l’adresse du terminal\u00a0: vérifiez qu’il est allumé et relié au réseau, ou prenez un autre moyen.',
      'wrong-certificate':
        'L’appareil n’a pas prouvé être ce terminal\u00a0: une administratrice ou un administrateur vérifie la liaison aux réglages.',
      'no-key':
        'Ce poste n’a pas la clé de ce terminal\u00a0: une administratrice ou un administrateur l’inscrit aux réglages.',
      stopped: 'Guichet a été fermé avant l’envoi.',
      busy: 'Le terminal était occupé à autre chose\u00a0: terminez ou annulez ce qu’il affiche, puis recommencez.',
      rejected:
        'Le terminal n’a pas accepté le message\u00a0: une administratrice ou un administrateur vérifie la liaison aux réglages.',
      'logged-out': 'Le terminal n’est pas en service\u00a0: redémarrez-le, puis recommencez.',
      'payment-type': 'Il dit avoir fait l’opération dans l’autre sens.',
      currency: 'Il dit l’avoir fait dans une autre monnaie.',
      'amount-above': 'Il dit avoir approuvé plus que le montant demandé.',
    },
    ask: {
      button: 'Demander au terminal',
      help: 'Une question de plus, tout de suite. Rien n’est refait.',
      answer: {
        approved: 'Le terminal répond\u00a0: approuvé. C’est inscrit.',
        declined: 'Le terminal répond\u00a0: refusé. C’est inscrit.',
        cancelled: 'Le terminal répond\u00a0: annulé. C’est inscrit.',
        'not-sent': 'Le terminal répond qu’il n’a rien commencé. C’est inscrit.',
        'in-progress': 'Le terminal y travaille encore. Terminez ou annulez ce qu’il affiche.',
        'not-found': 'Le terminal ne connaît pas cette opération\u00a0: il n’a sans doute rien fait.',
        conflict:
          'Le terminal répond autre chose que ce qui était demandé\u00a0: une personne doit régler l’écart.',
        unknown:
          'Pas de réponse sûre. Vérifiez que le terminal est allumé et relié au réseau, puis redemandez.',
      },
    },
    card: {
      title: 'Est-ce la même carte\u00a0?',
      lead: 'Facultatif\u00a0: le terminal lit la carte du client, et Guichet la compare à celle du paiement (•••• {{expected}}). Rien ne bouge.',
      read: 'Lire la carte du client',
      reading:
        'Le terminal demande la carte. Dites au client de la présenter\u00a0; la touche rouge du terminal annule.',
      same: 'C’est la carte du paiement (•••• {{last4}}). Confirmez dans la minute\u00a0: l’argent ira sur elle.',
      other:
        'Ce n’est pas la carte du paiement\u00a0: •••• {{last4}} au lieu de •••• {{expected}}. Demandez l’autre carte, ou choisissez la raison (carte remplacée, expirée…) et confirmez dans la minute.',
      unnamed:
        'La carte est lue, mais le terminal ne dit pas ses derniers chiffres. Comparez-les à l’œil avec •••• {{expected}}.',
      giveBack: 'Rendre la carte',
      notRead: {
        cancelled: 'Lecture annulée. Recommencez, ou remboursez sans cette vérification.',
        busy: 'Le terminal est occupé. Terminez ou annulez ce qu’il affiche, puis recommencez.',
        refused: 'Le terminal n’a pas pu lire la carte. Recommencez, ou remboursez sans cette vérification.',
        'no-answer':
          'Le terminal n’a pas répondu. Vérifiez qu’il est allumé et relié au réseau, ou prenez un autre moyen.',
        'no-key': 'Ce poste n’a pas la clé de ce terminal\u00a0: elle s’inscrit aux réglages.',
      },
    },
    choice: {
      waits: '{{name}} (attend une réponse)',
      noKey: '{{name}} (sans clé)',
      wayHelp: 'Le terminal demande la carte du client et sa réponse s’inscrit seule.',
      wayWaits:
        'Ce terminal attend encore la réponse pour {{amount, money}}\u00a0: réglez-la d’abord, ou prenez un autre moyen.',
      wayNoKey: 'Ce poste n’a pas la clé de ce terminal\u00a0: elle s’inscrit aux réglages.',
    },
  },
  en: {
    title: {
      in: 'Terminal {{terminal}} asks for the card',
      out: 'Terminal {{terminal}} asks for the card to refund',
    },
    help: 'An integrated terminal gets the amount from Guichet and its answer records itself. If the answer is lost, Guichet asks for it again: nothing is ever sent twice.',
    stillWorking: 'Terminal {{terminal}} is not done yet',
    say: 'Tell the client',
    sayWords: {
      in: '“Tap, insert or swipe your card, then follow the terminal’s screen.”',
      out: '“Present the card that is to take the money, then follow the terminal’s screen.”',
    },
    noTyping: 'The answer records itself: nothing to retype.',
    elapsed: 'For {{seconds}} s. The terminal gives up by itself after about 2 minutes.',
    cancel: 'Cancel on the terminal',
    cancelAsked:
      'Cancel asked for. If the card was just read, the terminal may still approve: its answer is what counts.',
    doubt: {
      title: 'Not known yet',
      in: 'The card may have paid {{amount, money}}. Nothing will be done twice.',
      out: 'The card may have received {{amount, money}}. The amount stays held: nothing will be done twice.',
      asking:
        'Guichet asks terminal {{terminal}} again every 5 seconds. Its answer records itself, even if you leave this page.',
      noKey:
        'This desk does not have terminal {{terminal}}’s key, so it cannot ask: an administrator enters it in the settings, and Guichet asks again at once.',
      check:
        'Meanwhile: check that the terminal is on and connected. Try neither another card nor another way for this operation.',
      serve: 'The sale waits here and under “To settle”: you may serve the next person.',
      silent:
        'No answer for {{seconds}} s. Look at the terminal: its last receipt or its history says what happened.',
      notFound:
        'The terminal answers that it does not know this operation. It most likely did nothing: a supervisor checks on the terminal, then answers “Not done”.',
      conflict:
        'The terminal answered something else than what was asked. Nothing is recorded: a supervisor settles the difference with the terminal’s receipt.',
    },
    otherCard:
      'The card refunded (•••• {{last4}}) is not the one of the payment (•••• {{expected}}). It is recorded with the reason.',
    ended: {
      declined: 'The terminal declined. Nothing moved.',
      cancelled: 'Cancelled on the terminal. Nothing moved.',
      'not-sent': 'The terminal received nothing. Nothing moved.',
      'not-done-by-operator': 'Not done, as a person said. Nothing moved.',
    },
    endedOnline: 'The gateway charged or refunded nothing.',
    said: 'The terminal shows: “{{text}}”',
    why: {
      'card-declined': 'The bank declined the card: take another way.',
      'expired-card': 'The card has expired: take another way.',
      'insufficient-funds': 'There is not enough money: try later or take another way.',
      'account-closed': 'The account is closed or restricted: take another way.',
      'authentication-needed': 'The bank wants the client to confirm in person: take another way.',
      'method-invalid': 'This payment method is no longer valid: ask the client for another.',
      'charge-refunded': 'This payment is refunded at the gateway already.',
      'balance-too-low':
        'The organisation has too little money at the gateway to refund: try again after the next takings.',
      'refund-failed': 'The bank did not take the refund: refund offline.',
      'wrong-key': 'The gateway refused this desk’s key: an administrator checks it.',
      'never-asked': 'The request never left. Nothing moved.',
      refused: 'The bank declined the card: use another card or another way.',
      'invalid-card': 'This card is not accepted or was not read: use another card or another way.',
      'wrong-pin': 'The card’s PIN is wrong: the client may try another card.',
      restricted: 'This card does not allow this operation: use another card or another way.',
      'card-left-inserted': 'A card was still in the reader: take it out, then start again.',
      'not-allowed':
        'The provider does not allow this operation on this terminal: an administrator asks the provider for it. Until then, use another way.',
      unavailable: 'The terminal or its provider was out of reach: try again, or use another way.',
      unreachable:
        'Nothing answers at the terminal’s address: check that it is on and connected, or use another way.',
      'wrong-certificate':
        'The device did not prove to be this terminal: an administrator checks the link in the settings.',
      'no-key': 'This desk does not have this terminal’s key: an administrator enters it in the settings.',
      stopped: 'Guichet was closed before it was sent.',
      busy: 'The terminal was busy with something else: finish or cancel what it shows, then start again.',
      rejected: 'The terminal did not accept the message: an administrator checks the link in the settings.',
      'logged-out': 'The terminal is not in service: restart it, then start again.',
      'payment-type': 'It says that it moved the money the other way.',
      currency: 'It says that it was done in another currency.',
      'amount-above': 'It says that it approved more than was asked.',
    },
    ask: {
      button: 'Ask the terminal',
      help: 'One more question, right now. Nothing is done again.',
      answer: {
        approved: 'The terminal answers: approved. It is recorded.',
        declined: 'The terminal answers: declined. It is recorded.',
        cancelled: 'The terminal answers: cancelled. It is recorded.',
        'not-sent': 'The terminal answers that it never began. It is recorded.',
        'in-progress': 'The terminal is still at it. Finish or cancel what it shows.',
        'not-found': 'The terminal does not know this operation: it most likely did nothing.',
        conflict:
          'The terminal answers something else than what was asked: a person has to settle the difference.',
        unknown: 'No certain answer. Check that the terminal is on and connected, then ask again.',
      },
    },
    card: {
      title: 'Is it the same card?',
      lead: 'Optional: the terminal reads the client’s card, and Guichet compares it with the one that paid (•••• {{expected}}). Nothing moves.',
      read: 'Read the client’s card',
      reading:
        'The terminal asks for the card. Tell the client to present it; the terminal’s red key cancels.',
      same: 'It is the card that paid (•••• {{last4}}). Confirm within the minute: the money goes to it.',
      other:
        'It is not the card that paid: •••• {{last4}} instead of •••• {{expected}}. Ask for the other card, or choose the reason (card replaced, expired…) and confirm within the minute.',
      unnamed:
        'The card is read, but the terminal does not tell its last digits. Compare them by eye with •••• {{expected}}.',
      giveBack: 'Give the card back',
      notRead: {
        cancelled: 'Reading cancelled. Start again, or refund without this check.',
        busy: 'The terminal is busy. Finish or cancel what it shows, then start again.',
        refused: 'The terminal could not read the card. Start again, or refund without this check.',
        'no-answer': 'The terminal did not answer. Check that it is on and connected, or use another way.',
        'no-key': 'This desk does not have this terminal’s key: it is entered in the settings.',
      },
    },
    choice: {
      waits: '{{name}} (waits for an answer)',
      noKey: '{{name}} (no key)',
      wayHelp: 'The terminal asks for the client’s card and its answer records itself.',
      wayWaits:
        'This terminal still waits for the answer about {{amount, money}}: settle it first, or use another way.',
      wayNoKey: 'This desk does not have this terminal’s key: it is entered in the settings.',
    },
  },
};

/** The reasons of a terminal that are worded; others say nothing a clerk could act on. */
export type TerminalWhy = keyof typeof integratedWords.fr.why;

export function isTerminalWhy(why: string | null): why is TerminalWhy {
  return why !== null && Object.hasOwn(integratedWords.fr.why, why);
}
