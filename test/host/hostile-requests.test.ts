import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LoopbackHost, startLoopbackHost } from '../../electron/host/loopback-host.ts';
import { CONTRACT } from '../../shared/contract/contract.ts';
import { type KnownPage, openKnownPage } from '../support/known-page.ts';
import { type RawRequest, sendRaw } from '../support/raw-request.ts';
import { RecordingService } from '../support/recording-service.ts';

let folder: string;
let host: LoopbackHost;
let page: KnownPage;
const service = new RecordingService();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-hostile-'));
  writeFileSync(join(folder, 'index.html'), '<title>Guichet</title>');
  writeFileSync(join(folder, '..', 'guichet-hostile-secret.json'), '{"secret":true}');
  host = await startLoopbackHost({ service, pageFolder: folder, uploads: new Set() });
  page = await openKnownPage(host);
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
  rmSync(join(folder, '..', 'guichet-hostile-secret.json'), { force: true });
});

type Hostile = readonly [what: string, change: (request: RawRequest) => RawRequest];

const withHeaders =
  (headers: Record<string, string | undefined>) =>
  (request: RawRequest): RawRequest => ({ ...request, headers: { ...request.headers, ...headers } });
const withBody =
  (body: string | Buffer) =>
  (request: RawRequest): RawRequest => ({ ...request, body });

/** Each is a good request with one thing wrong, so that every guard is seen to hold alone. */
function hostileChanges(port: number): Hostile[] {
  const hosts = [
    undefined,
    '',
    'localhost',
    `localhost:${port}`,
    '127.0.0.1',
    `127.0.0.1:${port + 1}`,
    `127.0.0.1:${port}.evil.test`,
    `evil.test:${port}`,
    `[::1]:${port}`,
    `0.0.0.0:${port}`,
    `127.1:${port}`,
    `2130706433:${port}`,
    `127.0.0.1:${port}@evil.test`,
    `user@127.0.0.1:${port}`,
    `127.0.0.1:0${port}`,
    `127.000.000.001:${port}`,
  ];
  const origins = [
    undefined,
    '',
    'null',
    `https://127.0.0.1:${port}`,
    `http://localhost:${port}`,
    `http://127.0.0.1:${port}/`,
    `http://127.0.0.1:${port + 1}`,
    'http://127.0.0.1',
    'http://evil.test',
    `http://127.0.0.1:${port}.evil.test`,
    'app://guichet',
    'file://',
    `http://127.0.0.1:${port} http://evil.test`,
    'chrome-extension://abc',
    `HTTP://127.0.0.1:${port}`,
  ];
  const types = [
    undefined,
    '',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/json',
    'application/json-patch+json',
    'application/json, text/plain',
    'text/plain; application/json',
    'application/json; charset=utf-16',
    'application/jsonp',
    'application/vnd.api+json',
  ];
  const wrong = 'A'.repeat(43);
  const bodies = [
    '',
    'null',
    '1',
    '"x"',
    '[]',
    '[{}]',
    '{',
    '{"input":}',
    'input=1',
    '<input/>',
    '{"input":{}}x',
    '\u0000',
    '{"input":{},"operation":"refund.issue"}',
    '{"input":{},"role":"administrator"}',
    '{"input":{},"staffId":1}',
    '{"input":{},"key":1}',
    '{"input":{},"key":""}',
    '{"input":{},"key":null}',
    '{"input":{},"key":{}}',
    '{"input":{},"session":[]}',
    '{"input":{},"session":true}',
    '{"input":{},"session":"a b"}',
    `{"input":{},"key":"${'k'.repeat(201)}"}`,
    '{"input":{},"__proto__":{"session":"x"}}',
    '{"input":{},"constructor":{}}',
    `{"input":"${'x'.repeat(66_000)}"}`,
    `${'['.repeat(30_000)}`,
    '{"input":{},"key":"é"}',
    '{"input":{},"key":"a\\nb"}',
    '{"input":{},"session":"\\u0000"}',
  ];
  const sites = ['cross-site', 'same-site', 'none', '', 'Same-Origin', 'same-origin, same-origin'];
  const methods = [
    'GET',
    'PUT',
    'PATCH',
    'DELETE',
    'HEAD',
    'OPTIONS',
    'TRACE',
    'PROPFIND',
    'LOCK',
    'MOVE',
    'QUERY',
  ];
  const paths = [
    '/call/',
    '/call',
    '/call/refund',
    '/call/refund.issue/',
    '/call/refund.issue/x',
    '/call/../call/refund.issue/..',
    '/call/refund.issue%00',
    '/call/refund.issue%2f',
    '/CALL/refund.issue',
    '//call/refund.issue',
    '/call/__proto__',
    '/call/constructor',
    '/call/a.b.c',
    '/call/.issue',
    '/call/refund.',
    '/call/refund%2Eissue%0d%0a',
    '/call/refund issue'.replace(' ', '%20'),
    `/call/${'a'.repeat(300)}.b`,
    '/launch/refund.issue',
    '/events',
    '/',
    '/index.html',
  ];
  return [
    ...hosts.map((value): Hostile => [`host ${value}`, withHeaders({ host: value })]),
    ...origins.map((value): Hostile => [`origin ${value}`, withHeaders({ origin: value })]),
    ...types.map((value): Hostile => [`type ${value}`, withHeaders({ 'content-type': value })]),
    ...sites.map((value): Hostile => [`site ${value}`, withHeaders({ 'sec-fetch-site': value })]),
    ...bodies.map((value): Hostile => [`body ${value.slice(0, 40)}`, withBody(value)]),
    ...methods.map((value): Hostile => [`method ${value}`, (request) => ({ ...request, method: value })]),
    ...paths.map(
      (value): Hostile => [`path ${value.slice(0, 40)}`, (request) => ({ ...request, path: value })],
    ),
    ...[undefined, '', wrong, `${wrong}=`, 'Bearer x'].map(
      (value): Hostile => [`page token ${value}`, withHeaders({ 'x-guichet-page': value })],
    ),
    ...[
      undefined,
      '',
      `guichet_${port}=`,
      `guichet_${port}=${wrong}`,
      'guichet=1',
      `guichet_${port + 1}=${wrong}`,
    ].map((value): Hostile => [`cookie ${value}`, withHeaders({ cookie: value })]),
    ...['gzip', 'br', 'deflate', 'identity'].map(
      (value): Hostile => [`encoding ${value}`, withHeaders({ 'content-encoding': value })],
    ),
    ['upgrade', withHeaders({ connection: 'upgrade', upgrade: 'websocket' })],
    [
      'token and cookie swapped',
      (request) =>
        withHeaders({
          cookie: `guichet_${port}=${request.headers?.['x-guichet-page']}`,
          'x-guichet-page': request.headers?.cookie?.split('=')[1],
        })(request),
    ],
  ];
}

