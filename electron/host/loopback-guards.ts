import type { MiddlewareHandler } from 'hono';

/** The page sends its own token in this header; a form or a link from elsewhere cannot. */
export const PAGE_TOKEN_HEADER = 'x-guichet-page';

/**
 * Only requests that name this host exactly pass: a name that was re-bound to 127.0.0.1 does not (reliability.md §3).
 * Anything but GET and POST is refused, and so is a request from another site, also when it only reads.
 */
export function requireOwnHost(readAuthority: () => string): MiddlewareHandler {
  return async (context, next) => {
    const { req } = context;
    const authority = readAuthority();
    if (req.header('host') !== authority) return context.json({ error: 'wrong-host' }, 421);
    if (req.method !== 'GET' && req.method !== 'POST') return context.json({ error: 'method' }, 405);
    if (req.header('upgrade') !== undefined) return context.json({ error: 'upgrade' }, 400);
    const origin = req.header('origin');
    const ownOrigin = `http://${authority}`;
    if (req.method === 'POST' ? origin !== ownOrigin : origin !== undefined && origin !== ownOrigin) {
      return context.json({ error: 'wrong-origin' }, 403);
    }
    const site = req.header('sec-fetch-site');
    const mayBeFirstPage = req.method === 'GET' && req.path === '/';
    if (site !== undefined && site !== 'same-origin' && !(mayBeFirstPage && site === 'none')) {
      return context.json({ error: 'wrong-site' }, 403);
    }
    return next();
  };
}

/** JSON and nothing else, so that a plain form can never post here and browsers ask first (ASVS 3.5.2). */
export const requireJson: MiddlewareHandler = async (context, next) => {
  const type = context.req.header('content-type')?.toLowerCase().replaceAll(' ', '');
  if (type !== 'application/json' && type !== 'application/json;charset=utf-8') {
    return context.json({ error: 'json-only' }, 415);
  }
  if (context.req.header('content-encoding') !== undefined) return context.json({ error: 'encoding' }, 415);
  return next();
};
