import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A made-up certificate authority, or a certificate it signed, both as PEM: for simulated terminals only. */
export interface Certificate {
  certificate: string;
  key: string;
  name: string;
  privateKey: KeyObject;
}

const YEAR_MS = 365 * 24 * 3600 * 1000;

/** A new root that trusts itself. */
export function makeAuthority(name: string): Certificate {
  return make(name, { isAuthority: true });
}

/** A terminal's certificate under `authority`; expired when `endsAt` is past. */
export function makeCertificate(name: string, authority: Certificate, endsAt?: number): Certificate {
  return make(name, { authority, endsAt });
}

function make(
  name: string,
  given: { authority?: Certificate; endsAt?: number | undefined; isAuthority?: boolean },
): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const endsAt = given.endsAt ?? Date.now() + YEAR_MS;
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ECDSA_SHA256,
    commonName(given.authority?.name ?? name),
    sequence(time(endsAt - 2 * YEAR_MS), time(endsAt)),
    commonName(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(basicConstraints(given.isAuthority === true))),
  );
  const signature = sign('sha256', body, given.authority?.privateKey ?? privateKey);
  const der = sequence(body, ECDSA_SHA256, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    name,
    privateKey,
    certificate: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  if (length < 128) return Buffer.concat([Buffer.from([tag, length]), content]);
  return Buffer.concat([Buffer.from([tag, 0x82, length >> 8, length & 255]), content]);
}

function sequence(...parts: Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function integer(bytes: Buffer): Buffer {
  return tagged(0x02, bytes);
}

function time(at: number): Buffer {
  const digits = new Date(at).toISOString().replace(/\D/g, '').slice(2, 14);
  return tagged(0x17, Buffer.from(`${digits}Z`));
}

function commonName(name: string): Buffer {
  const type = Buffer.from('0603550403', 'hex');
  return sequence(tagged(0x31, sequence(type, tagged(0x0c, Buffer.from(name)))));
}

function basicConstraints(isAuthority: boolean): Buffer {
  const value = sequence(...(isAuthority ? [Buffer.from('0101ff', 'hex')] : []));
  return sequence(Buffer.from('0603551d13', 'hex'), Buffer.from('0101ff', 'hex'), tagged(0x04, value));
}

const ECDSA_SHA256 = sequence(Buffer.from('06082a8648ce3d040302', 'hex'));
