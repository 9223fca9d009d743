import { extname } from 'node:path';
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { SAVED_ENDINGS, type SavedEnding } from '../../shared/domain/saved-file.ts';
import { APP_ORIGIN, APP_PAGE } from './app-protocol.ts';

/** The page's rights: none of Node, its own world, its own sandbox (reliability.md §3, items 2-11). */
export const PAGE_RIGHTS = {
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  contextIsolation: true,
  sandbox: true,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
} as const;

export function windowOptions(preloadFile: string, iconFile: string): BrowserWindowConstructorOptions {
  return {
    title: 'Guichet',
    width: 1360,
    height: 860,
    minWidth: 1024,
    minHeight: 680,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#ffffff',
    icon: iconFile,
    webPreferences: { ...PAGE_RIGHTS, preload: preloadFile },
  };
}

/** The customer's page: the same page in a window of its own, without a frame to play with. */
export const DISPLAY_PAGE = `${APP_PAGE}#/display`;

/** The customer's window, whole on the screen it is given; beside the counter's when there is only one screen. */
export function displayOptions(
  preloadFile: string,
  iconFile: string,
  screen: Rectangle | undefined,
): BrowserWindowConstructorOptions {
  return {
    ...windowOptions(preloadFile, iconFile),
    ...(screen ? { ...screen, fullscreen: true } : { width: 1024, height: 720 }),
    minWidth: 640,
    minHeight: 480,
  };
}

/** The page needs no permission: no camera, no location, no notification, no device (item 5). */
export const permissionAllowed = (): false => false;

/** The app is one page: it never goes elsewhere, only back to itself (item 13). */
export const navigationAllowed = (address: string): boolean =>
  address === APP_PAGE || address.startsWith(`${APP_PAGE}#`);

/** No page opens another window (item 14); asking for the customer's makes the host open its own. */
export const windowOpenAnswer = (): { action: 'deny' } => ({ action: 'deny' });

export interface Sender {
  readonly frameAddress: string | undefined;
  readonly isMainFrame: boolean;
  readonly windowIsKnown: boolean;
}

/** Every message is judged by who sent it: the app's own page, in the main frame of a window made here (item 17). */
export function senderAllowed(sender: Sender): boolean {
  return (
    sender.windowIsKnown &&
    sender.isMainFrame &&
    sender.frameAddress !== undefined &&
    navigationAllowed(sender.frameAddress)
  );
}

/** What a download that the host sees may be: a blob of the app's own page, under a name with an ending it saves. */
export interface Saving {
  readonly address: string;
  readonly name: string;
  readonly windowIsKnown: boolean;
}

/** The page saves what it made itself and nothing else: no address of a network, no program. */
export function savingAllowed({ address, name, windowIsKnown }: Saving): boolean {
  const ending = extname(name).slice(1);
  return (
    windowIsKnown &&
    address.startsWith(`blob:${APP_ORIGIN}/`) &&
    SAVED_ENDINGS.includes(ending as SavedEnding)
  );
}
