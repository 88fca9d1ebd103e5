import type { Host } from '../host';
import { failingByName } from './by-name';
import { canvas } from './canvas';
import { channels } from './channels';
import { clipboard } from './clipboard';
import { cloud } from './cloud';
import { dialogs } from './dialogs';
import { files, USER_FOLDER } from './files';
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
  channels,
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

/** `wx` for one program. A program may read what it has put there itself. */
export function createWx(host: Host): object {
  const members: Record<string, unknown> = {
    // Taro's bundles look here for their list of chunks before they create it.
    webpackJsonp: undefined,
    env: failingByName(host, 'wx.env', { USER_DATA_PATH: USER_FOLDER }),
    // Answers for names of `wx` only, not for `button.open-type.share`.
    canIUse: (schema: string) => (schema.split('.')[0] ?? '') in members,
  };
  for (const area of AREAS) Object.assign(members, area(host));
  return failingByName(host, 'wx', members);
}
