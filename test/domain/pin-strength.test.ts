import { describe, expect, test } from 'vitest';
import { isPinTooWeak } from '../../shared/domain/pin-strength.ts';

describe('isPinTooWeak', () => {
  test.each([
    '111111',
    '000000000000',
    '123456',
    '012345',
    '654321',
    '789012',
    '210987',
    '121212',
    '123123',
    '1212121',
    '1231231',
  ])('%s is among the first tried', (pin) => expect(isPinTooWeak(pin)).toBe(true));

  test.each(['284915', '110022', '123457', '1234561', '904417'])('%s passes', (pin) =>
    expect(isPinTooWeak(pin)).toBe(false),
  );
});
