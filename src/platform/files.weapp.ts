import Taro from '@tarojs/taro';

import type { FilePort } from './types';

/**
 * A mini program has no downloads: the file goes into a chat, also one's own ("File Transfer").
 * WeChat may let only a tap share, so nothing is waited for before.
 */
export function createFiles(): FilePort {
  return {
    handOver(name, text) {
      return new Promise((resolve) => {
        const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`;
        const fail = (): void => resolve(false);
        try {
          Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8');
          const success = (): void => resolve(true);
          void Taro.shareFileMessage({ filePath, fileName: name, success, fail });
        } catch {
          fail();
        }
      });
    },
  };
}
