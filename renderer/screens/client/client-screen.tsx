import { useHelp } from '../../shell/help.tsx';
import { useWords } from '../../shell/language.ts';
import { useRoute } from '../../shell/router.ts';
import { BulkPage } from '../bulk/bulk-page.tsx';
import { DuePage } from '../plan/due-page.tsx';
import { loweringHelp } from '../rebate/lowering-help.ts';
import { StatementsPage } from '../statement/statements-page.tsx';
import { Account } from './account.tsx';
import { ClientForm } from './client-form.tsx';
import { ClientList } from './client-list.tsx';
import { EditClient } from './edit-client.tsx';
import { TakePayment } from './take-payment.tsx';
import { WhereMoney } from './where-money.tsx';

/** `#/client` searches, `?new=1` opens an account, `?statements=1`, `?bulk=1` and `?due=1` are about many, `/12` shows it, `/12?pay=…` takes a payment, `/12?where=…` tells where its money is. */
export function ClientScreen() {
  const { t } = useWords();
  const { id, params } = useRoute();
  useHelp({
    paragraphs: [t('client.help.lead'), t('client.help.pay'), ...loweringHelp(t)],
    keys: [],
  });
  if (id === null && params.statements) return <StatementsPage />;
  if (id === null && params.bulk) return <BulkPage wanted={params.bulk} />;
  if (id === null && params.due) return <DuePage />;
  if (id === null) return params.new ? <ClientForm startName={params.name ?? ''} /> : <ClientList />;
  if (params.edit) return <EditClient clientId={id} />;
  if (params.pay)
    return <TakePayment key={id} clientId={id} wanted={params.pay} planned={params.planned ?? null} />;
  if (params.where) return <WhereMoney key={`${id} ${params.where}`} clientId={id} wanted={params.where} />;
  return <Account key={id} clientId={id} />;
}
