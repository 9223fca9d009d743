import { readScenario, runScenario } from '../support/scenario.ts';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: npm run scenario -- FILE…');
  process.exit(2);
}

let failed = 0;
for (const file of files) {
  const problems = await run(file);
  if (problems.length > 0) failed += 1;
  console.log(`${problems.length === 0 ? 'passed' : 'FAILED'}  ${file}`);
  for (const problem of problems) console.log(`        ${problem}`);
}
console.log(`${files.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

async function run(file: string): Promise<string[]> {
  try {
    return await runScenario(readScenario(file));
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
