// An amount that looks like a slip is asked about once, in the browser.
import { describe, expect, it } from 'vitest';

import { HomePage } from '../testkit/browser/pages/home-page';
import { RecordPage } from '../testkit/browser/pages/record-page';
import { openStory } from '../testkit/browser/story';

describe('an amount far above the usual', () => {
  const story = openStory('odd-amount', 'h5');

  it('keeps the typed text until it is changed or confirmed', async () => {
    const { started, desk, app } = story();
    const entries = () => started.cloud.database.readAll('sales_entries').length;
    const before = entries();
    await desk.open(started.url);
    await new HomePage(app).record();
    const record = new RecordPage(app);
    await record.type('3000万');
    await record.confirm();
    await app.text('比平时多很多，金额对吗？').waitFor();
    await app.text('回去改').click();
    await app.text('¥30,000,000.00').waitFor();
    await record.confirm();
    await app.text('改成 ¥3,000,000').click();
    await app.text('300万').waitFor();
    expect(entries()).toBe(before);
    await record.confirm();
    await record.saved.waitFor();
    expect(entries()).toBe(before + 1);
  }, 60_000);
});
