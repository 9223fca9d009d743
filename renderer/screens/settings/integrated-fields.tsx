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

type Refused = Partial<Record<'poiId' | 'address' | 'saleId', 'wrong' | 'taken'>>;

/** Which of these fields the service refused, so that words of their own stand beside each. */
export function refusedPlaceFields(failure: Failure | null): Refused {
  if (failure?.code !== 'invalid-input') return {};
  const refused: Refused = {};
  for (const { path, problem } of (failure.detail as { issues: { path: string; problem: string }[] }).issues)
    for (const field of ['poiId', 'address', 'saleId'] as const)
      if (path === `integrated.${field}`) refused[field] = problem === 'terminal-listed' ? 'taken' : 'wrong';
  return refused;
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
  const refused = refusedPlaceFields(failure);
  const poiIdWords =
    refused.poiId === 'taken' ? 'terminalSettings.poiIdTaken' : 'terminalSettings.poiIdWrong';
  return (
    <>
      <TextInput
        required
        label={t('terminalSettings.poiId')}
        description={t('terminalSettings.poiIdHelp')}
        maxLength={51}
        autoComplete="off"
        value={place.poiId}
        error={refused.poiId ? t(poiIdWords) : undefined}
        onChange={(event) => set({ poiId: event.currentTarget.value })}
      />
      <TextInput
        required
        label={t('terminalSettings.address')}
        description={t('terminalSettings.addressHelp')}
        maxLength={260}
        autoComplete="off"
        value={place.address}
        error={refused.address ? t('terminalSettings.addressWrong') : undefined}
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
        error={refused.saleId ? t('terminalSettings.saleIdWrong') : undefined}
        onChange={(event) => set({ saleId: event.currentTarget.value })}
      />
    </>
  );
}
