import type { Host } from '../host';
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

/**
 * `wx` for one program. A name that is not here fails with that name: a test must not pass because
 * something was silently undefined. What the program itself puts there (webpack's list) it may read.
 */
export function createWx(host: Host): object {
  const members: Record<string, unknown> = {
    webpackJsonp: undefined,
    env: { USER_DATA_PATH: 'wxfile://usr' },
  };
  for (const area of AREAS) Object.assign(members, area(host));
  return new Proxy(members, {
    get: (own, name) => {
      if (typeof name === 'symbol' || name in own) return own[name as string];
      throw new Error(`weapp-runtime has no wx.${name}`);
    },
  });
}
