import { describe, expect, it } from 'vitest';

import type { DutyExportRow, DutyMark } from '../../contract/duty';
import { messagesOf } from '../../i18n/messages';
import { merchantZhCN } from '../../i18n/zh-CN/merchant';
import { tableOf } from './table';

const t = { ...messagesOf('zh-CN'), ...merchantZhCN };
const host = { id: 's1.h1', name: '林知夏' };

function mark(at: string, name: string | null = null): DutyMark {
  return { at, by: 'you', role: 'floor_manager', name };
}

const plain: DutyExportRow = {
  sessionId: 's1.l1',
  title: '双肩包专场',
  precision: 'instant',
  startAt: '2026-11-24T12:00:00.000Z',
  endAt: '2026-11-24T16:00:00.000Z',
  startedAt: '2026-11-24T12:02:00.000Z',
  endedAt: '2026-11-24T16:10:00.000Z',
  bookedOn: '2026-11-24',
  state: 'ended',
  hosts: [host],
  platform: 'douyin',
  accountName: '阿禾',
  record: null,
};
const full: DutyExportRow = {
  ...plain,
  record: {
    identity: { mark: mark('2026-11-24T11:58:00.000Z', '林晓'), hosts: [host] },
    licence: mark('2026-11-24T11:58:00.000Z'),
    seller: { name: '狮岭源头厂', creditCode: '92000000MADEMA0016', permitNo: null },
    isAiPresenter: false,
    confirmed: mark('2026-11-24T11:58:00.000Z'),
    corrections: [
      {
        id: 's1.c1',
        at: '2026-11-24T12:15:00.000Z',
        text: '是牛津布',
        noted: mark('2026-11-24T12:16:00.000Z'),
        withdrawn: mark('2026-11-24T12:20:00.000Z'),
      },
    ],
    list: { id: 'usual', name: null },
    items: [
      { id: 'equipment', known: 'equipment', text: null, tick: mark('2026-11-24T11:50:00.000Z') },
      { id: 'own_1', known: null, text: '摆样品', tick: null },
    ],
    keptUntil: '2029-11-25',
  },
};

/** The cells of a row by their headings. */
function cellsOf(row: DutyExportRow): Record<string, string> {
  const [headings = [], cells = []] = tableOf([row], t);
  return Object.fromEntries(headings.map((heading, i) => [heading, cells[i] ?? '']));
}

describe('tableOf', () => {
  it('writes what is on record, with the person by name and role, in China time', () => {
    expect(cellsOf(full)).toMatchObject({
      '开始（北京时间）': '2026-11-24 20:02',
      '结束（北京时间）': '2026-11-25 00:10',
      有没有记录: '有',
      实际销售者: '狮岭源头厂',
      许可编号: '',
      'AI 主播': '否',
      身份核对: '林晓（场控） 2026-11-24 19:58',
      核对了谁: '林知夏',
      许可与执照核对: '场控 2026-11-24 19:58',
      更正: '2026-11-24 20:15 是牛津布（场控 2026-11-24 20:16 记）（场控 2026-11-24 20:20 撤回）',
      清单: '手机、灯光、网络：场控 2026-11-24 19:50\n摆样品：未做',
      至少保存到: '2029-11-25',
    });
  });

  it('has a row for a session without a record, and states nothing for it', () => {
    const { 场次, 有没有记录, 实际销售者, 清单 } = cellsOf(plain);
    expect([场次, 有没有记录, 实际销售者, 清单]).toEqual(['双肩包专场', '没有记录', '', '']);
    expect(cellsOf(plain)['AI 主播']).toBe('');
  });

  it('claims no seller before one was stated, and no time where only the day is known', () => {
    const record = full.record && { ...full.record, confirmed: null, seller: null };
    expect(cellsOf({ ...full, record })['实际销售者']).toBe('');
    const day = cellsOf({ ...full, precision: 'day', startedAt: null, endedAt: null });
    expect([day['开始（北京时间）'], day['结束（北京时间）']]).toEqual(['2026-11-24', '']);
  });
});
