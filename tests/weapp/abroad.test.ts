import { phoneOf } from '../testkit/weapp/phones';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { Phone } from 'weapp-runtime/testing';
import { PATHS } from '../../src/paths';
import { everyPage } from '../testkit/browser/every-page';
import { type DemoNames, readNames } from '../testkit/browser/names';
import { startDemoCloud } from '../testkit/weapp/demo-cloud';

const NEW_YORK = -5 * 60;
const CHINA = 8 * 60;
const CLOCK_TIME = /(?<!\d)([01]\d|2[0-3]):[0-5]\d(?!\d)/;

/** What belongs together for the eye: a row of one height, a labelled field. */
const GROUP = '.hl-live, .hl-field';

/** The innermost elements that show a clock time. */
function timesOn(phone: Phone): Element[] {
  return phone.screen
    .all('*')
    .filter(({ children, textContent }) => children.length === 0 && CLOCK_TIME.test(textContent));
}

/** Clock times on the screen that no zone stands beside. */
function withoutZone(phone: Phone, zone: string): string[] {
  return timesOn(phone)
    .map((element) => (element.closest(GROUP) ?? element).textContent)
    .filter((text) => !text.includes(zone));
}

describe('a phone', () => {
  let cloud: LocalCloud;
  let names: DemoNames;
  let abroad: Phone;
  let home: Phone;

  beforeAll(async () => {
    cloud = await startDemoCloud();
    names = await readNames(cloud);
    abroad = phoneOf(cloud, 'streamer', { zoneMinutes: NEW_YORK });
    home = phoneOf(cloud, 'streamer', { zoneMinutes: CHINA });
  }, 60_000);
  afterAll(async () => {
    for (const phone of [abroad, home]) {
      expect(phone.program.errors).toEqual([]);
      phone.close();
    }
    await cloud.close();
  });

  it('at UTC-5 shows China time beside every clock time of every page', async () => {
    const shown: Record<string, number> = {};
    for (const { name, path, says } of everyPage(names)) {
      await abroad.open(path);
      await abroad.see(says);
      expect(withoutZone(abroad, '北京时间'), name).toEqual([]);
      shown[name] = timesOn(abroad).length;
    }
    for (const name of [
      'sessions',
      'store',
      'public-session',
      'plan',
      'session-live',
      'edit-plan',
    ]) {
      expect(shown[name], name).toBeGreaterThan(0);
    }
  });

  it('at UTC+8 shows no zone beside a clock time', async () => {
    for (const { name, path, says } of everyPage(names)) {
      await home.open(path);
      await home.see(says);
      expect(home.screen.text, name).not.toMatch(/（北京时间）|北京时间 ·/);
    }
  });

  it('at UTC-5 shows it in a sheet, in a copy without a network, and in English', async () => {
    const live = names.sessions.find(({ state }) => state === 'live')?.id ?? '';
    await abroad.open(PATHS.session.url({ id: live }));
    await abroad.tap('补记下播时间');
    expect(timesOn(abroad).length).toBeGreaterThan(0);
    expect(withoutZone(abroad, '北京时间')).toEqual([]);
    await abroad.open(PATHS.me.url());
    await abroad.tap('English');
    await abroad.open(PATHS.sessions.url());
    expect(timesOn(abroad).length).toBeGreaterThan(0);
    expect(withoutZone(abroad, 'China')).toEqual([]);
    await abroad.setOnline(false);
    await abroad.open(PATHS.sessions.url());
    await abroad.see(/This is a copy from Today \d\d:\d\d \(China time\)/);
    await abroad.setOnline(true);
    await abroad.open(PATHS.me.url());
    await abroad.tap('中文');
  });

  it('says no clock in the title of a card, where no zone would stand beside it', async () => {
    const next = names.sessions.find(({ state }) => state === 'scheduled')?.id ?? '';
    for (const phone of [abroad, home]) {
      await phone.open(PATHS.publicSession.url({ id: next }));
      expect(phone.program.share()?.title).toMatch(/^\D+ · \D+$/);
    }
  });
});
