import { randomBytes } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { ANSWER_HEADERS, contentSecurityPolicy, NONCE_PLACEHOLDER } from './content-policy.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface PageFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * One file of the built page, for either host, or undefined when there is nothing to serve. The path is checked before
 * the disk is touched (one decoding, no dot segments, no backslash, no control character, known types only), and the
 * real path must still lie in the folder, so that no link leads out of it.
 */
export async function readPageFile(folder: string, urlPath: string): Promise<PageFile | undefined> {
  const segments = readSegments(urlPath);
  if (!segments) return undefined;
  const type = CONTENT_TYPES[extname(segments.at(-1)!)];
  if (!type) return undefined;
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, ...segments));
    if (!file.startsWith(root + sep)) return undefined;
    const content = await readFile(file);
    const nonce = randomBytes(16).toString('base64');
    const body =
      extname(file) === '.html'
        ? Buffer.from(content.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce))
        : content;
    return {
      body: new Uint8Array(body),
      headers: {
        ...ANSWER_HEADERS,
        'Content-Type': type,
        'Content-Security-Policy': contentSecurityPolicy(nonce),
      },
    };
  } catch {
    return undefined;
  }
}

function readSegments(urlPath: string): string[] | undefined {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  if (path === '/') return ['index.html'];
  if (!/^(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/.test(path) || path.includes('..')) return undefined;
  return path.slice(1).split('/');
}
