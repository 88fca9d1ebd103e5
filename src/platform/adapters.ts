import { appVersion, cloudEnv, copyShapes } from './build';
import { createCanvas } from './canvas';
import { createChannels } from './channels';
import { CloudClock } from './clock';
import { createCloud } from './cloud';
import { createFeedback } from './feedback';
import { createFiles } from './files';
import { createNavigation } from './navigation';
import { createNetwork } from './network';
import { personOnDevice } from './person';
import { newRequestKey } from './request-key';
import { createScreen } from './screen';
import { createShare } from './share';
import { createStorage } from './storage';
import type { Adapters } from './types';

/** The device and the cloud as this platform has them. Called once, by the composition root. */
export function createAdapters(): Adapters {
  const network = createNetwork();
  const storage = createStorage();
  const environment = cloudEnv === '' ? 'default' : cloudEnv;
  const clock = new CloudClock(storage, `clock/${environment}`);
  const person = personOnDevice();
  return {
    network,
    cloud: createCloud(network, clock),
    storage,
    clock,
    feedback: createFeedback(),
    navigation: createNavigation(),
    share: createShare(),
    channels: createChannels(),
    files: createFiles(),
    canvas: createCanvas(),
    screen: createScreen(),
    scope: {
      version: appVersion,
      copyShapes,
      environment,
      person: person ?? 'nobody',
      isIdentified: person !== null,
    },
    newRequestKey,
  };
}
