import { ANSWER_HEADERS } from './content-policy.ts';
import { readPageFile } from './page-files.ts';

/** The page's own address in Electron: not `file://`, so that it has an origin and no reach into the disk. */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://guichet';
export const APP_PAGE = `${APP_ORIGIN}/`;

/** Registered before the app is ready: a standard, secure origin with fetch, and nothing that bypasses the CSP. */
export const APP_PRIVILEGES = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true },
} as const;

/** Serves the built page, and only it, to `app://guichet/`; GET only, one host only. */
export function serveAppPage(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = readAppUrl(request.url);
    if (!url || request.method !== 'GET') return new Response('', { status: 403, headers: ANSWER_HEADERS });
    const file = await readPageFile(folder, url);
    if (!file) return new Response('', { status: 404, headers: ANSWER_HEADERS });
    return new Response(file.body, { status: 200, headers: file.headers });
  };
}

/** The path of an `app://guichet/` address as it was written, so that encoded dots are judged, not resolved. */
function readAppUrl(address: string): string | undefined {
  if (!address.startsWith(APP_PAGE)) return undefined;
  return `/${address.slice(APP_PAGE.length).split(/[?#]/, 1)[0]}`;
}
