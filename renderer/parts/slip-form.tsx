import { Alert, Checkbox, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useWords } from '../shell/language.ts';
import { MoneyField } from './money-field.tsx';
import type { Settlement } from './terminal-answer.tsx';

export interface Slip {
  readonly retypedMinor: number | null;
  readonly approvalCode: string;
  readonly brand: string;
  readonly otherBrand: string;
  readonly last4: string;
  readonly slipNumber: string;
  readonly reallyShows: boolean;
  readonly overrideReason: string;
}

export const emptySlip: Slip = {
  retypedMinor: null,
  approvalCode: '',
  brand: '',
  otherBrand: '',
  last4: '',
  slipNumber: '',
  reallyShows: false,
  overrideReason: '',
};

const BRANDS = ['interac', 'visa', 'mastercard', 'amex'] as const;
const BRAND_NAMES = { interac: 'Interac', visa: 'Visa', mastercard: 'Mastercard', amex: 'Amex' } as const;

const isOtherAmount = (slip: Slip, askedMinor: number) =>
  slip.retypedMinor !== null && slip.retypedMinor !== askedMinor;
const isOtherCard = (slip: Slip, expectedLast4: string | null) =>
  expectedLast4 !== null && slip.last4.length === 4 && slip.last4 !== expectedLast4;

function brandOf(slip: Slip): string {
  return slip.brand === 'other'
    ? slip.otherBrand.trim()
    : (BRAND_NAMES[slip.brand as keyof typeof BRAND_NAMES] ?? '');
}

/** What is still missing or to confirm, or null when the slip can be recorded. */
export function slipProblem(slip: Slip, askedMinor: number, expectedLast4: string | null) {
  if (slip.retypedMinor === null || slip.retypedMinor === 0) return 'amount';
  if (isOtherAmount(slip, askedMinor) && !slip.reallyShows) return 'other-amount';
  if (!/^[0-9A-Za-z]{1,8}$/.test(slip.approvalCode)) return 'approval-code';
  if (brandOf(slip) === '') return 'brand';
  if (!/^\d{4}$/.test(slip.last4)) return 'last4';
  if (slip.slipNumber.trim() === '') return 'slip-number';
  if (isOtherCard(slip, expectedLast4) && slip.overrideReason.trim() === '') return 'other-card';
  return null;
}

export function evidenceOf(
  slip: Slip,
  askedMinor: number,
): Pick<Settlement, 'evidence'> & Partial<Settlement> {
  return {
    evidence: {
      retypedMinor: slip.retypedMinor ?? 0,
      approvalCode: slip.approvalCode,
      brand: brandOf(slip),
      last4: slip.last4,
      slipNumber: slip.slipNumber.trim(),
    },
    ...(isOtherAmount(slip, askedMinor) ? { slipReallyShows: slip.reallyShows } : {}),
    ...(slip.overrideReason.trim() ? { overrideReason: slip.overrideReason.trim() } : {}),
  };
}

interface SlipFormProps {
  readonly slip: Slip;
  readonly onChange: (slip: Slip) => void;
  readonly askedMinor: number;
  readonly expectedLast4: string | null;
  /** A supervisor met a slip that was used before, and may accept it with a reason. */
  readonly mayOverride: boolean;
}

/** Enter goes to the next field, as on a paper form; only F12 records. */
function goOnAtEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLElement)) return;
  event.preventDefault();
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('input, select')];
  fields[fields.indexOf(event.target) + 1]?.focus();
}

export function SlipForm({ slip, onChange, askedMinor, expectedLast4, mayOverride }: SlipFormProps) {
  const { t } = useWords();
  const set = (change: Partial<Slip>) => onChange({ ...slip, ...change });
  const otherCard = isOtherCard(slip, expectedLast4);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the fields inside hold the focus
    <div data-takes-scan onKeyDown={goOnAtEnter}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <MoneyField
          label={t('terminal.evidence.amount')}
          description={t('terminal.evidence.amountHint')}
          value={slip.retypedMinor}
          onChange={(retypedMinor) => set({ retypedMinor, reallyShows: false })}
          autoFocus
          required
        />
        <TextInput
          label={t('terminal.evidence.approvalCode')}
          description={t('terminal.evidence.approvalCodeHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={slip.approvalCode}
          onChange={(event) =>
            set({ approvalCode: event.currentTarget.value.toUpperCase().trim().slice(0, 8) })
          }
          autoComplete="off"
          required
        />
        <NativeSelect
          label={t('terminal.evidence.brand')}
          value={slip.brand}
          onChange={(event) => set({ brand: event.currentTarget.value })}
          data={[
            { value: '', label: '…' },
            ...BRANDS.map((brand) => ({ value: brand, label: t(`terminal.brandName.${brand}`) })),
            { value: 'other', label: t('terminal.brandName.other') },
          ]}
          required
        />
        <TextInput
          label={t('terminal.evidence.last4')}
          value={slip.last4}
          onChange={(event) => set({ last4: event.currentTarget.value.replace(/\D/g, '').slice(0, 4) })}
          inputMode="numeric"
          autoComplete="off"
          required
        />
        {slip.brand === 'other' && (
          <TextInput
            label={t('terminal.brandOther')}
            value={slip.otherBrand}
            onChange={(event) => set({ otherBrand: event.currentTarget.value })}
            required
          />
        )}
        <TextInput
          label={t('terminal.evidence.slipNumber')}
          value={slip.slipNumber}
          onChange={(event) => set({ slipNumber: event.currentTarget.value })}
          autoComplete="off"
          required
        />
        {(otherCard || mayOverride) && (
          <TextInput
            label={otherCard ? t('terminal.otherCardReason') : t('terminal.overrideReason')}
            description={otherCard ? t('terminal.otherCard', { last4: expectedLast4 ?? '' }) : undefined}
            placeholder={otherCard ? t('terminal.cardReplaced') : undefined}
            value={slip.overrideReason}
            onChange={(event) => set({ overrideReason: event.currentTarget.value })}
            required
          />
        )}
      </SimpleGrid>
      {isOtherAmount(slip, askedMinor) && (
        <Alert role="alert" color="amber" mt="md" title={null}>
          {t('terminal.typeAgain', { slip: slip.retypedMinor ?? 0, asked: askedMinor })}
          <Checkbox
            mt="sm"
            label={t('terminal.slipReallyShows', { slip: slip.retypedMinor ?? 0 })}
            checked={slip.reallyShows}
            onChange={(event) => set({ reallyShows: event.currentTarget.checked })}
          />
        </Alert>
      )}
    </div>
  );
}
