import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { refundPaper } from '../../../shared/document/refund-paper.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { PaperView } from '../../parts/paper-view.tsx';
import { PdfButton } from '../../parts/pdf-button.tsx';
import { PrintButton } from '../../parts/print-button.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './refund.module.css';
import type { RefundRead } from './refund-facts.tsx';

/** The receipt of a refund that is done: the client's copy, or the merchant's to be signed. */
export function RefundReceipt({ refund }: { refund: RefundRead }) {
  const { t } = useWords();
  const organisation = useOrganisation();
  const [copyFor, setCopyFor] = useState('client');
  if (!organisation) return null;
  const isMerchants = copyFor === 'merchant';
  const paper = refundPaper({ organisation, copy: 0, refund, isMerchants });
  return (
    <div className={classes.stack}>
      <SegmentedControl
        aria-label={t('document.preview.copy')}
        value={copyFor}
        onChange={setCopyFor}
        data={[
          { value: 'client', label: t('document.clientCopy') },
          { value: 'merchant', label: t('document.merchantCopy') },
        ]}
      />
      <PaperView paper={paper} />
      <PdfButton paper={paper} />
      {refund.number === null ? null : (
        <PrintButton kind={isMerchants ? 'refund-merchant' : 'refund'} number={refund.number} />
      )}
    </div>
  );
}
