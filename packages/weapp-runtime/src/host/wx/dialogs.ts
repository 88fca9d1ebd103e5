import type { Host } from '../host';
import { textOf, wxCall, WxFailure } from './call';

const TOAST_MS = 1500;

/** Toasts, dialogs and action sheets. */
export function dialogs(host: Host): Record<string, unknown> {
  const { screen, window } = host;
  const call = (name: string, run: (options: Readonly<Record<string, unknown>>) => unknown) =>
    wxCall(name, run, host.guard);
  const hide = (): void => screen.showToast(null, null, window);
  return {
    showToast: call('showToast', ({ title, duration }) =>
      screen.showToast(textOf(title), Number(duration ?? TOAST_MS), window),
    ),
    hideToast: call('hideToast', hide),
    showLoading: call('showLoading', ({ title }) => screen.showToast(textOf(title), null, window)),
    hideLoading: call('hideLoading', hide),
    showModal: call('showModal', async (options) => {
      const isAgreed = await screen.ask({
        title: textOf(options.title),
        content: textOf(options.content),
        confirmText: textOf(options.confirmText) || '确定',
        cancelText: options.showCancel === false ? null : textOf(options.cancelText) || '取消',
      });
      return { confirm: isAgreed, cancel: !isAgreed };
    }),
    showActionSheet: call('showActionSheet', async ({ itemList }) => {
      const tapIndex = await screen.choose(itemList as string[], '取消');
      if (tapIndex === null) throw new WxFailure('cancel');
      return { tapIndex };
    }),
  };
}
