// Small solid-coloured PNG pictures: one colour a person, the same in every run.
import { crc32, deflateSync } from 'node:zlib';
import { hexOf } from './random.ts';

const size = 48;
const made = new Map<string, Buffer>();

/** The picture of whoever this id names. */
export function picture(id: string): Buffer {
  const known = made.get(id);
  if (known !== undefined) return known;
  const fresh = png(colourOf(id));
  made.set(id, fresh);
  return fresh;
}

/** A calm colour: the hue is the person's, saturation and lightness are everybody's. */
function colourOf(id: string): readonly [number, number, number] {
  const hue = Number.parseInt(hexOf(6, 'colour', id), 16) % 360;
  const channel = (offset: number): number => {
    const place = (offset + hue / 30) % 12;
    return Math.round(255 * (0.58 - 0.4 * 0.42 * Math.max(-1, Math.min(place - 3, 9 - place, 1))));
  };
  return [channel(0), channel(8), channel(4)];
}

/** One palette entry and all pixels pointing at it: about 100 bytes. */
function png(colour: readonly [number, number, number]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc(size * (size + 1));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colour)),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
