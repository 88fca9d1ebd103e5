import { describe, expect, it } from 'vitest';

import type { CallAnswer } from '../../src/contract/envelope';
import type { ErrorCode } from '../../src/contract/errors';
import { PATHS } from '../../src/paths';
import { phoneOf } from '../testkit/weapp/phones';

const REQUEST_ID = '0b1f7c52-6f0e-4c1e-9a44-6d0f3a1c7e21';

interface CallResult {
  readonly result: CallAnswer<unknown>;
  readonly errMsg: string;
  readonly requestID: string;
}

/** A cloud whose answer each test decides; without one a call stays open. */
function scriptedCloud() {
  let current: CallResult | null = null;
  const open: ((answer: CallResult) => void)[] = [];
  return {
    call: () =>
      current
        ? Promise.resolve(current)
        : new Promise<CallResult>((resolve) => {
            open.push(resolve);
          }),
    answerWith(result: CallAnswer<unknown>): void {
      current = { result, errMsg: 'cloud.callFunction:ok', requestID: 'of the platform' };
      for (const resolve of open.splice(0)) resolve(current);
    },
  };
}

function refusal(code: ErrorCode, requestId = REQUEST_ID): CallAnswer<never> {
  return { ok: false, error: { code }, requestId };
}

describe('what is read on a screen', () => {
  it('shows grey rows until the answer comes, then the hint that there is nothing', async () => {
    const cloud = scriptedCloud();
    const phone = phoneOf(cloud, 'streamer');
    const opening = phone.open(PATHS.me.url());
    await phone.until('a grey row', () => phone.screen.all('.hl-loading__row').length === 1);
    cloud.answerWith({ ok: true, data: { shops: [] }, requestId: REQUEST_ID });
    await opening;
    expect(phone.screen.all('.hl-loading__row')).toEqual([]);
    expect(phone.screen.all('.hl-card .hl-empty--inline')).toHaveLength(1);
    expect(phone.screen.text).not.toContain(REQUEST_ID);
    expect(phone.program.errors).toEqual([]);
    phone.close();
  });

  it.each([
    ['中文', '请求编号', '重试'],
    ['English', 'Request ID', 'Try again'],
  ])(
    'shows an error with the id of the request and a way to try again, in %s',
    async (...words) => {
      const [language, label, retry] = words;
      const cloud = scriptedCloud();
      cloud.answerWith(refusal('busy'));
      const phone = phoneOf(cloud, 'streamer');
      await phone.open(PATHS.me.url());
      if (language !== '中文') await phone.tap(language);
      expect(phone.screen.text).toContain(`${label} ${REQUEST_ID}`);
      const [id] = phone.screen.all('.hl-request-id wx-text');
      expect(id?.textContent).toBe(REQUEST_ID);
      cloud.answerWith({ ok: true, data: { shops: [] }, requestId: 'another' });
      await phone.tap(retry);
      expect(phone.screen.all('.hl-error')).toEqual([]);
      expect(phone.program.errors).toEqual([]);
      phone.close();
    },
  );

  it('shows no request id where no answer came', async () => {
    const phone = phoneOf(scriptedCloud(), 'streamer');
    await phone.setOnline(false);
    await phone.open(PATHS.me.url());
    expect(phone.screen.all('.hl-error')).toHaveLength(1);
    expect(phone.screen.all('.hl-request-id')).toEqual([]);
    phone.close();
  });

  it('keeps the id with an error code that this version does not know', async () => {
    const cloud = scriptedCloud();
    cloud.answerWith(refusal('made_next_year' as ErrorCode));
    const phone = phoneOf(cloud, 'streamer');
    await phone.open(PATHS.me.url());
    expect(phone.screen.text).toContain(REQUEST_ID);
    phone.close();
  });
});
