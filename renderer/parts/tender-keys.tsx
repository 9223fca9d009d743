import {
  IconBuildingBank,
  IconCash,
  IconClockDollar,
  IconCreditCard,
  IconDeviceMobile,
  IconPigMoney,
  IconReceiptRefund,
  type TablerIcon,
} from '@tabler/icons-react';
import { formatMoney } from '../../shared/i18n/format.ts';
import { useWords } from '../shell/language.ts';
import { KeyHint } from './key-hint.tsx';
import type { TenderMethod, TenderRulesHere } from './tender-draft.ts';
import classes from './tender-panel.module.css';
import { useKeys } from './use-keys.ts';

interface TenderKeysProps {
  readonly rules: TenderRulesHere;
  readonly hasTaken: boolean;
  readonly isDisabled: boolean;
  readonly onChoose: (method: TenderMethod) => void;
  readonly onLater: () => void;
}

interface Way {
  readonly keys: string;
  readonly icon: TablerIcon;
  readonly label: string;
  readonly hint?: string;
  readonly isShut: boolean;
  readonly choose: () => void;
}

/** The ways to pay as big keys; one that cannot be used says why. */
export function TenderKeys({ rules, hasTaken, isDisabled, onChoose, onLater }: TenderKeysProps) {
  const { t, language } = useWords();
  const isPayment = rules.isPayment === true;
  const hasDeposit = rules.allowDeposit && rules.depositAvailableMinor > 0;
  const way = (
    keys: string,
    icon: TablerIcon,
    method: TenderMethod,
    label = t(`tender.method.${method}`),
  ): Way => ({
    keys,
    icon,
    label,
    isShut: isDisabled,
    choose: () => onChoose(method),
  });
  const ways: Way[] = [
    way('F1', IconCash, 'cash'),
    way('F2', IconDeviceMobile, 'terminal'),
    {
      ...way('F3', IconPigMoney, 'deposit'),
      isShut: isDisabled || !hasDeposit || rules.dueMinor === 0,
      hint: hasDeposit ? formatMoney(rules.depositAvailableMinor, language) : t('tender.noDeposit'),
    },
    way('F4', IconBuildingBank, 'cheque'),
    ...(rules.allowDeposit && rules.creditAvailableMinor > 0
      ? [
          {
            ...way('F8', IconReceiptRefund, 'credit'),
            isShut: isDisabled || rules.dueMinor === 0,
            hint: formatMoney(rules.creditAvailableMinor, language),
          },
        ]
      : []),
    {
      keys: 'F6',
      icon: IconClockDollar,
      label: t(isPayment ? 'tender.leaveOwed' : 'tender.later'),
      isShut: isDisabled || !rules.allowPartPayment || (isPayment && !hasTaken),
      ...(rules.allowPartPayment ? {} : { hint: t('tender.walkInLater') }),
      choose: onLater,
    },
    {
      ...way('F7', IconCreditCard, 'online-card', t('tender.others')),
      hint: t(rules.clientId === undefined ? 'tender.method.online-card' : 'gateway.pay.hint'),
    },
  ];
  useKeys(Object.fromEntries(ways.map(({ keys, isShut, choose }) => [keys, isShut ? undefined : choose])));
  return (
    <div className={classes.keys}>
      {ways.map(({ keys, icon: Icon, label, hint, isShut, choose }) => (
        <button
          key={keys}
          type="button"
          className={classes.key}
          disabled={isShut}
          aria-keyshortcuts={keys}
          onClick={choose}
        >
          <Icon size={21} stroke={1.7} aria-hidden="true" />
          <span className={classes.keyWords}>
            {label}
            {hint && <small>{hint}</small>}
          </span>
          <KeyHint keys={keys} />
        </button>
      ))}
    </div>
  );
}
