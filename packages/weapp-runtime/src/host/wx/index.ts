import type { Host } from '../host';
import { failingByName } from './by-name';
import { canvas } from './canvas';
import { clipboard } from './clipboard';
import { cloud } from './cloud';
import { dialogs } from './dialogs';
import { files } from './files';
import { navigation } from './navigation';
import { network } from './network';
import { privacy } from './privacy';
import { selectorQuery } from './selector-query';
import { share } from './share';
import { storage } from './storage';
import { subscribe } from './subscribe';
import { system } from './system';

const AREAS = [
  canvas,
  clipboard,
  cloud,
  dialogs,
  files,
  navigation,
  network,
  privacy,
  selectorQuery,
  share,
  storage,
  subscribe,
  system,
];

/** `wx` for one program. What the program itself puts there (webpack's list) it may read. */
export function createWx(host: Host): object {
  const members: Record<string, unknown> = {
    webpackJsonp: undefined,
    env: failingByName(host, 'wx.env', { USER_DATA_PATH: 'wxfile://usr' }),
    // `getUserProfile`, or `button.open-type.share`: only names of wx are known here.
    canIUse: (schema: string) => (schema.split('.')[0] ?? '') in members,
  };
  for (const area of AREAS) Object.assign(members, area(host));
  return failingByName(host, 'wx', members);
}
