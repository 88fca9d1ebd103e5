import type { Host } from '../host';
import { isSinglePage } from '../single-page';
import { failingByName } from './by-name';
import { textOf, wxCall, WxFailure } from './call';

/** WeChat refuses a larger request to a function with errCode −504001. */
const MAX_EVENT_BYTES = 100 * 1024;

class CloudFailure extends Error {
  constructor(
    message: string,
    readonly errCode: number,
  ) {
    super(message);
  }
}

/** `wx.cloud`: functions and files. Data cross as JSON. */
export function cloud(host: Host): Record<string, unknown> {
  const { options, device } = host;
  const isIdentified = !isSinglePage(host.entry);
  let isInitialised = false;
  const checkInitialised = (): void => {
    if (!isInitialised) throw new WxFailure("Cloud API isn't enabled, please call init first");
  };
  const checkOnline = (): void => {
    if (!device.isOnline) throw new CloudFailure('-1 request:fail', -1);
  };
  const callFunction = async ({ name, data }: Readonly<Record<string, unknown>>) => {
    const json = JSON.stringify(data ?? {});
    if (new TextEncoder().encode(json).length > MAX_EVENT_BYTES) {
      throw new CloudFailure('data exceed max size', -504001);
    }
    checkInitialised();
    checkOnline();
    const answer = await options.cloud(textOf(name), JSON.parse(json), isIdentified).catch(() => {
      throw new CloudFailure('-1 request:fail', -1);
    });
    checkOnline();
    if (answer.errCode !== undefined && answer.errCode !== 0) {
      throw new CloudFailure(answer.errMsg ?? 'failed', answer.errCode);
    }
    return { result: answer.result, requestID: '' };
  };
  const uploadFile = async ({ cloudPath, filePath }: Readonly<Record<string, unknown>>) => {
    const bytes = host.files.get(textOf(filePath));
    if (!bytes) throw new WxFailure('no such file');
    checkInitialised();
    checkOnline();
    if (!options.upload) throw new WxFailure('the launch has no `upload`');
    return {
      fileID: await options.upload(textOf(cloudPath), bytes, isIdentified),
      statusCode: 200,
    };
  };
  return {
    cloud: failingByName(host, 'wx.cloud', {
      init: () => {
        isInitialised = true;
      },
      callFunction: wxCall('cloud.callFunction', callFunction, host.guard),
      uploadFile: wxCall('cloud.uploadFile', uploadFile, host.guard),
    }),
  };
}
