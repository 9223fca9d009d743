export const DISPLAY_HASH = '#/display';

/**
 * Opens the customer's page: in a browser a window of this page's own, under Electron the host makes the window itself
 * and denies this one. False when a browser's blocker kept it shut.
 */
export function openCustomerDisplay(): boolean {
  const opened = window.open(`/${DISPLAY_HASH}`, 'guichet-display', 'popup,width=1024,height=720');
  return opened !== null || window.guichet !== undefined;
}
