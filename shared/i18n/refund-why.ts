import type { DeskWhy, DestinationWhy } from '../domain/refund-destination.ts';
import type { RefundWhy } from '../domain/refund-maximum.ts';

export type RefundWhyCode = RefundWhy | DestinationWhy | DeskWhy;
type Words = Record<RefundWhyCode, string>;

/** Why a source gives no more, and why a way out is closed or asks for something. */
export const refundWhyWords = {
  fr: {
    'all-open': 'Tout ce qui est ouvert peut être remboursé.',
    'nothing-open': 'Il n’en reste rien.',
    held: 'Un remboursement en cours réserve le reste.',
    'not-refundable': 'Le reste est un crédit qui s’utilise au comptoir, mais ne se rembourse pas.',
    'no-money-received': 'Aucun argent n’a été reçu pour le reste.',
    'payment-given-back': 'Le paiement d’origine est déjà remboursé en partie.',
    'payment-held': 'Un remboursement en cours réserve une part du paiement d’origine.',
    'backs-other-credit': 'L’argent reçu couvre déjà un autre crédit ouvert.',
    destination: 'Le reste ne peut pas aller là.',
    'other-payment': 'Le reste vient d’un autre paiement.',
    'not-chosen': 'Pas choisi pour ce remboursement.',
    'cash-never-to-card': 'Payé comptant\u00a0: jamais remis sur une carte.',
    'cheque-never-to-card': 'Payé par chèque\u00a0: jamais remis sur une carte.',
    'terminal-not-online': 'Payé au terminal\u00a0: le retour se fait au terminal.',
    'card-still-valid': 'La carte en ligne est encore valide\u00a0: l’argent y retourne.',
    'card-not-valid':
      'La carte en ligne n’est plus valide\u00a0: terminal avec la carte en main, ou comptant.',
    'not-paid-by-card': 'Aucune carte en ligne n’a payé ce crédit.',
    'cheque-not-cleared': 'Chèque de moins de 10 jours\u00a0: une superviseure ou un superviseur le fait.',
    'card-cannot-be-used': 'La raison pour laquelle la carte ne sert pas est demandée.',
    'other-card-needs-reason': 'Une autre carte que celle du paiement demande une raison.',
    'no-gateway': 'Ce poste n’est pas relié au traitement des cartes en ligne.',
    'no-cheque-list': 'Ce poste n’émet pas encore de chèques.',
    'outcome-awaited': 'Un remboursement en cours attend sa réponse dans «\u00a0À régler\u00a0».',
    'too-small-for-cash': 'Trop petit pour une pièce de 5\u00a0¢.',
    'receipt-needed': 'Un client de passage se rembourse à partir de son reçu.',
  } satisfies Words,
  en: {
    'all-open': 'All that is open can be refunded.',
    'nothing-open': 'Nothing is left of it.',
    held: 'A refund under way holds the rest.',
    'not-refundable': 'The rest is credit that can be spent at the counter, not refunded.',
    'no-money-received': 'No money was received for the rest.',
    'payment-given-back': 'The original payment is already partly refunded.',
    'payment-held': 'A refund under way holds part of the original payment.',
    'backs-other-credit': 'The money received already stands behind another open credit.',
    destination: 'The rest cannot go there.',
    'other-payment': 'The rest comes from another payment.',
    'not-chosen': 'Not chosen for this refund.',
    'cash-never-to-card': 'Paid in cash: never given to a card.',
    'cheque-never-to-card': 'Paid by cheque: never given to a card.',
    'terminal-not-online': 'Paid on the terminal: it goes back on the terminal.',
    'card-still-valid': 'The online card is still valid: the money goes back to it.',
    'card-not-valid': 'The online card is no longer valid: terminal with the card in hand, or cash.',
    'not-paid-by-card': 'No online card paid this credit.',
    'cheque-not-cleared': 'Cheque less than 10 days old: a supervisor does it.',
    'card-cannot-be-used': 'The reason why the card is not used is asked.',
    'other-card-needs-reason': 'Another card than the one that paid needs a reason.',
    'no-gateway': 'This desk is not connected to online card processing.',
    'no-cheque-list': 'This desk does not issue cheques yet.',
    'outcome-awaited': 'A refund under way waits for its answer under “To settle”.',
    'too-small-for-cash': 'Too small for a 5¢ coin.',
    'receipt-needed': 'A walk-in is refunded from their receipt.',
  } satisfies Words,
};
