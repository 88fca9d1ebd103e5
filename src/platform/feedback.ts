import Taro from '@tarojs/taro';

import { openPrivacyGuide } from './privacy';
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
    openPrivacyGuide,
  };
}
