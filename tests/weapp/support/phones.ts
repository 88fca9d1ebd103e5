import "../../../weapp-runtime/in-node";
import { compileBuild } from '../../../weapp-runtime/compile/compile';
import type { CompiledBuild } from '../../../weapp-runtime/compile/build';
import { Phone } from '../../../weapp-runtime/driver/phone';
import type { LocalCloud } from '../../../local-cloud/local-cloud';

let compiled: CompiledBuild | null = null;

/** The mini program as it would be uploaded, built by the run's global set-up. */
export const builtProgram = (): CompiledBuild => (compiled ??= compileBuild('dist/weapp'));


/** A phone whose owner WeChat knows as `person`; without one it knows nobody. */
export const phoneOf = (
  cloud: LocalCloud,
  person?: string,
  options: { build?: CompiledBuild; clock?: () => number } = {},
): Phone =>
  new Phone({
    build: options.build ?? builtProgram(),
    ...(options.clock ? { clock: options.clock } : {}),
    cloud: async (name, event) => {
      const answer = await cloud.call(name, event as object, person === undefined ? {} : { person });
      return JSON.parse(JSON.stringify(answer)) as Awaited<ReturnType<LocalCloud['call']>>;
    },
  });
