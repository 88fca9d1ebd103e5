import type { LocalCloud } from 'local-cloud';
import type { CompiledBuild } from 'weapp-runtime';
import { compileBuild } from 'weapp-runtime/compile';
import { Phone, type RecordedCall } from 'weapp-runtime/testing';
import { CHINA_ZONE_MINUTES } from '../../../src/domain/time';

/** Folder of the build, made by the set-up of the run. */
export const BUILD_FOLDER = 'dist/weapp';

let compiled: CompiledBuild | null = null;

/** The mini program as it would be uploaded. */
export const builtProgram = (): CompiledBuild => (compiled ??= compileBuild(BUILD_FOLDER));

/** Settings of a phone. */
export interface PhoneParts {
  readonly build?: CompiledBuild;
  readonly clock?: () => number;
  /** Minutes of the time zone ahead of UTC; China's by default. */
  readonly zoneMinutes?: number;
  /** Whether a canvas gives a picture; default true. */
  readonly canDraw?: boolean;
  /** WeChat's font size as a multiple of the standard one. */
  readonly fontScale?: number;
}

/** A phone that WeChat identifies as `person`, or an anonymous one. */
export function phoneOf(
  cloud: Pick<LocalCloud, 'call'>,
  person?: string,
  parts: PhoneParts = {},
): Phone {
  return new Phone({
    build: builtProgram(),
    zoneMinutes: CHINA_ZONE_MINUTES,
    ...parts,
    cloud: async (name, event, isIdentified) => {
      const caller = person === undefined || !isIdentified ? {} : { person };
      const answer = await cloud.call(name, event, caller);
      // Copied as over a wire, so that the program never shares an object with the cloud.
      return JSON.parse(JSON.stringify(answer)) as typeof answer;
    },
  });
}

/** Calls of a phone to one endpoint. */
export function callsTo(phone: Phone, endpoint: string): RecordedCall[] {
  return phone.calls.filter(({ event }) => (event as { endpoint?: unknown }).endpoint === endpoint);
}
