import { NativeSelect } from '@mantine/core';
import { useRead } from '../connection/use-read.ts';
import { useWords } from '../shell/language.ts';
import type { TenderEntry } from './tender-draft.ts';

interface Props {
  readonly clientId: number;
  readonly entry: TenderEntry;
  readonly set: (change: Partial<TenderEntry>) => void;
}

/** The cards and accounts the client authorised; without one, an online payment is only recorded. */
export function SavedMethodChoice({ clientId, entry, set }: Props) {
  const { t } = useWords();
  const methods = useRead('savedMethod.list', { clientId }).data?.methods ?? [];
  const gateway = useRead('gateway.read', {}).data;
  if (methods.length === 0 || !gateway?.canCharge) return null;
  return (
    <NativeSelect
      label={t('gateway.pay.choice')}
      value={String(entry.savedMethodId ?? '')}
      data={[
        { value: '', label: t('gateway.pay.byHand') },
        ...methods.map((method) => {
          const name = t('gateway.saved.name', { brand: method.brand, last4: method.last4 });
          const status = t(`gateway.saved.status.${method.status}`);
          return {
            value: String(method.savedMethodId),
            label: method.canCharge ? name : t('gateway.pay.unusable', { name, status }),
            disabled: !method.canCharge,
          };
        }),
      ]}
      onChange={(event) => {
        const savedMethodId = event.currentTarget.value ? Number(event.currentTarget.value) : null;
        const chosen = methods.find((method) => method.savedMethodId === savedMethodId);
        set({ savedMethodId, method: chosen?.kind === 'bank' ? 'echeck' : 'online-card' });
      }}
    />
  );
}
