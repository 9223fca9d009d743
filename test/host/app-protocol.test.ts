import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveAppPage } from '../../electron/host/app-protocol.ts';

let base: string;
let serve: (request: Request) => Promise<Response>;

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'guichet-app-'));
  const page = join(base, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(base, 'secret.js'), 'secret');
  writeFileSync(join(page, 'index.html'), '<meta property="csp-nonce" nonce="__CSP_NONCE__">');
  writeFileSync(join(page, 'assets', 'index-a1.js'), 'export {};');
  writeFileSync(join(page, 'notes.txt'), 'not for the page');
  symlinkSync(join(base, 'secret.js'), join(page, 'link.js'));
  serve = serveAppPage(page);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A request as Electron hands it over: the address as written, not as a browser would tidy it. */
const request = (url: string, method = 'GET') => ({ url, method }) as Request;

test('the page is served with its policy and a nonce of its own', async () => {
  const answer = await serve(request('app://guichet/'));
  expect(answer.status).toBe(200);
  const nonce = /nonce="([^"]+)"/.exec(await answer.text())![1];
  expect(answer.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await serve(request('app://guichet/assets/index-a1.js?x=1#y'))).headers.get('content-type')).toBe(
    'text/javascript; charset=utf-8',
  );
});

test.each([
  'app://guichet/../secret.js',
  'app://guichet/..%2fsecret.js',
  'app://guichet/%2e%2e/secret.js',
  'app://guichet/%2e%2e%2fsecret.js',
  'app://guichet/assets/../../secret.js',
  'app://guichet/assets/..%5c..%5csecret.js',
  'app://guichet/%252e%252e/secret.js',
  'app://guichet//secret.js',
  'app://guichet/./index.html',
  'app://guichet/link.js',
  'app://guichet/notes.txt',
  'app://guichet/assets',
  'app://guichet/assets/',
  'app://guichet/index.html%00.js',
  'app://guichet/%',
  'app://guichet/c:/windows/system.js',
  'app://guichet/.hidden.js',
  'app://guichet/missing.js',
])('%s is not there', async (url) => {
  expect((await serve(request(url))).status).toBe(404);
});

test.each([
  ['app://other/', 'GET'],
  ['app://guichet.evil.test/', 'GET'],
  ['app://guichet@evil/', 'GET'],
  ['http://guichet/', 'GET'],
  ['file:///etc/passwd', 'GET'],
  ['app://guichet', 'GET'],
  ['app://guichet/', 'POST'],
  ['app://guichet/', 'HEAD'],
])('%s by %s is refused', async (url, method) => {
  expect((await serve(request(url, method))).status).toBe(403);
});
