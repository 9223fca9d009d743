import type { SavedEnding } from '../../shared/domain/saved-file.ts';

/**
 * Gives the person a file that the page made: a browser saves it among its downloads, Electron's host asks where.
 * `name` may be any words; what a file name cannot hold becomes a dash.
 */
export function saveFile(blob: Blob, name: string, ending: SavedEnding): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
