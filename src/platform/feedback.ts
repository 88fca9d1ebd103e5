import Taro from '@tarojs/taro';

import type { FeedbackPort } from './types';

/** Long enough to read two lines. */
const TOAST_MS = 2500;

/** WeChat's own toast, dialog and clipboard. */
export function createFeedback(): FeedbackPort {
  return {
    toast(text) {
      void Taro.showToast({ title: text, icon: 'none', duration: TOAST_MS });
    },
    async confirm({ title, text, confirm, cancel }) {
      const answer = await Taro.showModal({
        title,
        content: text,
        confirmText: confirm,
        cancelText: cancel,
        confirmColor: '#06803F',
      });
      return answer.confirm;
    },
    async copy(text) {
      try {
        await Taro.setClipboardData({ data: text });
        return true;
      } catch {
        return false;
      }
    },
    openPrivacyGuide() {
      // Old phones do not have it, and the browser's rejects as well.
      return new Promise<boolean>((resolve) => {
        const handlers = { success: () => resolve(true), fail: () => resolve(false) };
        const opening: unknown = Taro.openPrivacyContract(handlers);
        Promise.resolve(opening).catch(() => resolve(false));
      }).catch(() => false);
    },
  };
}
