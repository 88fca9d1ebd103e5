import type { Host } from '../host';
import { failingByName } from './by-name';
import { textOf, wxCall, WxFailure } from './call';
import { askForPrivacy } from './privacy';

let temporaryNumber = 0;

/** The folder in which a program may write. */
export const USER_FOLDER = 'wxfile://usr';

/** Stores bytes in a temporary file. @returns its path */
export function keepTemporary(host: Host, bytes: Uint8Array, suffix: string): string {
  temporaryNumber += 1;
  const path = `wxfile://tmp_${temporaryNumber}.${suffix}`;
  host.files.set(path, bytes);
  return path;
}

const suffixOf = (name: string): string => /\.(\w+)$/.exec(name)?.[1] ?? 'bin';

/** Choosing files, reading and writing them, and saving pictures to the album. */
export function files(host: Host): Record<string, unknown> {
  const { device } = host;
  const choose = async (count: number) => {
    await askForPrivacy(host);
    const chosen = device.offeredFiles.shift() ?? [];
    if (chosen.length === 0) throw new WxFailure('cancel');
    return chosen.slice(0, count).map(({ name, bytes }) => ({
      name,
      size: bytes.length,
      path: keepTemporary(host, bytes, suffixOf(name)),
    }));
  };
  const readFile = ({ filePath, encoding }: Readonly<Record<string, unknown>>) => {
    const bytes = host.files.get(textOf(filePath));
    if (!bytes) throw new WxFailure(`no such file or directory, open ${textOf(filePath)}`);
    if (encoding === undefined) return { data: bytes.slice().buffer };
    if (encoding !== 'utf8' && encoding !== 'utf-8') throw new WxFailure('encoding not supported');
    return { data: new TextDecoder().decode(bytes) };
  };
  const writeFileSync = (path: unknown, data: unknown, encoding?: unknown): void => {
    const isOwn = textOf(path).startsWith(`${USER_FOLDER}/`);
    if (!isOwn) throw new WxFailure(`permission denied, open ${textOf(path)}`);
    if (typeof data !== 'string') throw new WxFailure('only text can be written here');
    if (encoding !== undefined && encoding !== 'utf8' && encoding !== 'utf-8') {
      throw new WxFailure('encoding not supported');
    }
    host.files.set(textOf(path), new TextEncoder().encode(data));
  };
  return {
    chooseMessageFile: wxCall(
      'chooseMessageFile',
      async ({ count }) => ({ tempFiles: await choose(Number(count)) }),
      host.guard,
    ),
    chooseMedia: wxCall(
      'chooseMedia',
      async ({ count }) => {
        const chosen = await choose(Number(count ?? 9));
        return {
          type: 'image',
          tempFiles: chosen.map(({ path, size }) => ({
            tempFilePath: path,
            size,
            fileType: 'image',
          })),
        };
      },
      host.guard,
    ),
    getFileSystemManager: () =>
      failingByName(host, 'FileSystemManager', {
        readFile: wxCall('readFile', readFile, host.guard),
        writeFileSync,
      }),
    saveImageToPhotosAlbum: wxCall(
      'saveImageToPhotosAlbum',
      async ({ filePath }) => {
        await askForPrivacy(host);
        if (!host.files.has(textOf(filePath))) throw new WxFailure('file not found');
        device.album.push(textOf(filePath));
      },
      host.guard,
    ),
  };
}
