import type { Host } from '../host';
import { wxCall, WxFailure } from './call';

/** Where the consent is stored. The storage functions do not show it to the program. */
export const PRIVACY_KEY = '__wx_privacy__';

/** WeChat's errno for a refused consent. */
const NOT_AUTHORIZED = 104;

/**
 * Asks for consent before an interface that the privacy guide must list: once per device, and only
 * if app.json enables the check. This is the dialog that WeChat shows for a program without its own.
 * @throws WxFailure 104 when it is refused
 */
export async function askForPrivacy(host: Host): Promise<void> {
  if (host.build.app.__usePrivacyCheck__ !== true || host.storage.get(PRIVACY_KEY) === 'agreed')
    return;
  const isAgreed = await host.screen.ask({
    title: '用户隐私保护提示',
    content: '使用此功能前，请阅读并同意《用户隐私保护指引》',
    confirmText: '同意',
    cancelText: '拒绝',
  });
  if (!isAgreed) throw new WxFailure('privacy permission is not authorized', NOT_AUTHORIZED);
  host.storage.set(PRIVACY_KEY, 'agreed');
}

/** The consent to the privacy guide. */
export function privacy(host: Host): Record<string, unknown> {
  return {
    getPrivacySetting: wxCall(
      'getPrivacySetting',
      () => ({
        needAuthorization:
          host.build.app.__usePrivacyCheck__ === true && host.storage.get(PRIVACY_KEY) !== 'agreed',
        privacyContractName: '《用户隐私保护指引》',
      }),
      host.guard,
    ),
    requirePrivacyAuthorize: wxCall(
      'requirePrivacyAuthorize',
      () => askForPrivacy(host),
      host.guard,
    ),
    openPrivacyContract: wxCall('openPrivacyContract', () => undefined, host.guard),
  };
}
