import { Button, Menu } from '@mantine/core';
import {
  IconArchive,
  IconArrowBackUp,
  IconCash,
  IconChevronDown,
  IconCoin,
  IconEdit,
  IconFileInvoice,
  IconFilePlus,
  IconLink,
  IconMapPin,
  IconShoppingCart,
  IconUserPlus,
} from '@tabler/icons-react';
import { useHasRole } from '../../connection/session.ts';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import type { AccountRead } from './account.tsx';

interface AccountMenuProps {
  readonly account: AccountRead;
  readonly onAddPerson: () => void;
  readonly onReconcile: () => void;
  readonly onStatement: () => void;
  readonly onLower: () => void;
  readonly onArchive: () => void;
}

/** What can be done with the account; the two most common beside the menu. */
export function AccountMenu(props: AccountMenuProps) {
  const { account, onAddPerson, onReconcile, onStatement, onLower, onArchive } = props;
  const { t } = useWords();
  const isSupervisor = useHasRole('supervisor');
  const { clientId, kind, archivedAt } = account.client;
  if (kind === 'walk-in') return null;
  const isArchived = archivedAt !== null;
  const pay = () => goTo('client', clientId, { pay: 'all' });
  const sell = () => goTo('counter', null, { client: clientId });
  return (
    <>
      <Button
        variant={account.balanceMinor > 0 ? 'filled' : 'default'}
        onClick={pay}
        disabled={isArchived}
        leftSection={<IconCash size={19} aria-hidden="true" />}
      >
        {t('client.operation.pay')}
      </Button>
      <Button
        variant="default"
        onClick={sell}
        disabled={isArchived}
        leftSection={<IconShoppingCart size={19} aria-hidden="true" />}
      >
        {t('client.operation.sell')}
      </Button>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={17} aria-hidden="true" />}>
            {t('client.operations')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconArrowBackUp size={18} aria-hidden="true" />}
            onClick={() => goTo('refund', null, { client: clientId })}
          >
            {t('client.operation.refund')}
          </Menu.Item>
          <Menu.Item
            disabled={isArchived}
            leftSection={<IconCoin size={18} aria-hidden="true" />}
            onClick={onLower}
          >
            {t('client.operation.lower')}
          </Menu.Item>
          <Menu.Item
            disabled={isArchived}
            leftSection={<IconFilePlus size={18} aria-hidden="true" />}
            onClick={() => goTo('invoice', null, { for: clientId })}
          >
            {t('rebate.manual.operation')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconMapPin size={18} aria-hidden="true" />}
            onClick={() => goTo('client', clientId, { where: 'account' })}
          >
            {t('where.title')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLink size={18} aria-hidden="true" />} onClick={onReconcile}>
            {t('client.operation.reconcile')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileInvoice size={18} aria-hidden="true" />} onClick={onStatement}>
            {t('statement.operation')}
          </Menu.Item>
          <Menu.Item
            disabled={isArchived}
            leftSection={<IconUserPlus size={18} aria-hidden="true" />}
            onClick={onAddPerson}
          >
            {t('client.operation.addPerson')}
          </Menu.Item>
          <Menu.Item
            disabled={isArchived}
            leftSection={<IconEdit size={18} aria-hidden="true" />}
            onClick={() => goTo('client', clientId, { edit: 1 })}
          >
            {t('client.operation.edit')}
          </Menu.Item>
          {isSupervisor && (
            <Menu.Item
              disabled={isArchived}
              leftSection={<IconArchive size={18} aria-hidden="true" />}
              onClick={onArchive}
            >
              {t('client.operation.archive')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