test('every hostile request is refused, alone among good ones, and none reaches the service', async () => {
  const operations = Object.keys(CONTRACT);
  const good = (index: number) =>
    page.request(operations[index % operations.length]!, {
      input: { amountMinor: index },
      key: `k-${index}`,
    });
  let attempts = 0;
  const passed: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    for (const [what, change] of hostileChanges(host.port)) {
      attempts += 1;
      const answer = await sendRaw(host.port, change(good(attempts))).catch(() => ({
        status: 499,
        text: '',
      }));
      if (answer.status < 400 || answer.text.includes('<title>')) passed.push(`${what}: ${answer.status}`);
    }
  }
  const traversals = [
    '/../guichet-hostile-secret.json',
    '/..%2fguichet-hostile-secret.json',
    '/%2e%2e/guichet-hostile-secret.json',
    '/%2e%2e%2fguichet-hostile-secret.json',
    '/..%5cguichet-hostile-secret.json',
    '/....//guichet-hostile-secret.json',
    '/%252e%252e/guichet-hostile-secret.json',
    '/x/../../guichet-hostile-secret.json',
    '/etc/passwd',
    '//etc/passwd',
    '/index.html/../../guichet-hostile-secret.json',
    '/.%00/',
    '/index.html%00.js',
    '/%',
    '/%ff%fe',
    '/.git/config',
  ];
  for (const path of traversals) {
    attempts += 1;
    const headers = { host: `127.0.0.1:${host.port}` };
    const answer = await sendRaw(host.port, { path, headers });
    if (answer.status < 400) passed.push(`${path}: ${answer.status}`);
  }
  expect(passed).toEqual([]);
  expect(service.calls).toEqual([]);
  expect(attempts).toBeGreaterThanOrEqual(400);
  console.log(`${attempts} hostile requests, 0 answered`);

  const answer = await sendRaw(host.port, good(1));
  expect(answer.status).toBe(200);
  expect(service.calls).toHaveLength(1);
});
