import { useHelp } from '../../shell/help.tsx';
import { useWords } from '../../shell/language.ts';
import { useRoute } from '../../shell/router.ts';
import { ChooseClient } from './choose-client.tsx';
import { RefundChoice } from './refund-choice.tsx';
import { useRefundDraft } from './refund-draft.ts';
import { RefundLive } from './refund-live.tsx';

/**
 * A refund, wherever it stands: `#/refund/45` is one that exists and shows what `refund.read` says, `#/refund?client=12`
 * is being chosen, and without either the client is asked for.
 */
export function RefundScreen() {
  const { t } = useWords();
  useHelp({
    paragraphs: [
      t('refund.help.lead'),
      t('refund.help.original'),
      t('refund.help.approval'),
      t('refund.help.doubt'),
      t('integrated.help'),
    ],
    keys: [
      ['F12', t('refund.help.confirm')],
      ['F7 F8 F9 F10', t('refund.help.answers')],
      [t('shell.key.escape'), t('shell.key.back')],
    ],
  });
  const refundId = useRoute((route) => route.id);
  const draft = useRefundDraft();
  if (refundId !== null) return <RefundLive key={refundId} refundId={refundId} />;
  return draft ? <RefundChoice key={draft.clientId} draft={draft} /> : <ChooseClient />;
}
