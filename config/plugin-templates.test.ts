import { describe, expect, it } from 'vitest';

import {
  boundAttributes,
  checkBaseTemplate,
  checkComponents,
  compactWxml,
  withNamedChildren,
} from './plugin-templates';

describe('compactWxml', () => {
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

describe('boundAttributes', () => {
  const shared = { style: 'i.st', class: 'i.cl', bindtap: 'eh' };
  const spoken = { 'aria-role': 'i.role', 'aria-label': 'i.ariaLabel' };
  const components = {
    view: { ...shared, 'hover-class': 'i.p1', animation: 'i.p0', bindtouchmove: 'eh' },
    'catch-view': { ...shared, 'hover-class': 'i.p1', animation: 'i.p0', catchtouchmove: 'eh' },
    'pure-view': { style: 'i.st', class: 'i.cl' },
    canvas: { type: 'i.p2' },
  };
  const bound = { view: ['hover-class', 'catchtouchmove'] };

  it('keeps what is bound in a component and its variants, and adds role and label', () => {
    expect(boundAttributes(components, bound)).toEqual({
      view: { ...spoken, ...shared, 'hover-class': 'i.p1' },
      'catch-view': { ...spoken, ...shared, 'hover-class': 'i.p1', catchtouchmove: 'eh' },
      'pure-view': { ...spoken, style: 'i.st', class: 'i.cl' },
      canvas: { type: 'i.p2' },
    });
  });

  it('fails the build when Taro no longer has an attribute', () => {
    expect(() => boundAttributes(components, { view: ['hover-style'] })).toThrow(
      "Taro's view has no attribute hover-style",
    );
    expect(() => boundAttributes(components, { switch: ['checked'] })).toThrow('switch');
  });
});

describe('checkComponents', () => {
  it('accepts variants of what is bound', () => {
    expect(() => {
      checkComponents(['view', 'catch-view', 'static-text'], { view: [], text: [] });
    }).not.toThrow();
  });

  it('fails the build for a component that is not bound', () => {
    expect(() => checkComponents(['view', 'map'], { view: [] })).toThrow('Add map to config');
  });
});

describe('withNamedChildren', () => {
  it('names a view before a pseudo-class', () => {
    expect(withNamedChildren('.a > :first-child{}.b>.c{}')).toBe('.a>view:first-child{}.b>.c{}');
  });
});

describe('checkBaseTemplate', () => {
  const spoken = '<view aria-role="{{i.role}}" aria-label="{{i.ariaLabel}}"></view>';
  const input = '<input value="{{i.p1}}"></input>';

  it('accepts what the product relies on', () => {
    expect(() => checkBaseTemplate(spoken + input)).not.toThrow();
  });

  it.each([
    ['no role', spoken.replace('aria-role', 'role') + input, 'aria-role'],
    ['no label', spoken.replace('i.ariaLabel', 'i.label') + input, 'aria-label'],
    ['an input without its end tag', spoken + input.replace('</input>', ''), '<input>'],
    ['no input', spoken, '<input>'],
  ])('fails the build for %s', (_fault, wxml, named) => {
    expect(() => checkBaseTemplate(wxml)).toThrow(named);
  });
});
