import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The AppID of the repository: DevTools open it as a visitor, and cloud development refuses it. */
export const NO_APPID = 'touristappid';

/**
 * The cloud environment that a build of the mini program calls; empty where it runs on this machine
 * only.
 * @param cloudEnv what CLOUD_ENV says
 * @param appid that of project.config.json
 * @throws Error for a program that could be published and names no environment
 */
export function environmentOf(cloudEnv: string | undefined, appid: string): string {
  const environment = cloudEnv?.trim() ?? '';
  if (environment === '' && appid !== NO_APPID) {
    throw new Error(
      `project.config.json has the AppID ${appid}, so this build can be published, and CLOUD_ENV is ` +
        'not set: WeChat would take the first environment of the account. Set CLOUD_ENV to the id of ' +
        'the environment, or the AppID back to touristappid.',
    );
  }
  return environment;
}

/** How far a tap may lead into WeChat Channels. */
const CHANNELS_JUMPS = ['off', 'profile', 'live'] as const;

/**
 * How far a tap may lead into WeChat Channels. WeChat opens any account's profile, and the live rooms
 * of channels whose legal subject is that of the program, or associated with it; `off` unless set.
 * @throws Error for another name
 */
export function channelsJumpOf(name: string | undefined): (typeof CHANNELS_JUMPS)[number] {
  const known = CHANNELS_JUMPS.find((jump) => jump === (name?.trim() || 'off'));
  if (known === undefined) throw new Error(`CHANNELS_JUMP is ${name}: it is off, profile or live`);
  return known;
}

/** The AppID in project.config.json. */
export function projectAppid(): string {
  const text = readFileSync(path.resolve(__dirname, '../project.config.json'), 'utf8');
  return (JSON.parse(text) as { appid: string }).appid;
}

/**
 * The component framework that app.json asks for. The tests run on glass-easel; `exparser` leaves
 * both keys out, for the case that glass-easel fails on phones (docs/decisions/0025).
 * @throws Error for another name
 */
export function frameworkOf(name: string | undefined): 'glass-easel' | 'exparser' {
  if (name === undefined || name === '' || name === 'glass-easel') return 'glass-easel';
  if (name === 'exparser') return name;
  throw new Error(`COMPONENT_FRAMEWORK is ${name}: it is glass-easel or exparser`);
}
