import { Button, Group, PasswordInput, Radio, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { queries } from '../../connection/queries.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { useSessionCall } from '../../connection/use-session-call.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Panel } from '../../parts/page.tsx';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './settings.module.css';

type Setting = OutputOf<'gateway.read'>;
const KINDS = ['none', 'by-hand', 'stripe', 'simulator'] as const;

/** Which gateway charges saved cards, its key, and whether the link works. */
export function GatewayPage() {
  const { data, failure } = useRead('gateway.read', {});
  if (failure) return <FailureAlert failure={failure} />;
  return data ? <GatewayForm key={`${data.kind} ${data.address}`} setting={data} /> : null;
}

function GatewayForm({ setting }: { setting: Setting }) {
  const { t } = useWords();
  const [kind, setKind] = useState(setting.kind);
  const [address, setAddress] = useState(setting.address);
  const change = useCommand('gateway.change');
  const isAsked = kind === 'stripe' || kind === 'simulator';
  const isChanged = kind !== setting.kind || (isAsked && address !== setting.address);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    await change.run({ kind, ...(isAsked && address.trim() ? { address: address.trim() } : {}) });
  };
  return (
    <>
      <Panel>
        <form className={classes.stack} onSubmit={(event) => void save(event)}>
          <Radio.Group
            label={t('gateway.setting.kind')}
            value={kind}
            onChange={(value) => setKind(KINDS.find((each) => each === value) ?? 'none')}
          >
            <Stack gap={8} mt={6}>
              {KINDS.map((each) => (
                <Radio
                  key={each}
                  size="md"
                  value={each}
                  label={t(`gateway.setting.${each}`)}
                  description={t(`gateway.setting.${each}Help`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          {isAsked ? (
            <TextInput
              label={t('gateway.setting.address')}
              description={kind === 'stripe' ? t('gateway.setting.addressHelp') : undefined}
              value={address}
              autoComplete="off"
              onChange={(event) => setAddress(event.currentTarget.value)}
            />
          ) : null}
          {setting.waitingCount > 0 ? (
            <p className={classes.soft}>{t('gateway.setting.waiting', { count: setting.waitingCount })}</p>
          ) : null}
          <FailureAlert failure={change.failure} isUnanswered={change.isUnanswered} />
          <div className={classes.actions}>
            <Button type="submit" disabled={!isChanged} loading={change.isRunning}>
              {t('settings.save')}
            </Button>
          </div>
        </form>
      </Panel>
      {setting.kind === 'stripe' || setting.kind === 'simulator' ? <GatewayKey setting={setting} /> : null}
    </>
  );
}

function GatewayKey({ setting }: { setting: Setting }) {
  const { t } = useWords();
  const [key, setKey] = useState('');
  const keep = useSessionCall('gateway.keepKey');
  const forget = useSessionCall('gateway.forgetKey');
  const check = useSessionCall('gateway.checkLink');
  const [link, setLink] = useState<OutputOf<'gateway.checkLink'>['link'] | null>(null);
  return (
    <Panel>
      <div className={classes.stack}>
        <StatusBadge
          tone={setting.hasKey ? 'good' : 'waiting'}
          label={t(setting.hasKey ? 'gateway.setting.hasKey' : 'gateway.setting.noKey')}
        />
        <PasswordInput
          label={t('gateway.setting.key')}
          description={t('gateway.setting.keyHelp')}
          value={key}
          autoComplete="off"
          onChange={(event) => setKey(event.currentTarget.value)}
        />
        <FailureAlert failure={keep.failure ?? forget.failure ?? check.failure} />
        <Group>
          <Button
            disabled={key.trim() === ''}
            loading={keep.isRunning}
            onClick={async () => {
              if (!(await keep.run({ key: key.trim() }))) return;
              setKey('');
              void queries.invalidateQueries();
            }}
          >
            {t('gateway.setting.keepKey')}
          </Button>
          <Button
            variant="default"
            loading={check.isRunning}
            onClick={async () => setLink((await check.run({}))?.link ?? null)}
          >
            {t('gateway.setting.check')}
          </Button>
          {setting.hasKey ? (
            <Button
              variant="default"
              loading={forget.isRunning}
              onClick={async () => {
                if (await forget.run({})) void queries.invalidateQueries();
              }}
            >
              {t('gateway.setting.forgetKey')}
            </Button>
          ) : null}
        </Group>
        <p role="status">{link ? t(`gateway.setting.link.${link}`) : ''}</p>
      </div>
    </Panel>
  );
}
