/** Words of the settings of payment terminals: where one is, the key it shares with the desk, and how the link does. */
export const terminalSettingsWords = {
  fr: {
    kind: 'Sorte de terminal',
    standalone: 'Autonome',
    standaloneHelp: 'Le commis tape le montant sur le terminal et recopie le bordereau.',
    nexo: 'Intégré',
    nexoHelp: 'Guichet envoie le montant au terminal et inscrit sa réponse. Il faut la clé du fournisseur.',
    poiId: 'Identifiant du terminal (POIID)',
    poiIdHelp: 'Modèle et numéro de série, comme au dos de l’appareil\u00a0: V400m-324688179.',
    poiIdWrong:
      'Il faut le modèle, un trait d’union et le numéro de série, sans espace\u00a0: V400m-324688179.',
    poiIdTaken:
      'Ce terminal est déjà dans la liste. Modifiez sa ligne, même hors service, au lieu d’en ajouter une.',
    address: 'Adresse sur le réseau',
    addressHelp:
      'Par exemple 192.168.1.40. Le port est 8443, sauf si vous en ajoutez un autre après «\u00a0:\u00a0».',
    addressWrong:
      'Il faut une adresse ou un nom, et au besoin un port de 1 à 65535\u00a0: 192.168.1.40 ou terminal-1.local:8443.',
    environment: 'Environnement',
    live: 'Réel\u00a0: de vraies cartes',
    test: 'Essai\u00a0: cartes d’essai du fournisseur',
    environmentHelp: 'Un terminal d’essai a un certificat d’essai; l’un n’est jamais accepté pour l’autre.',
    saleId: 'Nom de ce poste pour le terminal (SaleID)',
    saleIdHelp: 'Gardez toujours le même\u00a0: le terminal retrouve les opérations par ce nom.',
    saleIdWrong: 'De 1 à 40 lettres sans accent, chiffres, points, traits ou espaces\u00a0: Guichet-1.',
    retire: 'En service',
    retireHelp: 'Hors service, il n’est plus proposé au comptoir. Son histoire reste.',
    link: 'Clé et liaison',
    linkOf: 'Clé et liaison de {{name}}',
    where: '{{poiId}} à {{address}}',
    isTest: 'Essai',
    noKey: 'Clé à inscrire',
    key: {
      title: 'Clé partagée',
      kept: 'Une clé est gardée sur ce poste. Elle ne s’affiche plus jamais et ne va ni dans le registre ni dans les sauvegardes.',
      none: 'Aucune clé n’est gardée sur ce poste\u00a0: le terminal n’accepte encore aucune commande.',
      lead: 'Recopiez-la du portail de votre fournisseur de paiement, pour ce terminal.',
      keyIdentifier: 'Identifiant de la clé',
      keyIdentifierWrong: 'De 1 à 100 caractères sans espace ni accent, comme au portail du fournisseur.',
      passphrase: 'Phrase secrète',
      passphraseWrong: 'De 1 à 200 caractères ordinaires, exactement comme au portail du fournisseur.',
      keyVersion: 'Version de la clé',
      keyVersionWrong: 'Un nombre entier, 0 ou plus, comme au portail du fournisseur.',
      authorities: 'Certificat racine du fournisseur (PEM)',
      authoritiesHelp:
        'Le fichier .pem que le fournisseur publie pour cet environnement. Rien d’autre ne sera cru.',
      authoritiesWrong:
        'Il faut au moins un certificat entier, de «\u00a0BEGIN CERTIFICATE\u00a0» à «\u00a0END CERTIFICATE\u00a0».',
      choose: 'Choisir un fichier…',
      keep: 'Garder la clé',
      replace: 'Remplacer la clé',
      keptNotice: 'La clé est gardée. Vérifiez maintenant la liaison.',
      forget: 'Oublier la clé',
      forgetLead:
        'La clé sera détruite sur ce poste. Le terminal n’acceptera plus de commande tant qu’une clé n’y sera pas remise.',
      forgetConfirm: 'Détruire la clé',
      forgotten: 'La clé est détruite.',
    },
    check: {
      title: 'Liaison',
      lead: 'Guichet demande au terminal comment il va. Aucun argent ne bouge.',
      run: 'Vérifier la liaison',
      running: 'Le terminal répond d’habitude en moins de 10 secondes…',
      ready: 'Tout est bon\u00a0: le terminal répond, prouve son identité et joint son fournisseur.',
      busy: 'La liaison est bonne, mais le terminal est occupé. Terminez ou annulez ce qu’il affiche, puis vérifiez de nouveau.',
      maintenance:
        'La liaison est bonne, mais le terminal est en entretien ou se met à jour. Attendez qu’il ait fini, puis vérifiez de nouveau.',
      'host-unreachable':
        'Le terminal répond, mais il ne joint pas son fournisseur. Vérifiez son accès à Internet, puis vérifiez de nouveau.',
      unreachable:
        'Rien ne répond à cette adresse. Vérifiez que le terminal est allumé, sur le même réseau que ce poste, et que l’adresse est celle qu’il affiche.',
      'no-answer':
        'Un appareil est bien là, avec le bon certificat, mais il n’a pas répondu à temps. Redémarrez le terminal, puis vérifiez de nouveau.',
      'wrong-certificate':
        'L’appareil à cette adresse n’a pas prouvé être ce terminal. Vérifiez le POIID, l’environnement et le certificat racine; si tout est exact, l’adresse est celle d’un autre appareil.',
      'wrong-key':
        'C’est le bon terminal, mais il n’a pas la même clé. Recopiez l’identifiant, la phrase secrète et la version du portail du fournisseur.',
      'no-key': 'Aucune clé n’est gardée sur ce poste. Inscrivez-la ci-dessus, puis vérifiez.',
      unclear:
        'Le terminal a répondu, mais pas de la façon attendue. Vérifiez le POIID et le nom de ce poste (SaleID), puis redémarrez le terminal.',
      unconfirmed_one: '{{count}} opération n’est pas encore envoyée au fournisseur.',
      unconfirmed_other: '{{count}} opérations ne sont pas encore envoyées au fournisseur.',
    },
  },
  en: {
    kind: 'Kind of terminal',
    standalone: 'Stand-alone',
    standaloneHelp: 'The clerk keys the amount on the terminal and copies the slip.',
    nexo: 'Integrated',
    nexoHelp: 'Guichet sends the amount to the terminal and records its answer. It needs the provider’s key.',
    poiId: 'Terminal identifier (POIID)',
    poiIdHelp: 'Model and serial number, as on the back of the device: V400m-324688179.',
    poiIdWrong: 'It takes the model, a hyphen and the serial number, without a space: V400m-324688179.',
    poiIdTaken:
      'This terminal is already listed. Change its line, even out of service, instead of adding another.',
    address: 'Address on the network',
    addressHelp: 'For example 192.168.1.40. The port is 8443 unless you add another after “:”.',
    addressWrong:
      'It takes an address or a name, and a port from 1 to 65535 if need be: 192.168.1.40 or terminal-1.local:8443.',
    environment: 'Environment',
    live: 'Live: real cards',
    test: 'Test: the provider’s test cards',
    environmentHelp: 'A test terminal has a test certificate; one is never accepted for the other.',
    saleId: 'Name of this desk for the terminal (SaleID)',
    saleIdHelp: 'Always keep the same: the terminal finds operations again by this name.',
    saleIdWrong: '1 to 40 letters without accents, digits, dots, hyphens or spaces: Guichet-1.',
    retire: 'In service',
    retireHelp: 'Out of service, it is no longer offered at the counter. Its history stays.',
    link: 'Key and link',
    linkOf: 'Key and link of {{name}}',
    where: '{{poiId}} at {{address}}',
    isTest: 'Test',
    noKey: 'Key to enter',
    key: {
      title: 'Shared key',
      kept: 'A key is kept on this desk. It is never shown again and goes neither into the ledger nor into backups.',
      none: 'No key is kept on this desk: the terminal takes no command yet.',
      lead: 'Copy it from your payment provider’s portal, for this terminal.',
      keyIdentifier: 'Key identifier',
      keyIdentifierWrong: '1 to 100 characters without spaces or accents, as on the provider’s portal.',
      passphrase: 'Passphrase',
      passphraseWrong: '1 to 200 ordinary characters, exactly as on the provider’s portal.',
      keyVersion: 'Key version',
      keyVersionWrong: 'A whole number, 0 or more, as on the provider’s portal.',
      authorities: 'The provider’s root certificate (PEM)',
      authoritiesHelp:
        'The .pem file that the provider publishes for this environment. Nothing else is believed.',
      authoritiesWrong:
        'It takes at least one whole certificate, from “BEGIN CERTIFICATE” to “END CERTIFICATE”.',
      choose: 'Choose a file…',
      keep: 'Keep the key',
      replace: 'Replace the key',
      keptNotice: 'The key is kept. Now check the link.',
      forget: 'Forget the key',
      forgetLead:
        'The key will be destroyed on this desk. The terminal takes no more commands until a key is entered again.',
      forgetConfirm: 'Destroy the key',
      forgotten: 'The key is destroyed.',
    },
    check: {
      title: 'Link',
      lead: 'Guichet asks the terminal how it is. No money moves.',
      run: 'Check the link',
      running: 'The terminal usually answers within 10 seconds…',
      ready: 'All is well: the terminal answers, proves who it is and reaches its provider.',
      busy: 'The link is good, but the terminal is busy. Finish or cancel what it shows, then check again.',
      maintenance:
        'The link is good, but the terminal is under maintenance or updating. Wait until it is done, then check again.',
      'host-unreachable':
        'The terminal answers, but does not reach its provider. Check its Internet access, then check again.',
      unreachable:
        'Nothing answers at this address. Check that the terminal is on, on the same network as this desk, and that the address is the one it shows.',
      'no-answer':
        'A device is there, with the right certificate, but it did not answer in time. Restart the terminal, then check again.',
      'wrong-certificate':
        'The device at this address did not prove to be this terminal. Check the POIID, the environment and the root certificate; if all are right, the address is another device’s.',
      'wrong-key':
        'It is the right terminal, but it does not have the same key. Copy the identifier, the passphrase and the version again from the provider’s portal.',
      'no-key': 'No key is kept on this desk. Enter it above, then check.',
      unclear:
        'The terminal answered, but not in the way expected. Check the POIID and the name of this desk (SaleID), then restart the terminal.',
      unconfirmed_one: '{{count}} operation is not yet sent to the provider.',
      unconfirmed_other: '{{count}} operations are not yet sent to the provider.',
    },
  },
};
