// A scheme that is published into the running cloud appears in the app as it was built.
import { describe, expect, it } from 'vitest';

import { toPublished } from '../../src/contract/published-rule-set';
import fiction from '../testkit/fixtures/fiction-2026.v1.json';
import { openStory } from '../testkit/browser/story';

describe('a second scheme', () => {
  const story = openStory('second-scheme', 'h5');

  it('is shown with its own tiers beside the first, without a new build', async () => {
    const { started, desk, app } = story();
    await desk.open(started.url);
    await app.openTab('progress');
    await app.settle();
    expect(await app.text('2,000万 档').isVisible()).toBe(true);
    expect(await desk.app.getByText('虚构').count()).toBe(0);
    const now = new Date().toISOString();
    await started.cloud.database.insert('rule_sets', [{ ...toPublished(fiction, now) }]);
    await app.openTab('home');
    await app.openTab('progress');
    await app.text('虚构 2026–2027').waitFor();
    expect(await app.text('虚构第 2 档').isVisible()).toBe(true);
    await app.text('花都 2020–2022').click();
    expect(await app.text('2,000万 档').isVisible()).toBe(true);
  }, 60_000);
});
