import type { FilePort } from './types';

/** Time for the browser to begin the download before its address is given up. */
const RELEASE_MS = 10_000;

/** The browser downloads the file. */
export function createFiles(): FilePort {
  return {
    handOver(name, text) {
      const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
      const link = document.createElement('a');
      link.href = address;
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), RELEASE_MS);
      return Promise.resolve(true);
    },
  };
}
