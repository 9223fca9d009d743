import type { RefusalCode } from '../domain/refusal.ts';
import { actionRefusalWords } from './refusal-action.ts';
import { bulkRefusalWords } from './refusal-bulk.ts';
import { cancellationRefusalWords } from './refusal-cancellation.ts';
import { gatewayRefusalWords } from './refusal-gateway.ts';
import { planRefusalWords } from './refusal-plan.ts';
import { reportRefusalWords } from './refusal-report.ts';
import { saleRefusalWords } from './refusal-sale.ts';
import { statementRefusalWords } from './refusal-statement.ts';
import { tillRefusalWords } from './refusal-till.ts';

type Words = Record<RefusalCode, string> & { readonly [key: `${RefusalCode}_${string}`]: string };

/** Each refusal says what would pass. `_suffix` is an i18next context, chosen in describe-failure.ts. */
export const refusalWords = {
  fr: {
    'invalid-input': "Le champ «\u00a0{{field}}\u00a0» n'est pas accepté\u00a0: {{problem}}.",
    'invalid-input_whole': "Ce qui est demandé n'est pas accepté\u00a0: {{problem}}.",
    'unknown-operation': "L'opération «\u00a0{{operation}}\u00a0» n'existe pas; mettez la fenêtre à jour.",
    'not-signed-in': "Ouvrez d'abord une session avec votre NIP.",
    'not-allowed': 'Ce geste demande le rôle suivant\u00a0: {{needs}}.',
    'key-missing': 'La demande est arrivée sans sa clé; refaites la dernière étape.',
    'key-reused':
      'Cette confirmation a déjà servi pour autre chose; revenez en arrière et confirmez de nouveau.',
    'card-number':
      'Le champ «\u00a0{{field}}\u00a0» semble contenir un numéro de carte de paiement. Inscrivez au plus les 4 derniers chiffres.',
    'wrong-currency': 'Seule la devise {{expected}} est acceptée.',
    'already-set-up': "L'organisation existe déjà; ouvrez une session.",
    'not-set-up': "Créez d'abord l'organisation et la première personne administratrice.",
    'read-only': 'Le registre est en lecture seule ({{reason}}); on peut consulter, mais rien inscrire.',
    'wrong-pin': 'Nom ou NIP inexact. Il reste {{triesLeft}} essais avant une attente.',
    'wrong-pin_last': 'Nom ou NIP inexact. Il reste un seul essai avant une attente.',
    'locked-out': "Trop d'essais. Réessayez à {{untilAt, time}}, ou demandez un code de réinitialisation.",
    'pin-too-weak':
      'Ce NIP se devine trop facilement. Choisissez de {{digitsMin}} à {{digitsMax}} chiffres, sans suite (123456) ni chiffre ou motif répété.',
    'staff-name-taken': "Le nom «\u00a0{{name}}\u00a0» est déjà pris dans l'équipe; choisissez-en un autre.",
    'last-administrator':
      "Il doit rester au moins une personne administratrice active; donnez d'abord ce rôle à quelqu'un d'autre.",
    'reset-code-wrong':
      "Ce code de réinitialisation n'est pas le bon, ou il a déjà servi; demandez-en un nouveau.",
    'client-unknown': "Ce compte client (n° {{clientId}}) n'existe pas; cherchez-le par son nom.",
    'client-archived': 'Le compte de {{clientName}} est archivé; choisissez un compte actif.',
    'client-not-empty':
      "Ce compte a un solde ({{balanceMinor, balance}}), de l'argent réservé ou une vente en cours. Réglez tout à {{zeroMinor, money}} avant de l'archiver.",
    'client-card-taken': 'Cette carte de client appartient déjà à {{clientName}}; donnez-en une autre.',
    'person-unknown': "Cette personne (n° {{personId}}) n'est pas au compte; choisissez-la dans la liste.",
    'walk-in-needs-full-payment':
      'Un client de passage paie tout maintenant\u00a0: {{dueMinor, money}}. Sinon, choisissez un compte client.',
    'walk-in-no-credit':
      'Rien ne peut rester au compte de passage\u00a0: remboursez {{mustRefundMinor, money}} tout de suite, ou choisissez un compte client.',
    'product-unknown':
      "Cet article (n° {{productId}}) n'est pas au catalogue; cherchez-le par son nom ou son code.",
    'product-inactive': "«\u00a0{{name}}\u00a0» n'est plus en vente; choisissez un article actif.",
    'credit-of-item':
      'Le crédit {{number}} vient d’un item annulé; il ne se renverse pas\u00a0: vendez de nouveau l’item.',
    'nothing-to-take-back':
      'Ce remboursement n’a rendu aucun crédit qui puisse être facturé de nouveau; si un item redevient dû, prenez un paiement.',
    'take-back-too-much':
      'On peut facturer de nouveau au plus {{maximumMinor, money}}\u00a0: ce que ce remboursement a rendu.',
    'credit-used': 'Il ne reste rien de libre du crédit {{number}}\u00a0; déliez d’abord ce qu’il paie.',
    'credit-short': 'Le crédit libre est de {{availableMinor, money}}\u00a0; prenez au plus ce montant.',
    'memo-unknown': "Cette note de crédit (n° {{memoId}}) n'existe pas; choisissez-la dans la liste.",
    'allocation-other-account': 'Cet item est d’un autre compte; on ne concilie qu’au sein d’un même compte.',
    'allocation-too-much': 'On peut lier ou délier ici au plus {{maximumMinor, money}}.',
    'nothing-to-reconcile':
      'Rien à concilier\u00a0: il faut un crédit ou un dépôt libre, et un item encore dû.',
    'reconciliation-changed':
      'Le compte vient de changer\u00a0: la conciliation serait maintenant de {{linkedMinor, money}}. Vérifiez et confirmez de nouveau.',
    'discount-rule-unknown':
      "Cette règle de rabais (n° {{ruleId}}) n'existe pas; choisissez-la dans la liste.",
    'discount-code-taken':
      'Le code «\u00a0{{code}}\u00a0» est celui d’un autre rabais; choisissez-en un autre.',
    'discount-refers-to-itself':
      'Le rabais «\u00a0{{name}}\u00a0» dépend de l’abonnement qu’il réduirait; retirez cet abonnement d’un des deux choix.',
    'discount-code-unknown':
      'Aucun rabais n’a le code «\u00a0{{code}}\u00a0»; vérifiez les majuscules et les accents.',
    'discount-code-not-now': 'Le code «\u00a0{{code}}\u00a0» ne sert pas aujourd’hui; retirez-le.',
    'discount-code-not-now_early':
      'Le code «\u00a0{{code}}\u00a0» ne sert qu’à partir du {{date, date}}; retirez-le d’ici là.',
    'discount-code-not-now_late':
      'Le code «\u00a0{{code}}\u00a0» ne sert plus depuis le {{date, date}}; retirez-le.',
    'coupon-used-up': 'Le coupon «\u00a0{{code}}\u00a0» a servi toutes ses fois ({{usedCount}}); retirez-le.',
    'total-changed':
      'Un prix ou un rabais vient de changer\u00a0: le total est maintenant {{totalMinor, money}}. Vérifiez le panier et confirmez de nouveau.',
    'product-code-taken':
      'Le code «\u00a0{{code}}\u00a0» désigne déjà un autre article; choisissez-en un autre.',
    'person-needed': "«\u00a0{{name}}\u00a0» est pour quelqu'un\u00a0: choisissez la personne du compte.",
    'out-of-stock':
      'Il reste {{availableQuantity}} de «\u00a0{{name}}\u00a0» en stock; vendez-en au plus autant.',
    'import-refused':
      "{{count}} lignes sont à corriger; rien n'a été importé. Corrigez le fichier et importez-le de nouveau.",
    'import-refused_one':
      "Une ligne est à corriger; rien n'a été importé. Corrigez le fichier et importez-le de nouveau.",
    'till-unknown': "Cette caisse (n° {{tillId}}) n'existe pas; choisissez-en une dans la liste.",
    'till-closed': "Aucune caisse n'est ouverte pour ce geste. Ouvrez-en une\u00a0: {{tillNames, list}}.",
    'till-closed_none': "Aucune caisse n'existe encore; ajoutez-en une dans les réglages.",
    'till-already-open':
      "«\u00a0{{tillName}}\u00a0» est déjà ouverte depuis {{openedAt, time}}; fermez-la d'abord.",
    'till-choice-needed': 'Plusieurs caisses conviennent; choisissez\u00a0: {{tillNames, list}}.',
    'no-printer':
      "Cette caisse n'a pas d'imprimante; un administrateur en choisit une dans les réglages, à « Caisses ».",
    'no-system-printers':
      'Ouvert dans un navigateur, Guichet n’atteint pas les imprimantes de l’ordinateur\u00a0; choisissez-en une sur le réseau, ou des fichiers.',
    'document-unknown': "Aucun document ne porte le numéro {{number}}; vérifiez-le, tel qu'il est imprimé.",
    'till-not-ended': "Terminez d'abord les ventes de «\u00a0{{tillName}}\u00a0», puis comptez.",
    'till-open-cash-attempt':
      'Un remboursement comptant de {{amountMinor, money}} attend sa réponse\u00a0: a-t-il été remis au client? Répondez avant de fermer.',
    'till-count-missing': "Comptez d'abord l'argent de «\u00a0{{tillName}}\u00a0».",
    'difference-needs-reason': "L'écart dépasse {{limitMinor, money}}\u00a0: donnez-en la raison.",
    'difference-needs-supervisor':
      "L'écart dépasse {{limitMinor, money}}\u00a0: un superviseur ou une superviseure doit fermer la caisse.",
    ...saleRefusalWords.fr,
    ...gatewayRefusalWords.fr,
    ...statementRefusalWords.fr,
    ...reportRefusalWords.fr,
    ...planRefusalWords.fr,
    ...cancellationRefusalWords.fr,
    ...bulkRefusalWords.fr,
    ...actionRefusalWords.fr,
    ...tillRefusalWords.fr,
    'drawer-short':
      'Le tiroir contient au plus {{maximumMinor, money}} pour ce geste. Ajoutez du fond de caisse, passez par le terminal ou faites un chèque.',
    'drawer-short_blind':
      "Il n'y a pas assez d'argent dans ce tiroir. Ajoutez du fond de caisse, passez une partie par le terminal ou faites un chèque.",
    'safe-short': 'Le coffre contient {{maximumMinor, money}}; prenez au plus ce montant.',
    'reason-needed': 'Donnez la raison, par exemple\u00a0: {{choices, list}}.',
    'reason-needed_free': 'Donnez la raison.',
    'terminal-unknown': "Ce terminal (n° {{terminalId}}) n'existe pas; choisissez-en un dans la liste.",
    'terminal-inactive':
      'Le terminal «\u00a0{{terminalName}}\u00a0» est hors service; choisissez-en un autre.',
    'terminal-waits':
      'Le terminal «\u00a0{{terminalName}}\u00a0» attend encore la réponse pour {{amountMinor, money}}. Prenez un autre terminal ou le comptant; ou réglez cette réponse dans les affaires à suivre.',
    'terminal-key-missing':
      "Ce poste n'a pas la clé du terminal, alors il ne peut pas demander ce que sont devenus {{amountMinor, money}}. Une administratrice ou un administrateur inscrit la clé aux réglages; ou répondez avec le reçu du terminal.",
    'attempt-on-terminal':
      "Le terminal traite encore {{amountMinor, money}}. Attendez sa réponse ou annulez sur le terminal; elle s'inscrira toute seule.",
    'invoice-unknown':
      "Cette facture (n° {{invoiceId}}) n'existe pas; cherchez-la par son numéro ou par le client.",
    'item-unknown': "Cette ligne de facture (n° {{itemId}}) n'existe pas; choisissez-la sur la facture.",
    'item-other-client':
      "Cette ligne (n° {{itemId}}) est au compte d'un autre client; choisissez des lignes du même compte.",
    'nothing-owed': 'Il ne reste rien à payer ({{owedMinor, money}}).',
    'amount-too-large': 'Ce montant est trop grand; le maximum est {{maximumMinor, money}}.',
    'more-than-owed':
      'Il reste {{owedMinor, money}} à payer. Prenez ce montant, ou confirmez que {{depositWouldBeMinor, money}} reste en dépôt au compte.',
    'tender-short': 'Il manque {{missingMinor, money}} pour tout payer.',
    'cash-not-last': "L'argent comptant se prend en dernier\u00a0: les cartes et les chèques d'abord.",
    'cash-not-multiple-of-five':
      'Le comptant se compte aux 5 ¢ près\u00a0: {{lowerMinor, money}} ou {{higherMinor, money}}.',
    'too-small-for-cash':
      "Ce montant s'arrondit à zéro au comptant; le plus petit qui passe est {{smallestMinor, money}}.",
    'deposit-short':
      'Le dépôt au compte disponible est de {{availableMinor, money}}; utilisez au plus ce montant.',
    'sale-unknown': "Cette vente (n° {{saleId}}) n'existe pas. Reprenez-la dans «\u00a0À régler\u00a0».",
    'sale-not-open': 'Cette vente est déjà conclue ({{state}}); commencez-en une nouvelle.',
    'sale-waiting':
      "Un paiement par carte de cette vente attend sa réponse; dites d'abord ce que le terminal a montré.",
    'sale-has-payment':
      "{{paidMinor, money}} est déjà payé pour cette vente; remboursez-le d'abord ou concluez la vente.",
    'payment-unknown': "Ce paiement (n° {{paymentId}}) n'existe pas; choisissez-le au compte du client.",
    'payment-not-voidable': "Ce paiement ne s'annule pas; remboursez-le.",
    'payment-not-voidable_card': "Un paiement par carte ne s'annule pas; remboursez-le.",
    'payment-not-voidable_refunded':
      'Ce paiement est déjà remboursé, au moins en partie; remboursez le reste.',
    'payment-not-voidable_session-closed':
      "La caisse de ce paiement n'est plus ouverte; remboursez-le plutôt.",
    'payment-not-voidable_already-void': "Ce paiement est déjà annulé; il n'y a rien d'autre à faire.",
    'payment-not-online-card':
      "Ce paiement (n° {{paymentId}}) n'a pas été fait par carte en ligne; choisissez-en un qui l'a été.",
    'nothing-to-credit': 'Il ne reste que {{leftMinor, money}} à créditer sur cette ligne.',
    'credit-exceeds-item':
      'On peut encore créditer au plus {{leftMinor, money}} ({{leftBasisPoints, percent}}) de cette ligne.',
    'restock-too-many': 'On peut remettre en stock au plus {{maximumQuantity}}.',
    'refund-unknown': "Ce remboursement (n° {{refundId}}) n'existe pas; choisissez-le au compte du client.",
    'refund-exceeds-refundable': 'On peut rembourser au plus {{maximumMinor, money}}.',
    'refund-parts-differ':
      'Les parts font {{partsMinor, money}}, et non {{amountMinor, money}}. Corrigez une part ou le montant.',
    'refund-way-twice':
      'La même destination paraît deux fois ({{destination}}). Réunissez ces parts en une seule.',
    'refund-not-to-begin':
      'Cette part du remboursement n’attend pas d’être commencée. Ouvrez le remboursement pour voir où il en est.',
    'refund-source-unusable':
      '{{source}} ne peut pas être remboursé\u00a0: {{why}}. Choisissez une autre source.',
    'refund-source-unusable_walk-in':
      'Un client de passage se rembourse à partir de son reçu; choisissez le paiement qui y figure.',
    'refund-destination-refused':
      'Cet argent ne peut pas aller vers\u00a0: {{destination}} ({{why}}). Choisissez\u00a0: {{allowed, list}}.',
    'refund-destination-refused_none':
      'Cet argent ne peut pas aller vers\u00a0: {{destination}} ({{why}}). Laissez-le en crédit au compte.',
    'refund-above-limit':
      'Votre limite est de {{limitMinor, money}}; il vous reste {{availableMinor, money}}. Au-delà, demandez à un superviseur ou à une superviseure.',
    'refund-above-limit_refund':
      'Vous pouvez rembourser au plus {{availableMinor, money}} à la fois. Au-delà, demandez à un superviseur ou à une superviseure.',
    'refund-above-limit_day':
      "Votre limite de remboursement est de {{limitMinor, money}} par jour; il vous reste {{availableMinor, money}} aujourd'hui. Au-delà, demandez à un superviseur ou à une superviseure.",
    'refund-above-limit_client-month':
      'La limite de remboursement pour ce client est de {{limitMinor, money}} par mois; il reste {{availableMinor, money}}. Au-delà, demandez à un superviseur ou à une superviseure.',
    'refund-waits-for-outcome':
      "Un remboursement de {{amountMinor, money}} du même argent attend encore sa réponse. Réglez-le d'abord dans «\u00a0À régler\u00a0».",
    'approval-unknown':
      "Cette demande d'approbation (n° {{approvalId}}) n'existe pas; demandez-en une nouvelle.",
    'approval-not-needed': 'Aucune approbation à demander\u00a0: vous pouvez le faire vous-même.',
    'approval-not-waiting':
      "Cette demande est {{state}}\u00a0: elle n'attend plus de réponse. Demandez une nouvelle approbation.",
    'approval-not-granted':
      'Cette approbation est {{state}}. Il faut une approbation accordée, encore valide et qui n’a pas servi.',
    'approval-own':
      'Personne n’approuve sa propre demande. Une autre personne, superviseure ou superviseur, doit entrer son NIP.',
    'approval-other-person':
      'Cette approbation a été demandée par {{staffName}}\u00a0: seule cette personne peut s’en servir, depuis sa propre session.',
    'approval-other-intent':
      'L’approbation vaut pour {{amountMinor, money}} à {{clientName}}, exactement comme demandé. Refaites-le sans rien changer, ou demandez une nouvelle approbation.',
    'approver-not-supervisor':
      '{{staffName}} ne peut pas approuver\u00a0: choisissez une superviseure ou un superviseur en fonction.',
    'attempt-unknown': "Cet essai (n° {{attemptId}}) n'existe pas; reprenez dans «\u00a0À régler\u00a0».",
    'attempt-settled': "Cet essai a déjà sa réponse\u00a0: {{state}}. Il n'y a rien d'autre à répondre.",
    'attempt-not-sent':
      "Cet essai n'a pas encore été montré; attendez l'instruction à l'écran avant de répondre.",
    'evidence-incomplete': "Il manque, d'après le bordereau du terminal\u00a0: {{missing, list}}.",
    'slip-amount-differs':
      "On attendait {{askedMinor, money}} et le bordereau dit {{slipMinor, money}}. Retapez le montant, ou confirmez que c'est bien celui du bordereau.",
    'slip-already-used':
      "Ce bordereau a déjà servi au remboursement {{refundNumber}} ({{settledAt, instant}}). Vérifiez; un superviseur ou une superviseure peut l'accepter avec une raison.",
    'other-card-needs-reason':
      "Le paiement a été fait avec la carte qui finit par {{expectedLast4}}. Prenez cette carte, ou dites pourquoi c'est une autre.",
    'supervisor-needed':
      'Seul un superviseur ou une superviseure peut répondre «\u00a0{{answer}}\u00a0» ici.',
    'ledger-read-only':
      'Le registre est en lecture seule ({{reason}}); un superviseur ou une superviseure doit accepter la reprise.',
    'backup-failed':
      "La copie de sauvegarde n'a pas été faite ({{reason}}). Vérifiez l'espace et les droits, puis refaites-la.",
    'restore-refused':
      'Cette copie ne peut pas être restaurée ({{reason}}). Choisissez une copie vérifiée de la liste.',
    'nothing-lost': 'Il ne manque rien à ce registre\u00a0: il n’y a rien à accepter.',
  },
  en: {
    'invalid-input': '“{{field}}” is not accepted: {{problem}}.',
    'invalid-input_whole': 'What is asked is not accepted: {{problem}}.',
    'unknown-operation': 'There is no operation “{{operation}}”; reload this window.',
    'not-signed-in': 'Sign in with your PIN first.',
    'not-allowed': 'This needs the role: {{needs}}.',
    'key-missing': 'The request came without its key; repeat the last step.',
    'key-reused': 'This confirmation was already used for something else; go back and confirm again.',
    'card-number': '“{{field}}” looks like a payment card number. Write at most its last 4 digits.',
    'wrong-currency': 'Only {{expected}} is accepted.',
    'already-set-up': 'The organisation is already set up; sign in.',
    'not-set-up': 'Set up the organisation and its first administrator first.',
    'read-only': 'The ledger is read-only ({{reason}}); you can look, but nothing is recorded.',
    'wrong-pin': 'Wrong name or PIN. {{triesLeft}} tries left before a wait.',
    'wrong-pin_last': 'Wrong name or PIN. One try left before a wait.',
    'locked-out': 'Too many tries. Try again at {{untilAt, time}}, or ask for a reset code.',
    'pin-too-weak':
      'This PIN is too easy to guess. Choose {{digitsMin}} to {{digitsMax}} digits, with no sequence (123456) and no repeated digit or pattern.',
    'staff-name-taken': 'The staff name “{{name}}” is taken; choose another.',
    'last-administrator': 'At least one active administrator must remain; give someone else that role first.',
    'reset-code-wrong': 'This reset code is wrong or already used; ask for a new one.',
    'client-unknown': 'There is no such client account (no. {{clientId}}); search by name.',
    'client-archived': 'The account of {{clientName}} is archived; choose an active one.',
    'client-not-empty':
      'This account has a balance ({{balanceMinor, balance}}), money on its way or a sale under way. Bring everything to {{zeroMinor, money}} before archiving it.',
    'client-card-taken': 'This client card already belongs to {{clientName}}; use another.',
    'person-unknown': 'This person (no. {{personId}}) is not on the account; choose from the list.',
    'walk-in-needs-full-payment':
      'A walk-in client pays in full now: {{dueMinor, money}}. Otherwise choose a client account.',
    'walk-in-no-credit':
      'Nothing may stay on the walk-in account: refund {{mustRefundMinor, money}} now, or choose a client account.',
    'product-unknown': 'This product (no. {{productId}}) is not in the catalogue; search by name or code.',
    'product-inactive': '“{{name}}” is no longer sold; choose an active product.',
    'credit-of-item':
      'Credit {{number}} comes from a cancelled item; it is not reversed: sell the item again.',
    'nothing-to-take-back':
      'This refund gave back no credit that can be billed again; if an item is owed again, take a payment.',
    'take-back-too-much': 'At most {{maximumMinor, money}} can be billed again: what this refund gave back.',
    'credit-used': 'Nothing of credit {{number}} is open; first unlink what it pays.',
    'credit-short': 'The open credit is {{availableMinor, money}}; take at most that.',
    'memo-unknown': 'There is no credit memo no. {{memoId}}; choose one from the list.',
    'allocation-other-account':
      'This item belongs to another account; money is reconciled within one account.',
    'allocation-too-much': 'At most {{maximumMinor, money}} can be linked or unlinked here.',
    'nothing-to-reconcile':
      'Nothing to reconcile: it takes an open credit or deposit, and an item still owed.',
    'reconciliation-changed':
      'The account has just changed: the reconciliation would now be {{linkedMinor, money}}. Check it and confirm again.',
    'discount-rule-unknown': 'There is no discount rule no. {{ruleId}}; choose one from the list.',
    'discount-code-taken': 'The code “{{code}}” belongs to another discount; choose another.',
    'discount-refers-to-itself':
      'The discount “{{name}}” depends on the membership it would lower; take that membership out of one of the two lists.',
    'discount-code-unknown': 'No discount has the code “{{code}}”; check capitals and accents.',
    'discount-code-not-now': 'The code “{{code}}” is not valid today; take it out.',
    'discount-code-not-now_early':
      'The code “{{code}}” is valid only from {{date, date}}; take it out until then.',
    'discount-code-not-now_late': 'The code “{{code}}” was valid until {{date, date}}; take it out.',
    'coupon-used-up': 'The coupon “{{code}}” has been used as often as it may ({{usedCount}}); take it out.',
    'total-changed':
      'A price or a discount has just changed: the total is now {{totalMinor, money}}. Check the cart and confirm again.',
    'product-code-taken': 'The code “{{code}}” already names another product; choose another.',
    'person-needed': '“{{name}}” is for someone: choose a person of the account.',
    'out-of-stock': '{{availableQuantity}} of “{{name}}” left in stock; sell that many at most.',
    'import-refused':
      '{{count}} rows need correcting; nothing was imported. Correct the file and import it again.',
    'import-refused_one':
      'One row needs correcting; nothing was imported. Correct the file and import it again.',
    'till-unknown': 'There is no such till (no. {{tillId}}); choose one from the list.',
    'till-closed': 'No till is open for this. Open one: {{tillNames, list}}.',
    'till-closed_none': 'There is no till yet; add one in the settings.',
    'till-already-open': '“{{tillName}}” has been open since {{openedAt, time}}; close it first.',
    'till-choice-needed': 'More than one till fits; choose: {{tillNames, list}}.',
    'no-printer': 'This till has no printer; an administrator chooses one in the settings, under “Tills”.',
    'no-system-printers':
      'Opened in a browser, Guichet does not reach the computer’s printers; choose one on the network, or files.',
    'document-unknown': 'No document has the number {{number}}; check it as it is printed.',
    'till-not-ended': 'End the sales of “{{tillName}}” first, then count.',
    'till-open-cash-attempt':
      'A cash refund of {{amountMinor, money}} waits for an answer: was it handed over? Answer before closing.',
    'till-count-missing': 'Count the money of “{{tillName}}” first.',
    'difference-needs-reason': 'The difference is above {{limitMinor, money}}: give its reason.',
    'difference-needs-supervisor':
      'The difference is above {{limitMinor, money}}: a supervisor must close the till.',
    ...saleRefusalWords.en,
    ...gatewayRefusalWords.en,
    ...statementRefusalWords.en,
    ...reportRefusalWords.en,
    ...planRefusalWords.en,
    ...cancellationRefusalWords.en,
    ...bulkRefusalWords.en,
    ...actionRefusalWords.en,
    ...tillRefusalWords.en,
    'drawer-short':
      'The drawer holds at most {{maximumMinor, money}} for this. Top it up from the safe, use the terminal or issue a cheque.',
    'drawer-short_blind':
      'There is not enough cash in this drawer. Top it up from the safe, pay part by terminal or issue a cheque.',
    'safe-short': 'The safe holds {{maximumMinor, money}}; take that much at most.',
    'reason-needed': 'Give the reason, for example: {{choices, list}}.',
    'reason-needed_free': 'Give the reason.',
    'terminal-unknown': 'There is no such terminal (no. {{terminalId}}); choose one from the list.',
    'terminal-inactive': 'The terminal “{{terminalName}}” is out of service; choose another.',
    'terminal-waits':
      'The terminal “{{terminalName}}” still waits for the answer about {{amountMinor, money}}. Use another terminal or cash, or settle that answer from the list of things to follow up.',
    'terminal-key-missing':
      'This desk does not have the terminal’s key, so it cannot ask what became of {{amountMinor, money}}. An administrator enters the key in the settings; or answer with the terminal’s receipt.',
    'attempt-on-terminal':
      'The terminal is still working on {{amountMinor, money}}. Wait for its answer or cancel on the terminal; the answer will be recorded by itself.',
    'invoice-unknown': 'There is no such invoice (no. {{invoiceId}}); search by number or client.',
    'item-unknown': 'There is no such invoice item (no. {{itemId}}); choose it on the invoice.',
    'item-other-client': "This item (no. {{itemId}}) is another client's; choose items of the same account.",
    'nothing-owed': 'Nothing is left to pay ({{owedMinor, money}}).',
    'amount-too-large': 'This amount is too large; the maximum is {{maximumMinor, money}}.',
    'more-than-owed':
      '{{owedMinor, money}} is left to pay. Take that, or confirm that {{depositWouldBeMinor, money}} stays as an account deposit.',
    'tender-short': '{{missingMinor, money}} is missing to pay it all.',
    'cash-not-last': 'Cash comes last: cards and cheques first.',
    'cash-not-multiple-of-five':
      'Cash comes in steps of 5 ¢: {{lowerMinor, money}} or {{higherMinor, money}}.',
    'too-small-for-cash':
      'This rounds to nothing in cash; the smallest that passes is {{smallestMinor, money}}.',
    'deposit-short': 'The account deposit available is {{availableMinor, money}}; use that much at most.',
    'sale-unknown': 'There is no such sale (no. {{saleId}}). Take it up in “To settle”.',
    'sale-not-open': 'This sale is already over ({{state}}); start a new one.',
    'sale-waiting': 'A card payment of this sale waits for an answer; first say what the terminal showed.',
    'sale-has-payment':
      '{{paidMinor, money}} is already paid for this sale; refund it first or complete the sale.',
    'payment-unknown': "There is no such payment (no. {{paymentId}}); choose it on the client's account.",
    'payment-not-voidable': 'This payment cannot be voided; refund it.',
    'payment-not-voidable_card': 'A card payment is never voided; refund it.',
    'payment-not-voidable_refunded': 'This payment was already refunded, at least in part; refund the rest.',
    'payment-not-voidable_session-closed': 'The till of this payment is no longer open; refund it instead.',
    'payment-not-voidable_already-void': 'This payment is already void; nothing else is needed.',
    'payment-not-online-card':
      'This payment (no. {{paymentId}}) was not made by online card; choose one that was.',
    'nothing-to-credit': 'Only {{leftMinor, money}} is left to credit on this item.',
    'credit-exceeds-item':
      'At most {{leftMinor, money}} ({{leftBasisPoints, percent}}) of this item can still be credited.',
    'restock-too-many': 'At most {{maximumQuantity}} can go back into stock.',
    'refund-unknown': "There is no such refund (no. {{refundId}}); choose it on the client's account.",
    'refund-exceeds-refundable': 'At most {{maximumMinor, money}} can be refunded.',
    'refund-parts-differ':
      'The parts come to {{partsMinor, money}}, not {{amountMinor, money}}. Correct a part or the amount.',
    'refund-way-twice': 'The same destination appears twice ({{destination}}). Put these parts together.',
    'refund-not-to-begin':
      'This part of the refund is not waiting to begin. Open the refund to see where it stands.',
    'refund-source-unusable': '{{source}} cannot be refunded: {{why}}. Choose another source.',
    'refund-source-unusable_walk-in':
      'A walk-in client is refunded from the receipt; choose the payment that is on it.',
    'refund-destination-refused':
      'This money cannot go to: {{destination}} ({{why}}). Choose: {{allowed, list}}.',
    'refund-destination-refused_none':
      'This money cannot go to: {{destination}} ({{why}}). Leave it as credit on the account.',
    'refund-above-limit':
      'Your limit is {{limitMinor, money}}; {{availableMinor, money}} is left. Above that, ask a supervisor.',
    'refund-above-limit_refund':
      'You may refund at most {{availableMinor, money}} at a time. Above that, ask a supervisor.',
    'refund-above-limit_day':
      'Your refund limit is {{limitMinor, money}} a day; {{availableMinor, money}} is left today. Above that, ask a supervisor.',
    'refund-above-limit_client-month':
      'The refund limit for this client is {{limitMinor, money}} a month; {{availableMinor, money}} is left. Above that, ask a supervisor.',
    'refund-waits-for-outcome':
      'A refund of {{amountMinor, money}} of the same money still waits for its outcome. Settle it first in “To settle”.',
    'approval-unknown': 'There is no such request for approval (no. {{approvalId}}); ask for a new one.',
    'approval-not-needed': 'No approval to ask for: you may do it yourself.',
    'approval-not-waiting':
      'This request is {{state}}: it no longer waits for an answer. Ask for a new approval.',
    'approval-not-granted':
      'This approval is {{state}}. One that is granted, still valid and not used yet would pass.',
    'approval-own': 'Nobody approves their own request. Another person, a supervisor, must enter their PIN.',
    'approval-other-person':
      'This approval was asked for by {{staffName}}: only that person may use it, from their own sign-in.',
    'approval-other-intent':
      'The approval is for {{amountMinor, money}} to {{clientName}}, exactly as asked. Do it again unchanged, or ask for a new approval.',
    'approver-not-supervisor': '{{staffName}} cannot approve: choose a supervisor in office.',
    'attempt-unknown': 'There is no such attempt (no. {{attemptId}}); start from “To settle”.',
    'attempt-settled': 'This attempt already has its answer: {{state}}. Nothing else is needed.',
    'attempt-not-sent':
      'This attempt has not been shown yet; wait for the instruction on the screen before answering.',
    'evidence-incomplete': "Still needed from the terminal's slip: {{missing, list}}.",
    'slip-amount-differs':
      '{{askedMinor, money}} was expected and the slip says {{slipMinor, money}}. Type it again, or confirm that the slip really shows this.',
    'slip-already-used':
      'This slip was already used for refund {{refundNumber}} ({{settledAt, instant}}). Check it; a supervisor may accept it with a reason.',
    'other-card-needs-reason':
      'The payment was made with the card ending in {{expectedLast4}}. Use that card, or say why it is another.',
    'supervisor-needed': 'Only a supervisor may answer “{{answer}}” here.',
    'ledger-read-only': 'The ledger is read-only ({{reason}}); a supervisor must accept the recovery.',
    'backup-failed': 'The backup was not made ({{reason}}). Check space and permissions, then make it again.',
    'restore-refused': 'This copy cannot be restored ({{reason}}). Choose a verified copy from the list.',
    'nothing-lost': 'Nothing is missing from this ledger: there is nothing to accept.',
  },
} as const satisfies Record<'fr' | 'en', Words>;
