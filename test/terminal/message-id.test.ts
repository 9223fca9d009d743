import { expect, test } from 'vitest';
import { messageIdOf } from '../../electron/terminal/message-id.ts';

test('names are ten characters, and no two tills or counts share one', () => {
  const names = new Set<string>();
  for (const till of [0, 1, 35, 36, 1295])
    for (const count of [0, 1, 35, 36, 999_999, 36 ** 8 - 1]) names.add(messageIdOf(till, count));
  expect(names.size).toBe(30);
  for (const name of names) expect(name).toMatch(/^[0-9A-Z]{10}$/);
  expect(messageIdOf(1, 41)).toBe('0100000015');
});

test.each([
  [1296, 0],
  [1, 36 ** 8],
  [-1, 0],
  [1, 0.5],
])('till %d, count %d has no name', (till, count) => {
  expect(() => messageIdOf(till, count)).toThrow();
});
