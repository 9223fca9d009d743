/** Words of custom items: the fees and rebates that staff put on documents by hand. */
export const customItemWords = {
  fr: {
    add: 'Ajouter un item personnalisé',
    none: 'Aucun item personnalisé. Ajoutez les frais et les rabais que l’équipe inscrit à la main.',
    frozen: 'Les documents déjà émis gardent le nom et le poste de leur jour.',
    never:
      'Un item personnalisé ne s’efface jamais\u00a0: désactivé, il disparaît des choix et reste aux rapports.',
    product:
      'Ce qui a un prix fixe, une tuile ou un code-barres est un produit du catalogue, même si ce sont des frais.',
    kind: { fee: 'Frais', rebate: 'Rabais' },
    kindHelp: {
      fee: 'S’ajoute à une facture, avec sa propre taxe.',
      rebate: 'Se soustrait d’un item avant taxes, et suit la taxe de cet item.',
    },
    column: { name: 'Nom', kind: 'Genre', ledgerCode: 'Poste', tax: 'Taxes', amount: 'Montant habituel' },
    field: {
      kind: 'Genre',
      nameFr: 'Nom en français',
      nameEn: 'Nom en anglais (facultatif)',
      ledgerCode: 'Poste comptable',
      taxClass: 'Taxes',
      defaultAmount: 'Montant habituel avant taxes (facultatif)',
      active: 'Offert à l’équipe',
    },
    tax: { taxable: 'Taxable', exempt: 'Exonéré', zero: 'Détaxé', 'as-item': 'Comme l’item' },
    typed: 'Tapé chaque fois',
    problem: {
      name: 'Donnez le nom.',
      ledgerCode: 'Lettres, chiffres et tirets, 20 au plus.',
    },
  },
  en: {
    add: 'Add a custom item',
    none: 'No custom item. Add the fees and rebates that staff enter by hand.',
    frozen: 'Documents already issued keep the name and the code of their day.',
    never: 'A custom item is never deleted: deactivated, it leaves the choices and stays in reports.',
    product:
      'What has a fixed price, a tile or a barcode is a product of the catalogue, also when it is a fee.',
    kind: { fee: 'Fee', rebate: 'Rebate' },
    kindHelp: {
      fee: 'Added to an invoice, with a tax of its own.',
      rebate: 'Taken off an item before tax, and taxed as that item.',
    },
    column: { name: 'Name', kind: 'Kind', ledgerCode: 'Code', tax: 'Taxes', amount: 'Usual amount' },
    field: {
      kind: 'Kind',
      nameFr: 'French name',
      nameEn: 'English name (optional)',
      ledgerCode: 'Ledger code',
      taxClass: 'Taxes',
      defaultAmount: 'Usual amount before tax (optional)',
      active: 'Offered to staff',
    },
    tax: { taxable: 'Taxable', exempt: 'Exempt', zero: 'Zero-rated', 'as-item': 'As the item' },
    typed: 'Typed each time',
    problem: {
      name: 'Give the name.',
      ledgerCode: 'Letters, digits and hyphens, at most 20.',
    },
  },
};
