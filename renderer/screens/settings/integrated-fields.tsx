import { NativeSelect, TextInput } from '@mantine/core';
import type { Failure } from '../../../shared/i18n/describe-failure.ts';
import { useWords } from '../../shell/language.ts';
import type { TerminalRow } from './tills-page.tsx';

export type Place = Pick<TerminalRow, 'poiId' | 'address' | 'environment' | 'saleId'>;

export const NEW_PLACE: Place = { poiId: '', address: '', environment: 'live', saleId: 'Guichet' };

export const isPlaced = (place: Place) =>
  [place.poiId, place.address, place.saleId].every((text) => text.trim() !== '');

export function trimmedPlace({ poiId, address, environment, saleId }: Place): Place {
  return { poiId: poiId.trim(), address: address.trim(), environment, saleId: saleId.trim() };
}

/** Which of these fields the service refused, so that its own words stand beside it. */
export function refusedPlaceField(
  failure: Failure | null,
): 'poiId' | 'poiIdTaken' | 'address' | 'saleId' | null {
  if (failure?.code !== 'invalid-input') return null;
  const [issue] = (failure.detail as { issues: { path: string; problem: string }[] }).issues;
  if (issue?.path === 'integrated.poiId') return issue.problem === 'terminal-listed' ? 'poiIdTaken' : 'poiId';
  if (issue?.path === 'integrated.address') return 'address';
  return issue?.path === 'integrated.saleId' ? 'saleId' : null;
}

interface Props {
  readonly place: Place;
  readonly failure: Failure | null;
  readonly onChange: (place: Place) => void;
}

/** Where an integrated terminal is found and how the two name each other. */
export function IntegratedFields({ place, failure, onChange }: Props) {
  const { t } = useWords();
  const set = (change: Partial<Place>) => onChange({ ...place, ...change });
  const refused = refusedPlaceField(failure);
  const poiIdWords = refused === 'poiIdTaken' ? 'terminalSettings.poiIdTaken' : 'terminalSettings.poiIdWrong';
  return (
    <>
      <TextInput
        required
        label={t('terminalSettings.poiId')}
        description={t('terminalSettings.poiIdHelp')}
        maxLength={51}
        autoComplete="off"
        value={place.poiId}
        error={refused === 'poiId' || refused === 'poiIdTaken' ? t(poiIdWords) : undefined}
        onChange={(event) => set({ poiId: event.currentTarget.value })}
      />
      <TextInput
        required
        label={t('terminalSettings.address')}
        description={t('terminalSettings.addressHelp')}
        maxLength={260}
        autoComplete="off"
        value={place.address}
        error={refused === 'address' ? t('terminalSettings.addressWrong') : undefined}
        onChange={(event) => set({ address: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('terminalSettings.environment')}
        description={t('terminalSettings.environmentHelp')}
        value={place.environment}
        onChange={(event) => set({ environment: event.currentTarget.value === 'test' ? 'test' : 'live' })}
        data={(['live', 'test'] as const).map((value) => ({ value, label: t(`terminalSettings.${value}`) }))}
      />
      <TextInput
        required
        label={t('terminalSettings.saleId')}
        description={t('terminalSettings.saleIdHelp')}
        maxLength={40}
        autoComplete="off"
        value={place.saleId}
        error={refused === 'saleId' ? t('terminalSettings.saleIdWrong') : undefined}
        onChange={(event) => set({ saleId: event.currentTarget.value })}
      />
    </>
  );
}
