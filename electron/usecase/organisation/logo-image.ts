import { crc32, inflateSync } from 'node:zlib';

export const LOGO_MAX_BYTES = 262_144;
export const LOGO_MAX_SIDE = 2000;

export interface LogoImage {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
}
/** `damaged` also for what a PDF cannot carry: interlaced or 16-bit PNG, JPEG of four colours. */
export type LogoProblem = 'too-large' | 'not-an-image' | 'too-many-pixels' | 'damaged';

/** What these bytes are, read whole: no file whose name says PNG, and none that ends in the middle. */
export function readLogoImage(bytes: Buffer): LogoImage | LogoProblem {
  if (bytes.length > LOGO_MAX_BYTES) return 'too-large';
  const isPng = bytes.subarray(0, 8).equals(PNG_SIGNATURE);
  const isJpeg = bytes.length > 4 && bytes.readUInt16BE(0) === 0xffd8;
  if (!isPng && !isJpeg) return 'not-an-image';
  const image = isPng ? readPng(bytes) : readJpeg(bytes);
  if (image === null) return 'damaged';
  const { width, height } = image;
  if (width < 1 || height < 1) return 'damaged';
  if (width > LOGO_MAX_SIDE || height > LOGO_MAX_SIDE) return 'too-many-pixels';
  return isPng && !hasWholePixels(image as PngImage)
    ? 'damaged'
    : { mediaType: image.mediaType, width, height };
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Samples of a pixel by colour type. */
const PNG_SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

interface PngImage extends LogoImage {
  readonly bitsPerPixel: number;
  readonly data: Buffer;
}

/** Chunk by chunk to the last one, each with its checksum (PNG specification, 5). */
function readPng(bytes: Buffer): PngImage | null {
  let head: Omit<PngImage, 'data'> | null = null;
  const data: Buffer[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    const type = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== bytes.readUInt32BE(end - 4)) return null;
    if (type === 'IHDR') head = readPngHead(body);
    if (head === null) return null;
    if (type === 'IDAT') data.push(body);
    if (type === 'IEND') return end === bytes.length ? { ...head, data: Buffer.concat(data) } : null;
    at = end;
  }
  return null;
}

function readPngHead(body: Buffer): Omit<PngImage, 'data'> | null {
  if (body.length !== 13) return null;
  const [depth = 0, colour = 0, compression, filter, interlace] = body.subarray(8);
  const samples = PNG_SAMPLES[colour];
  if (samples === undefined || depth > 8 || compression !== 0 || filter !== 0 || interlace !== 0) return null;
  const [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
  return { mediaType: 'image/png', width, height, bitsPerPixel: samples * depth };
}

function hasWholePixels({ width, height, bitsPerPixel, data }: PngImage): boolean {
  const expected = (Math.ceil((width * bitsPerPixel) / 8) + 1) * height;
  try {
    return inflateSync(data, { maxOutputLength: expected + 1 }).length === expected;
  } catch {
    return false;
  }
}

/** Segment by segment to the frame's size; the file must end as a JPEG ends. */
function readJpeg(bytes: Buffer): LogoImage | null {
  if (bytes.readUInt16BE(bytes.length - 2) !== 0xffd9) return null;
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker === 0xc0 || marker === 0xc1 || marker === 0xc2;
    if (isFrame) {
      const components = bytes[at + 9];
      if (components !== 1 && components !== 3) return null;
      return {
        mediaType: 'image/jpeg',
        height: bytes.readUInt16BE(at + 5),
        width: bytes.readUInt16BE(at + 7),
      };
    }
    if (marker === 0xda) return null;
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
