import type { Host } from '../host';
import { wxCall, WxFailure } from './call';

/** Lies beside the program's own values, which never show it. */
export const PRIVACY_KEY = '__wx_privacy__';

/** WeChat's code for "privacy permission is not authorized". */
const NOT_AUTHORIZED = 104;

/**
 * Asks for consent before an interface that the privacy guide must list, once per device, where
 * app.json wants the check. WeChat's own dialog, since the program brings none.
 * @throws WxFailure 104 when the person refuses
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

/** Consent to the privacy guide. */
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
