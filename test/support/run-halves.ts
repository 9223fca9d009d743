import { spawn } from 'node:child_process';

/** Runs a proof as processes of its own at once, one for each list of arguments; the exit code is 1 when one is not right. */
export async function runHalves(program: string, halves: readonly (readonly string[])[]): Promise<void> {
  const codes = await Promise.all(
    halves.map(async (args) => {
      const child = spawn(process.execPath, [program, ...args], { stdio: 'inherit' });
      return await new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
    }),
  );
  process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
}
