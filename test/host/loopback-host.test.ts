import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type LoopbackHost, startLoopbackHost } from '../../electron/host/loopback-host.ts';
import { type KnownPage, openKnownPage } from '../support/known-page.ts';
import { sendRaw } from '../support/raw-request.ts';
import { RecordingService } from '../support/recording-service.ts';

let pageFolder: string;
let service: RecordingService;
let host: LoopbackHost;
let page: KnownPage;
const addresses: string[] = [];
const errors: unknown[] = [];

beforeAll(() => {
  pageFolder = mkdtempSync(join(tmpdir(), 'guichet-page-'));
  writeFileSync(join(pageFolder, 'index.html'), '<meta property="csp-nonce" nonce="__CSP_NONCE__">');
  writeFileSync(join(pageFolder, 'app.js'), 'export {};');
});
afterAll(() => rmSync(pageFolder, { recursive: true, force: true }));

beforeEach(async () => {
  service = new RecordingService();
  addresses.length = 0;
  errors.length = 0;
  host = await startLoopbackHost({
    service,
    pageFolder,
    uploads: new Set(['client.import']),
    onAddress: (address) => addresses.push(address),
    onError: (error) => errors.push(error),
  });
  page = await openKnownPage(host);
});
afterEach(() => host.close());

describe('calls', () => {
  test('reach the service with input, key and session, and bring its outcome back', async () => {
    const answer = await sendRaw(
      page.port,
      page.request('client.open', { input: { name: 'Ng' }, key: 'k-1', session: 's-1' }),
    );
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toEqual({ ok: true, value: { name: 'Ng' } });
    expect(service.calls).toEqual([
      { operation: 'client.open', input: { name: 'Ng' }, key: 'k-1', session: 's-1' },
    ]);
  });

  test('a refusal is an answer, not an HTTP error', async () => {
    service.answer = () => ({ ok: false, failure: { code: 'client-unknown', detail: { clientId: 4 } } });
    const answer = await sendRaw(page.port, page.request('client.read', { input: { clientId: 4 } }));
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toEqual({
      ok: false,
      failure: { code: 'client-unknown', detail: { clientId: 4 } },
    });
  });

  test('what the service throws stays on this side', async () => {
    service.answer = () => {
      throw new Error('SELECT secret FROM /home/someone');
    };
    const answer = await sendRaw(page.port, page.request('client.read', { input: {} }));
    expect(answer.status).toBe(500);
    expect(answer.text).toBe('{"error":"host-failed"}');
    expect(errors).toHaveLength(1);
  });

  test('stop at 64 KB, uploads at 16 MiB, with or without a declared length', async () => {
    const text = 'x'.repeat(70_000);
    const small = await sendRaw(page.port, page.request('client.open', { input: { text } }));
    expect(small.status).toBe(413);
    const request = page.request('client.open', { input: { text } });
    const chunked = await sendRaw(page.port, {
      ...request,
      headers: { ...request.headers, 'transfer-encoding': 'chunked' },
    });
    expect(chunked.status).toBe(413);
    const upload = await sendRaw(page.port, page.request('client.import', { input: { text } }));
    expect(upload.status).toBe(200);
    const huge = page.request('client.import', {});
    const tooLarge = await sendRaw(page.port, {
      ...huge,
      headers: { ...huge.headers, 'content-length': String(17 * 1024 * 1024) },
      body: '',
    }).catch(() => ({ status: 413 }));
    expect(tooLarge.status).toBe(413);
    expect(service.calls).toHaveLength(1);
  });
});

