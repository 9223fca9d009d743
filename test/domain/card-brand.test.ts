import { expect, test } from 'vitest';
import { brandName } from '../../shared/domain/card-brand.ts';

test.each([
  ['visa', 'Visa'],
  ['VISA', 'Visa'],
  ['mc', 'Mastercard'],
  ['interac_card', 'Interac'],
  ['cup', 'cup'],
])('%s is written %s', (told, name) => {
  expect(brandName(told)).toBe(name);
});
