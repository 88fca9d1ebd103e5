import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync, crc32 } from 'node:zlib';

import { launchBrowser } from '../tests/testkit/browser/browser';
import { runMain } from './run-main';

const USAGE = 'npx tsx scripts/share-picture.ts: draws the picture of cards that have no other';
const OUT = fileURLToPath(new URL('../src/assets/share/card.png', import.meta.url));
const WIDTH = 500;
const HEIGHT = 400;
const GREEN = '#24443A';
/** Shades from ground to white: text needs few, and 16 fit into half a byte. */
const SHADES = 16;

/**
 * Draws in the browser: rings of a broadcast above the name. All of it lies in the middle square,
 * because Moments cuts the sides.
 */
const DRAW = `(() => {
  const canvas = document.createElement('canvas');
  canvas.width = ${WIDTH}; canvas.height = ${HEIGHT};
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#000'; pen.fillRect(0, 0, ${WIDTH}, ${HEIGHT});
  pen.fillStyle = pen.strokeStyle = '#fff'; pen.lineCap = 'round';
  pen.beginPath(); pen.arc(250, 132, 14, 0, 7); pen.fill();
  for (const [radius, weight] of [[38, 9], [66, 9]]) {
    pen.lineWidth = weight;
    for (const side of [0, Math.PI]) {
      pen.beginPath(); pen.arc(250, 132, radius, side - 0.75, side + 0.75); pen.stroke();
    }
  }
  pen.textAlign = 'center';
  pen.font = 'bold 72px "Noto Sans CJK SC", "PingFang SC", sans-serif';
  pen.fillText('花都直播', 250, 286);
  pen.globalAlpha = 0.8;
  pen.font = '30px "Noto Sans CJK SC", "PingFang SC", sans-serif';
  pen.fillText('Huadu Live', 250, 338);
  const { data } = pen.getImageData(0, 0, ${WIDTH}, ${HEIGHT});
  return Array.from({ length: ${WIDTH * HEIGHT} }, (_, index) => data[index * 4]);
})()`;

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** The shades between the ground and white, as bytes of red, green and blue. */
function palette(): Buffer {
  const ground = [1, 3, 5].map((at) => parseInt(GREEN.slice(at, at + 2), 16));
  const shades = Array.from({ length: SHADES }, (_, step) => {
    return ground.map((part) => Math.round(part + ((255 - part) * step) / (SHADES - 1)));
  });
  return Buffer.from(shades.flat());
}

/** A PNG of 16 shades. @param light how light each pixel is, 0 to 255 */
function encode(light: readonly number[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([4, 3, 0, 0, 0], 8);
  const shadeAt = (index: number): number => Math.round(((light[index] ?? 0) / 255) * (SHADES - 1));
  const rows = Array.from({ length: HEIGHT }, (_, y) => [
    0,
    ...Array.from({ length: WIDTH / 2 }, (_pair, x) => {
      const left = y * WIDTH + x * 2;
      return shadeAt(left) * SHADES + shadeAt(left + 1);
    }),
  ]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', palette()),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

async function main(): Promise<void> {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  const bytes = encode(await page.evaluate<number[]>(DRAW));
  await browser.close();
  mkdirSync(dirname(OUT), { recursive: true });
  writeFileSync(OUT, bytes);
  console.log(`${OUT}: ${String(bytes.length)} bytes`);
}

void runMain(main, USAGE);
