import { describe, expect, it } from 'vitest';

import { dueDeclarations } from './interfaces';
import { typedFields } from './typed-fields';

const NONE: ReadonlySet<string> = new Set();

describe('what the privacy guide declares', () => {
  it('is due for a call, and not for a name in a list', () => {
    expect(dueDeclarations('new Set(["getLocation","setClipboardData"])', NONE)).toEqual([]);
    expect(dueDeclarations('t().setClipboardData({data:e})', NONE)).toEqual([
      { item: '剪切板', because: ['wx.setClipboardData'] },
    ]);
    expect(dueDeclarations('wx.addPhoneCalendar ({})', NONE)).toEqual([
      { item: '日历（仅写入）权限', because: ['wx.addPhoneCalendar'] },
    ]);
  });

  it('is due for a button that asks for it', () => {
    expect(dueDeclarations('a(b,{openType:"chooseAvatar"})', NONE)).toEqual([
      { item: '微信昵称、头像', because: ['open-type chooseAvatar'] },
    ]);
    expect(dueDeclarations('a(b,{openType:"share"})', NONE)).toEqual([]);
  });

  it('is due for what people type', () => {
    expect(typedFields()).toContain('phone');
    expect(dueDeclarations('', new Set(['phone']))).toEqual([
      { item: '手机号', because: ['typed: phone'] },
    ]);
  });
});
