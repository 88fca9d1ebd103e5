import { describe, expect, it } from 'vitest';

import { phoneOf } from '../testkit/weapp/phones';

const CARD = 1007;
const STORE = '/pages/shop/index?id=sx2g7k4m9';

describe('what the platform answers instead of a function', () => {
  it.each([
    [-501000, 'FunctionName parameter could not be found', '云端还没有部署好'],
    [-501005, 'INVALID_ENV', '云端还没有部署好'],
    [-501003, 'EXCEED_REQUEST_LIMIT', '云端用量已到上限'],
    [-501004, 'EXCEED_CONCURRENT_REQUEST_LIMIT', '云端用量已到上限'],
    [-501002, 'SERVER_TIMEOUT', '云端出错或超时'],
    [-504003, 'Invoking task timed out after 3 seconds', '云端出错或超时'],
    [-504002, 'functions execute fail', '云端出错'],
    [-501001, 'SYS_ERR', '云端出错'],
    [-1, 'request:fail', '没有收到回复'],
  ])('%i is shown in words of its own, with a way to try again', async (errCode, text, words) => {
    const errMsg = `cloud.callFunction:fail Error: errCode: ${String(errCode)} | errMsg: ${text}`;
    const viewer = phoneOf({ call: async () => ({ errCode, errMsg, requestID: 'r' }) });
    await viewer.open(STORE, CARD);
    await viewer.see(words);
    await viewer.see('重试');
    expect(viewer.program.errors).toEqual([]);
    viewer.close();
  });
});
