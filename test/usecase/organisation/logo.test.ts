import { crc32, deflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOGO_MAX_BYTES, readLogoImage } from '../../../electron/usecase/organisation/logo-image.ts';
import { xPaper } from '../../../shared/document/x-paper.ts';
import { reportPdf } from '../../../shared/export/report-pdf.ts';
import { pdfBytes, pdfBytesOf } from '../../support/pdf-text.ts';
import { openTestService, type TestService } from '../../support/test-service.ts';

let desk: TestService;
beforeAll(async () => {
  desk = await openTestService();
});
afterAll(() => desk.close());

const chunk = (type: string, body: Buffer) => {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
};
/** An RGB picture of noise, written by the PNG specification. */
function png(
  width: number,
  height: number,
  more: { interlace?: number; rows?: number; padding?: number } = {},
) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, more.interlace ?? 0], 8);
  const pixels = Buffer.alloc((more.rows ?? height) * (width * 3 + 1), 0x5a);
  for (let row = 0; row < (more.rows ?? height); row += 1) pixels[row * (width * 3 + 1)] = 0;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...(more.padding ? [chunk('tEXt', Buffer.alloc(more.padding, 0x61))] : []),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
/** Start, a comment, the frame's head of 120 by 40 and the end of a JPEG. */
const jpeg = (components = 3) =>
  Buffer.from([
    ...[0xff, 0xd8, 0xff, 0xfe, 0x00, 0x04, 0x61, 0x62],
    ...[0xff, 0xc0, 0x00, 0x11, 0x08, 0x00, 0x28, 0x00, 0x78, components, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1],
    ...[0xff, 0xd9],
  ]);

test('a PNG and a JPEG are what their bytes say', () => {
  expect(readLogoImage(png(120, 40))).toEqual({ mediaType: 'image/png', width: 120, height: 40 });
  expect(readLogoImage(jpeg())).toEqual({ mediaType: 'image/jpeg', width: 120, height: 40 });
});

test.each([
  ['another file', Buffer.from('GIF89a and more'), 'not-an-image'],
  ['nothing', Buffer.alloc(0), 'not-an-image'],
  ['a page with a script', Buffer.from('<svg onload="x()"/>'), 'not-an-image'],
  ['a heavy picture', png(10, 10, { padding: LOGO_MAX_BYTES }), 'too-large'],
  ['a wide picture', png(2001, 1), 'too-many-pixels'],
  ['an interlaced picture', png(10, 10, { interlace: 1 }), 'damaged'],
  ['rows that are missing', png(10, 10, { rows: 9 }), 'damaged'],
  ['rows too many', png(10, 10, { rows: 5000 }), 'damaged'],
  ['something behind the end', Buffer.concat([png(10, 10), Buffer.from('x')]), 'damaged'],
  ['four colours', jpeg(4), 'damaged'],
  ['a JPEG cut off', jpeg().subarray(0, -2), 'damaged'],
])('%s is no logo', (_, bytes, problem) => {
  expect(readLogoImage(bytes)).toBe(problem);
});

test('a PNG cut anywhere, or with any byte changed, is refused and never crashes', () => {
  const whole = png(9, 7);
  for (let at = 1; at < whole.length; at += 1) {
    expect(typeof readLogoImage(whole.subarray(0, at))).toBe('string');
    const changed = Buffer.from(whole);
    changed[at] = changed[at]! ^ 0x10;
    expect(typeof readLogoImage(changed)).toBe('string');
  }
});

test('an administrator sets it, every PDF carries it, a clerk cannot, and it can be taken away', async () => {
  const image = png(120, 40).toString('base64');
  expect(await desk.send('organisation.setLogo', { image }, { as: 'clerk' })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  await desk.call('organisation.setLogo', { image });
  const read = await desk.call('organisation.logo', {});
  expect(read.image).toEqual({ address: `data:image/png;base64,${image}`, width: 120, height: 40 });

  const organisation = await desk.call('organisation.read', {});
  const paper = xPaper({ organisation, copy: 0, x: await desk.call('till.readX', {}) });
  const report = await desk.call('report.accounts', {});
  const imagesIn = (pdf: Uint8Array) =>
    Buffer.from(pdf).toString('latin1').split('/Subtype /Image').length - 1;
  const images = async (logo?: string) => [
    imagesIn(await pdfBytes({ ...paper, ...(logo ? { logo } : {}) })),
    imagesIn(await pdfBytesOf(reportPdf(report, 'fr', 'America/Toronto', logo))),
  ];
  expect(await images()).toEqual([0, 0]);
  expect(await images(read.image?.address)).toEqual([1, 1]);

  expect(
    await desk.send('organisation.setLogo', { image: Buffer.from('GIF89a').toString('base64') }),
  ).toMatchObject({ failure: { code: 'logo-unusable', detail: { why: 'not-an-image', maximumKib: 256 } } });
  expect((await desk.call('organisation.logo', {})).image).not.toBeNull();
  await desk.call('organisation.setLogo', { image: null });
  expect((await desk.call('organisation.logo', {})).image).toBeNull();
  expect(await desk.verify()).toEqual([]);
});
