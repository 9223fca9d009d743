import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { invoicePaper } from '../../../shared/document/invoice-paper.ts';
import { paymentIdsOf } from '../../../shared/document/payment-ids.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { usePayments } from '../../connection/use-payments.ts';
import { PaperDialog } from '../../parts/paper-dialog.tsx';
import { useWords } from '../../shell/language.ts';
import type { InvoiceRead } from './item-table.tsx';

const KINDS = ['receipt', 'invoice'] as const;
type Kind = (typeof KINDS)[number];

/** The receipt of a paid invoice or the invoice itself, as each would print; what is still owed has no receipt yet. */
export function InvoicePaperDialog({ invoice, onClose }: { invoice: InvoiceRead; onClose: () => void }) {
  const { t } = useWords();
  const organisation = useOrganisation();
  const payments = usePayments(paymentIdsOf(invoice));
  const [kind, setKind] = useState<Kind>(invoice.owedMinor === 0 ? 'receipt' : 'invoice');
  if (!organisation || !payments) return null;
  const paper = invoicePaper({ kind, organisation, copy: 0, invoice, payments });
  return (
    <PaperDialog
      paper={paper}
      number={invoice.number}
      choice={
        invoice.owedMinor > 0 && invoice.owedMinor === invoice.totalMinor ? null : (
          <SegmentedControl
            aria-label={t('document.preview.which')}
            value={kind}
            onChange={(value) => setKind(value as Kind)}
            data={KINDS.map((value) => ({ value, label: t(`document.preview.${value}`) }))}
          />
        )
      }
      onClose={onClose}
    />
  );
}
