import { randomBytes, timingSafeEqual } from 'node:crypto';

const LIVE_PAGES = 16;

/** What a page shows on every request: the cookie proves the browser, the header proves the page (reliability.md §3). */
export interface PageCredentials {
  readonly cookie: string;
  readonly header: string;
}

/**
 * The launch token travels in the URL fragment and is good once; spending it makes the next one, so that the address
 * can be opened again. Each token has 256 random bits. Only the newest pages stay known, so memory is bounded.
 */
export class LaunchTokens {
  #launch = newToken();
  #pages: PageCredentials[] = [];

  get launch(): string {
    return this.#launch;
  }

  /**
   * New credentials for the page that shows the launch token, or undefined. A browser that already holds a known
   * cookie keeps it, so that a second tab does not turn the first one away.
   */
  exchange(token: string, heldCookie: string | undefined): PageCredentials | undefined {
    if (!sameText(token, this.#launch)) return undefined;
    this.#launch = newToken();
    const held = this.#pages.find((page) => heldCookie !== undefined && sameText(heldCookie, page.cookie));
    const page = { cookie: held?.cookie ?? newToken(), header: newToken() };
    this.#pages = [page, ...this.#pages].slice(0, LIVE_PAGES);
    return page;
  }

  /** True when both halves belong to the same page. */
  knows(cookie: string | undefined, header: string | undefined): boolean {
    if (cookie === undefined || header === undefined) return false;
    return this.#pages.some((page) => sameText(cookie, page.cookie) && sameText(header, page.header));
  }
}

function newToken(): string {
  return randomBytes(32).toString('base64url');
}

function sameText(given: string, expected: string): boolean {
  const left = Buffer.from(given);
  const right = Buffer.from(expected);
  return left.length === right.length && timingSafeEqual(left, right);
}
