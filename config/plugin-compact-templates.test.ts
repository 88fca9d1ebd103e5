import { describe, expect, it } from 'vitest';

import {
  compactWxml,
  withoutUnused,
  withSpokenNames,
  withNamedParts,
} from './plugin-compact-templates';

describe('compacting templates', () => {
  it('takes white space between tags and between attributes', () => {
    const text = '<view a="1"\n  b="2"  >\n\n  <text />\n</view>\n';
    expect(compactWxml(text)).toBe('<view a="1" b="2"><text/></view>');
  });

  it('keeps the end tag of an input, without which WeChat does not compile', () => {
    expect(compactWxml('<view>\n<input value="{{i.p1}}"  ></input>\n</view>')).toBe(
      '<view><input value="{{i.p1}}"></input></view>',
    );
  });

  it('leaves values and text alone', () => {
    const text = '<view wx:if="{{a  >  b}}" data="{{ c: \'> <\' }}">{{i.v}} kept</view>';
    expect(compactWxml(text)).toBe(text);
  });
});

describe('templates of what is used', () => {
  const input =
    '<input value="{{i.p2}}" password="{{xs.b(i.p1,!1)}}" bindinput="eh" bindblur="eh" data-sid="{{i.sid}}"></input>';

  it('lose attributes and events that no source names', () => {
    expect(withoutUnused(input, new Set(['onInput']))).toBe(
      '<input value="{{i.p2}}" bindinput="eh" data-sid="{{i.sid}}"></input>',
    );
  });

  it('keep what is named, taps, lists and templates', () => {
    const words = new Set(['onInput', 'onBlur', 'password']);
    expect(withoutUnused(input, words)).toBe(input);
    const list =
      '<view bindtap="eh"><template is="{{x}}" data="{{i:item}}" wx:for="{{i.cn}}" wx:key="sid"/></view>';
    expect(withoutUnused(list, new Set())).toBe(list);
  });

  it('say role and label of everything that stands for a node', () => {
    expect(withSpokenNames('<view class="{{i.cl}}" data-sid="{{i.sid}}"></view>')).toBe(
      '<view aria-role="{{i.role}}" aria-label="{{i.ariaLabel}}" class="{{i.cl}}" data-sid="{{i.sid}}"></view>',
    );
  });

  it('name something before a pseudo-class, in styles', () => {
    expect(withNamedParts('.a > :first-child{}.b>.c{}')).toBe('.a>view:first-child{}.b>.c{}');
  });
});
