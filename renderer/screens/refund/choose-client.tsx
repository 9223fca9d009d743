import { Button } from '@mantine/core';
import { ClientPicker } from '../../parts/client-picker.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import classes from './refund.module.css';

/** Where a refund starts when no client was chosen: a search, and a word on where refunds come from. */
export function ChooseClient() {
  const { t } = useWords();
  return (
    <Page title={t('refund.choose.title')} lead={t('refund.choose.lead')}>
      <Panel>
        <div className={classes.stack}>
          <ClientPicker autoFocus onPick={(clientId) => goTo('refund', null, { client: clientId })} />
          <p className={classes.soft}>{t('refund.choose.hint')}</p>
          <div>
            <Button variant="default" onClick={() => goTo('invoice')}>
              {t('refund.nothing.openInvoices')}
            </Button>
          </div>
        </div>
      </Panel>
    </Page>
  );
}
