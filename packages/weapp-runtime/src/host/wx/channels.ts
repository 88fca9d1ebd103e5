import type { Host } from '../host';
import { textOf, wxCall, WxFailure } from './call';
import { listenForTaps, NO_TAP } from './taps';

/** Documented for a channel whose subject is neither the program's nor an associated one. */
const OTHER_SUBJECT = 100008;

class SubjectFailure extends WxFailure {
  readonly errCode = OTHER_SUBJECT;

  constructor() {
    super('finderUserName is not of the same subject');
  }
}

/**
 * Jumps to WeChat Channels. A live room opens from a tap only, after WeChat's own question, and only
 * of the channels in `device.ownChannels`; without a live it opens the end of the last one. A profile
 * opens whatever its subject. Whether the profile needs a tap is not documented, so it does here.
 * (WX:miniprogram/dev/framework/open-ability/channels-live.html, channels-profile.html)
 */
export function channels(host: Host): Record<string, unknown> {
  const isTapping = listenForTaps(host);
  const accountOf = ({ finderUserName }: Readonly<Record<string, unknown>>): string => {
    const name = textOf(finderUserName);
    if (!name.startsWith('sph')) throw new WxFailure('invalid finderUserName');
    if (!isTapping()) throw new WxFailure(NO_TAP);
    return name;
  };
  return {
    openChannelsLive: wxCall(
      'openChannelsLive',
      async (options) => {
        const finderUserName = accountOf(options);
        if (!host.device.ownChannels.has(finderUserName)) throw new SubjectFailure();
        const isAgreed = await host.screen.ask({
          title: '即将打开视频号直播',
          content: '',
          confirmText: '允许',
          cancelText: '取消',
        });
        if (!isAgreed) throw new WxFailure('cancel');
        host.device.openedChannels.push({ finderUserName, at: 'live' });
      },
      host.guard,
    ),
    openChannelsUserProfile: wxCall(
      'openChannelsUserProfile',
      (options) => {
        host.device.openedChannels.push({ finderUserName: accountOf(options), at: 'profile' });
      },
      host.guard,
    ),
  };
}
