import { describe, expect, it } from 'vitest';

import { compactWxml } from './plugin-compact-templates';

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
