import { NativeSelect, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { InputOf } from '../../../shared/contract/contract.ts';
import { useCommand } from '../../connection/use-command.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { MoneyField } from '../../parts/money-field.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import type { CustomItemRead } from './custom-items-page.tsx';
import { problemOf } from './field-problem.ts';
import { SaveActions } from './save-actions.tsx';
import classes from './settings.module.css';

const TAX_CLASSES = ['taxable', 'exempt', 'zero'] as const;
type TaxClass = (typeof TAX_CLASSES)[number];

/** The editor of one custom item; its kind is chosen once. */
export function CustomItemDialog({ item, onClose }: { item: CustomItemRead | null; onClose: () => void }) {
  const { t, i18n, language } = useWords();
  const [kind, setKind] = useState<CustomItemRead['kind']>(item?.kind ?? 'fee');
  const [nameFr, setNameFr] = useState(item?.nameFr ?? '');
  const [nameEn, setNameEn] = useState(item?.nameEn ?? '');
  const [ledgerCode, setLedgerCode] = useState(item?.ledgerCode ?? '');
  const [taxClass, setTaxClass] = useState<TaxClass>(
    item && item.taxClass !== 'as-item' ? item.taxClass : 'taxable',
  );
  const [amountMinor, setAmountMinor] = useState(item?.defaultAmountMinor ?? null);
  const [active, setActive] = useState(item?.active ?? true);
  const [wasTried, setTried] = useState(false);
  const add = useCommand('customItem.add');
  const change = useCommand('customItem.change', String(item?.customItemId ?? 0));
  const command = item ? change : add;
  const isNamed = nameFr.trim() !== '';
  const hasCode = /^[A-Za-z0-9-]{1,20}$/.test(ledgerCode.trim());

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isNamed || !hasCode) {
      const editor = event.currentTarget as HTMLFormElement;
      // once the errors are drawn, the keyboard is on the first of them
      requestAnimationFrame(() => editor.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const fields: Omit<InputOf<'customItem.add'>, 'kind'> = {
      nameFr: nameFr.trim(),
      ledgerCode: ledgerCode.trim(),
      ...(nameEn.trim() ? { nameEn: nameEn.trim() } : {}),
      ...(kind === 'fee' ? { taxClass } : {}),
      ...(amountMinor ? { defaultAmountMinor: amountMinor } : {}),
    };
    const answer = item
      ? await change.run({ customItemId: item.customItemId, active, ...fields })
      : await add.run({ kind, ...fields });
    if (answer) onClose();
  };

  return (
    <Dialog onClose={onClose} size={620} title={item ? pickName(item, language) : t('customItem.add')}>
      <form className={classes.stack} noValidate onSubmit={(event) => void save(event)}>
        {item ? (
          <p className={classes.soft}>{t('customItem.frozen')}</p>
        ) : (
          <SegmentedControl
            fullWidth
            size="md"
            aria-label={t('customItem.field.kind')}
            value={kind}
            data={(['fee', 'rebate'] as const).map((each) => ({
              value: each,
              label: t(`customItem.kind.${each}`),
            }))}
            onChange={(value) => setKind(value as CustomItemRead['kind'])}
          />
        )}
        <p className={classes.soft}>{t(`customItem.kindHelp.${kind}`)}</p>
        <TextInput
          data-autofocus
          required
          label={t('customItem.field.nameFr')}
          maxLength={200}
          value={nameFr}
          error={
            wasTried && !isNamed ? t('customItem.problem.name') : problemOf(i18n, command.failure, 'nameFr')
          }
          onChange={(event) => setNameFr(event.currentTarget.value)}
        />
        <TextInput
          label={t('customItem.field.nameEn')}
          maxLength={200}
          value={nameEn}
          error={problemOf(i18n, command.failure, 'nameEn')}
          onChange={(event) => setNameEn(event.currentTarget.value)}
        />
        <TextInput
          required
          label={t('customItem.field.ledgerCode')}
          maxLength={20}
          value={ledgerCode}
          error={
            wasTried && !hasCode
              ? t('customItem.problem.ledgerCode')
              : problemOf(i18n, command.failure, 'ledgerCode')
          }
          onChange={(event) => setLedgerCode(event.currentTarget.value)}
        />
        {kind === 'fee' ? (
          <NativeSelect
            label={t('customItem.field.taxClass')}
            value={taxClass}
            data={TAX_CLASSES.map((each) => ({ value: each, label: t(`customItem.tax.${each}`) }))}
            onChange={(event) => setTaxClass(event.currentTarget.value as TaxClass)}
          />
        ) : null}
        <MoneyField
          label={t('customItem.field.defaultAmount')}
          value={amountMinor}
          error={problemOf(i18n, command.failure, 'defaultAmountMinor')}
          onChange={setAmountMinor}
        />
        {item ? (
          <>
            <Switch
              size="md"
              label={t('customItem.field.active')}
              checked={active}
              onChange={(event) => setActive(event.currentTarget.checked)}
            />
            <p className={classes.soft}>{t('customItem.never')}</p>
          </>
        ) : null}
        <FailureAlert failure={command.failure} isUnanswered={command.isUnanswered} />
        <SaveActions isRunning={command.isRunning} onClose={onClose} />
      </form>
    </Dialog>
  );
}
