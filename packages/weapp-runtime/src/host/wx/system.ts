import type { Host } from '../host';
import type { Entry } from '../types';
import { themeOf } from '../theme';
import { wxCall } from './call';

/** The base library that this runtime was written for. */
const SDK_VERSION = '3.8.12';

/** WeChat's standard font size on Android, px. */
const STANDARD_FONT_PX = 16;

/** Facts about phone, WeChat and launch. */
export function system(host: Host): Record<string, unknown> {
  const { screen, options, device } = host;
  const { fontScale = 1 } = options;
  const appInfo = () => ({
    SDKVersion: SDK_VERSION,
    version: '8.0.60',
    language: options.language ?? 'zh_CN',
    theme: host.build.app.darkmode === true ? themeOf(host) : undefined,
    fontSizeScaleFactor: fontScale,
    fontSizeSetting: STANDARD_FONT_PX * fontScale,
    enableDebug: false,
    host: { appId: '' },
  });
  const windowInfo = () => ({
    pixelRatio: 2,
    screenWidth: screen.width,
    screenHeight: screen.height,
    windowWidth: screen.width,
    windowHeight: screen.height,
    statusBarHeight: 20,
    screenTop: 0,
    safeArea: {
      left: 0,
      right: screen.width,
      top: 20,
      bottom: screen.height,
      width: screen.width,
      height: screen.height - 20,
    },
  });
  const deviceInfo = () => ({
    brand: 'devtools',
    model: 'weapp-runtime',
    system: 'Linux',
    platform: 'devtools',
    benchmarkLevel: 1,
  });
  const all = () => ({ ...windowInfo(), ...deviceInfo(), ...appInfo() });
  const optionsOf = (entry: Entry) => ({ ...entry, shareTicket: undefined, referrerInfo: {} });
  return {
    getSystemInfoSync: all,
    getSystemInfo: wxCall('getSystemInfo', all, host.guard),
    getWindowInfo: windowInfo,
    getDeviceInfo: deviceInfo,
    getAppBaseInfo: appInfo,
    getAccountInfoSync: () => ({ miniProgram: { appId: '', envVersion: 'develop', version: '' } }),
    getLaunchOptionsSync: () => optionsOf(host.entry),
    getEnterOptionsSync: () => optionsOf(host.lastEntry),
    getMenuButtonBoundingClientRect: () => ({
      width: 87,
      height: 32,
      top: 24,
      bottom: 56,
      left: screen.width - 94,
      right: screen.width - 7,
    }),
    nextTick: (run: () => void) => void Promise.resolve().then(() => host.guard(run)),
    setKeepScreenOn: wxCall(
      'setKeepScreenOn',
      ({ keepScreenOn }) => {
        device.isKeptOn = keepScreenOn === true;
      },
      host.guard,
    ),
    vibrateShort: wxCall('vibrateShort', () => undefined, host.guard),
    onError: (listener: (value: unknown) => void) => void host.listeners('onError').add(listener),
    onUnhandledRejection: (listener: (value: unknown) => void) =>
      void host.listeners('onUnhandledRejection').add(listener),
  };
}
