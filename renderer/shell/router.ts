import { create } from 'zustand';

export const SCREENS = [
  'counter',
  'client',
  'invoice',
  'refund',
  'action',
  'till',
  'reports',
  'settings',
] as const;
export type ScreenName = (typeof SCREENS)[number];

/** Where the clerk is: `#/client/12?tab=documents`. The address is the state, so Back and reload just work. */
export interface Route {
  readonly screen: ScreenName;
  readonly id: number | null;
  readonly params: Readonly<Record<string, string>>;
}

export type RouteParams = Readonly<Record<string, string | number | undefined>>;

function isScreen(name: string | undefined): name is ScreenName {
  return SCREENS.includes(name as ScreenName);
}

export function parseHash(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  const [screen, id] = path.split('/');
  return {
    screen: isScreen(screen) ? screen : 'counter',
    id: id && /^[1-9]\d{0,14}$/.test(id) ? Number(id) : null,
    params: Object.fromEntries(new URLSearchParams(search)),
  };
}

export function hashOf(screen: ScreenName, id?: number | null, params: RouteParams = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) if (value !== undefined) search.set(key, String(value));
  const query = search.toString();
  return `#/${screen}${id ? `/${id}` : ''}${query ? `?${query}` : ''}`;
}

export const useRoute = create<Route>(() => parseHash(window.location.hash));

window.addEventListener('hashchange', () => useRoute.setState(parseHash(window.location.hash), true));

/** Opens a screen as a new step of the history. */
export function goTo(screen: ScreenName, id?: number | null, params?: RouteParams): void {
  window.location.hash = hashOf(screen, id, params);
}

/** Changes the address without a new step: for what a screen finds out by itself, such as the id of its sale. */
export function replaceRoute(screen: ScreenName, id?: number | null, params?: RouteParams): void {
  window.history.replaceState(null, '', hashOf(screen, id, params));
  useRoute.setState(parseHash(window.location.hash), true);
}

export function goBack(): void {
  window.history.back();
}
