import { spawn } from 'node:child_process';

/** Opens the address in the desktop's browser, when there is a desktop; the printed address is enough otherwise. */
export function openAddress(address: string, platform: NodeJS.Platform, env: NodeJS.ProcessEnv): void {
  const command = openerOf(platform, env);
  if (!command) return;
  const [program, ...args] = command;
  const child = spawn(program!, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

export function openerOf(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] | undefined {
  if (platform === 'win32') return ['cmd', '/c', 'start', ''];
  if (platform === 'darwin') return ['open'];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : undefined;
}
