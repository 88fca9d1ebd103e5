import { log, settle, program } from '../small-program.fixture';

import { describe, expect, it } from 'vitest';

import { tapElement, typeInto } from '../../driver/finger';
import type { Program } from '../program';

const PAGE = `Page({ data: { log: '', off: true }, tap() { this.setData({ log: 'tapped' }) },
  chosen({ detail }) { this.setData({ log: 'chosen ' + detail.value }) } })`;

/** Launches a page with a log and some template. */
function pageOf(wxml: string): Program {
  return program({ 'a.js': PAGE, 'a.wxml': `<text class="log">{{log}}</text>${wxml}` });
}

function tap(started: Program, selector: string): void {
  tapElement(started.page.view.querySelector(selector) as Element);
}

describe('button', () => {
  it('sends taps without an open-type', () => {
    const started = pageOf('<button bindtap="tap">go</button>');
    tap(started, 'wx-button');
    expect([log(started), started.errors]).toEqual(['tapped', []]);
  });

  it('sends none when it is disabled, but ignores aria-disabled', () => {
    const disabled = pageOf('<button disabled="{{off}}" bindtap="tap">go</button>');
    tap(disabled, 'wx-button');
    expect(log(disabled)).toBe('');
    const labelled = pageOf('<button aria-disabled="true" bindtap="tap">go</button>');
    tap(labelled, 'wx-button');
    expect(log(labelled)).toBe('tapped');
  });

  it('refuses an open-type that the runtime does not have, by name', () => {
    const started = pageOf('<button open-type="contact">go</button>');
    tap(started, 'wx-button');
    expect(started.errors.map(String)).toEqual([
      'Error: weapp-runtime has no button of open-type "contact"',
    ]);
  });
});

describe('picker', () => {
  const PICKER = '<picker mode="selector" range="{{[7, 8]}}" bindchange="chosen">choose</picker>';

  it('opens its sheet on the screen of its own program', async () => {
    const first = pageOf(PICKER);
    const second = pageOf(PICKER);
    tap(first, 'wx-picker');
    expect(second.screen.querySelector('.wx-sheet')).toBeNull();
    tapElement(first.screen.querySelectorAll('.wx-sheet button')[1] as Element);
    await settle();
    expect([log(first), log(second)]).toEqual(['chosen 1', '']);
  });

  it('refuses a mode that the runtime does not have, by name', () => {
    const started = pageOf('<picker mode="region">choose</picker>');
    tap(started, 'wx-picker');
    expect(started.errors.map(String)).toEqual([
      'Error: weapp-runtime has no picker of mode "region"',
    ]);
  });
});

describe('input', () => {
  it('shows its placeholder in the program’s style until a text is typed', () => {
    const started = pageOf('<input placeholder="how much" placeholder-class="quiet"/>');
    const placeholder = started.page.view.querySelector('.quiet') as HTMLElement;
    expect([placeholder.textContent, placeholder.hidden]).toEqual(['how much', false]);
    typeInto(started.page.view.querySelector('wx-input input') as HTMLInputElement, '12');
    expect(placeholder.hidden).toBe(true);
  });
});
