import type { PartProps } from './device.tsx';

/** What to type in the settings of a desk that is not the demonstration. */
export function Pairing({ view, words }: Pick<PartProps, 'view' | 'words'>) {
  const { address, keyIdentifier, keyVersion, passphrase, authorities } = view.pairing;
  const rows = [
    [words.pairing.address, address],
    [words.pairing.name, view.poiId],
    [words.pairing.key, keyIdentifier],
    [words.pairing.version, String(keyVersion)],
    [words.pairing.phrase, passphrase],
  ] as const;
  return (
    <details className="pairing">
      <summary>{words.pairing.title}</summary>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        ))}
      </dl>
      <label>
        <span>{words.pairing.authorities}</span>
        <textarea readOnly rows={6} value={authorities} />
      </label>
    </details>
  );
}
