import { useHelp } from '../../shell/help.tsx';
import { useWords } from '../../shell/language.ts';
import { useRoute } from '../../shell/router.ts';
import { loweringHelp } from '../rebate/lowering-help.ts';
import { StatementsPage } from '../statement/statements-page.tsx';
import { Account } from './account.tsx';
import { ClientForm } from './client-form.tsx';
import { ClientList } from './client-list.tsx';
import { EditClient } from './edit-client.tsx';
import { TakePayment } from './take-payment.tsx';

/** `#/client` searches, `?new=1` opens an account, `?statements=1` makes statements of many, `/12` shows it, `/12?pay=…` takes a payment. */
export function ClientScreen() {
  const { t } = useWords();
  const { id, params } = useRoute();
  useHelp({
    paragraphs: [t('client.help.lead'), t('client.help.pay'), ...loweringHelp(t)],
    keys: [],
  });
  if (id === null && params.statements) return <StatementsPage />;
  if (id === null) return params.new ? <ClientForm startName={params.name ?? ''} /> : <ClientList />;
  if (params.edit) return <EditClient clientId={id} />;
  if (params.pay) return <TakePayment key={id} clientId={id} wanted={params.pay} />;
  return <Account key={id} clientId={id} />;
}