describe('the launch', () => {
  test('each address is good for one page, and the next one is told', async () => {
    const spent = addresses[0]!.split('launch=')[1]!;
    const headers = {
      host: `127.0.0.1:${host.port}`,
      origin: `http://127.0.0.1:${host.port}`,
      'content-type': 'application/json',
    };
    const again = await sendRaw(host.port, {
      method: 'POST',
      path: '/launch',
      headers,
      body: JSON.stringify({ token: spent }),
    });
    expect(again.status).toBe(401);
    expect(addresses).toHaveLength(2);
    expect(host.address).toBe(addresses[1]);
    expect(Buffer.from(spent, 'base64url')).toHaveLength(32);
  });

  test('a second tab of the same browser leaves the first one working', async () => {
    const second = await openKnownPage(host, page.cookie);
    expect(second.cookie).toBe(page.cookie);
    expect(second.token).not.toBe(page.token);
    for (const each of [page, second]) {
      const answer = await sendRaw(host.port, each.request('client.find', { input: {} }));
      expect(answer.status).toBe(200);
    }
  });

  test('one page cannot use another browser’s cookie', async () => {
    const other = await openKnownPage(host);
    const mixed = page.request('client.find', { input: {} });
    const answer = await sendRaw(host.port, {
      ...mixed,
      headers: { ...mixed.headers, cookie: other.cookie },
    });
    expect(answer.status).toBe(401);
    expect(service.calls).toHaveLength(0);
  });

  test('the cookie is out of reach of scripts and of other sites', async () => {
    const launch = host.address.split('launch=')[1];
    const answer = await sendRaw(host.port, {
      method: 'POST',
      path: '/launch',
      headers: {
        host: `127.0.0.1:${host.port}`,
        origin: `http://127.0.0.1:${host.port}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ token: launch }),
    });
    expect(answer.headers['set-cookie']![0]).toMatch(
      new RegExp(`^guichet_${host.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
    );
  });
});

describe('the page', () => {
  test('carries a new nonce per load, the same in its policy, and no cache', async () => {
    const headers = { host: `127.0.0.1:${host.port}` };
    const first = await sendRaw(host.port, { path: '/', headers });
    const second = await sendRaw(host.port, { path: '/', headers });
    const nonce = /nonce="([^"]+)"/.exec(first.text)![1]!;
    expect(nonce).not.toBe(/nonce="([^"]+)"/.exec(second.text)![1]);
    expect(first.headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; " +
        `style-src 'self' 'nonce-${nonce}'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; ` +
        "worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    );
    expect(first.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect(first.headers['access-control-allow-origin']).toBeUndefined();
    expect(first.headers['x-powered-by']).toBeUndefined();
  });
});

describe('pushed events', () => {
  test('reach the page that shows its token, and end with it', async () => {
    const stop = new AbortController();
    const { headers } = page.request('x.y', {});
    const answer = await fetch(`http://127.0.0.1:${host.port}/events`, {
      headers: {
        cookie: page.cookie,
        'x-guichet-page': page.token,
        'sec-fetch-site': headers!['sec-fetch-site']!,
      },
      signal: stop.signal,
    });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('event: open')) text += (await reader.read()).value;
    service.push({ type: 'refund-changed', refundId: 7 });
    while (!text.includes('refund-changed')) text += (await reader.read()).value;
    expect(text).toContain('data: {"type":"refund-changed","refundId":7}\n\n');
    stop.abort();
    await expect.poll(() => service.listeners.size).toBe(0);
  });

  test('are refused to a page without its token', async () => {
    const answer = await sendRaw(host.port, {
      path: '/events',
      headers: { host: `127.0.0.1:${host.port}`, cookie: page.cookie },
    });
    expect(answer.status).toBe(401);
    expect(service.listeners.size).toBe(0);
  });
});

describe('the socket', () => {
  test('listens on 127.0.0.1 only', async () => {
    const refused = await new Promise((resolve) => {
      const socket = connect(host.port, '127.0.0.2');
      socket.on('connect', () => resolve(false));
      socket.on('error', () => resolve(true));
    });
    expect(refused).toBe(true);
  });

  test('a request that never ends its headers is cut off', async () => {
    const socket = connect(host.port, '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nHost: ');
    const startedAt = performance.now();
    await new Promise((resolve) => socket.on('close', resolve).resume());
    expect(performance.now() - startedAt).toBeLessThan(8_000);
  });
});
