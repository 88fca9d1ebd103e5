import Taro from '@tarojs/taro';

import type { FilePort } from './types';

/**
 * A mini program has no downloads: the file goes into a chat, also one's own ("File Transfer").
 * WeChat lets only a tap share, so it is written in the same turn.
 */
export function createFiles(): FilePort {
  return {
    isDownload: false,
    async handOver(name, text) {
      const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`;
      try {
        Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8');
        await Taro.shareFileMessage({ filePath, fileName: name });
        return true;
      } catch {
        return false;
      }
    },
  };
}
