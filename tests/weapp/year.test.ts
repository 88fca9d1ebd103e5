import { afterEach, describe, expect, it } from 'vitest';

import { PATHS } from '../../src/paths';
import { buildPaid } from '../testkit/builders';
import { callAs } from '../testkit/cloud';
import { openDemoPhone } from './support/demo-phone';

/** Net of the demonstration's streamer in 2021. */
const NET_2021_FEN = 1_286_000_000;
/** Sold in December 2021 and returned in January 2022. */
const LATE_REFUND_FEN = 1_234_560;

/** Fen of an exact amount as it is shown: `−¥1,234.50`. */
function fenOf(text: string): number {
  const digits = Number(text.replace(/[^0-9]/g, ''));
  return text.startsWith('−') ? -digits : digits;
}

describe('a year of sales with the built mini program', () => {
  const demo = openDemoPhone();
  afterEach(() => expect(demo().phone.program.errors).toEqual([]));

  const textsOf = (selector: string): string[] =>
    demo()
      .phone.screen.all(selector)
      .map((element) => (element.textContent ?? '').trim());
  /** Every line of the year: its title and its net. */
  const lines = () =>
    textsOf('.statement__line').map((line, index) => {
      const net = textsOf('.statement__net')[index] ?? '';
      return { title: line.slice(0, line.length - net.length), net: fenOf(net) };
    });
  const netsOf = (titles: RegExp): number[] =>
    lines()
      .filter(({ title }) => titles.test(title))
      .map(({ net }) => net);
  const sum = (parts: number[]): number => parts.reduce((total, fen) => total + fen, 0);
  const expectToAddUp = (): number => {
    const [total = 0] = netsOf(/合计/);
    expect(sum(netsOf(/季度|退款日不详/))).toBe(total);
    expect(sum(netsOf(/月|退款日不详/))).toBe(total);
    expect(textsOf('.statement__total').map(fenOf)).toEqual([total]);
    return total;
  };

  it('adds up by day of sale and by day of return, where unknown days have a line', async () => {
    const { phone, names, cloud } = demo();
    const { shopId, hostId } = names;
    const target = { of: 'day', bookedOn: '2021-12-20', hostId, accountId: null } as const;
    const paid = { target, kind: 'paid', amountFen: LATE_REFUND_FEN } as const;
    const refund = { ...paid, kind: 'refunded', returnedOn: '2022-01-05' } as const;
    for (const amount of [paid, refund]) {
      await callAs(cloud, 'streamer').ok('sales.record', buildPaid(shopId, '', amount));
    }
    await phone.open(PATHS.statement.url({ shopId, hostId, year: 2021 }));
    await phone.see('各档按销售日算');
    expect(lines().map(({ title }) => title)).not.toContain('退款日不详');
    const bySale = expectToAddUp();
    expect(bySale).toBe(NET_2021_FEN);
    await phone.tap('按退款日');
    await phone.see('各档仍按销售日算');
    const [unknown = 0] = netsOf(/退款日不详/);
    expect(unknown).toBeLessThan(0);
    expect(expectToAddUp()).toBe(NET_2021_FEN + LATE_REFUND_FEN);
  });

  it('has in the next year only what came back of the sales before', async () => {
    const { phone } = demo();
    await phone.tapAt('.hl-years__arrow', 1);
    await phone.see('2022年1月');
    expect(lines().map(({ title }) => title)).toEqual(['一季度', '2022年1月', '合计']);
    expect(expectToAddUp()).toBe(-LATE_REFUND_FEN);
    await phone.tap('按销售日');
    await phone.see('这一年还没有记录');
  });

  it('shows after an amount the same road and sentences as the page of the progress', async () => {
    const { phone, names } = demo();
    const { shopId } = names;
    await phone.open(PATHS.record.url({ shopId }));
    for (const key of '90万') await phone.tap(key);
    await phone.tapAt('.hl-pad__confirm');
    await phone.until('the road with what may come back', () =>
      textsOf('.hl-road__label').some((words) => words.includes('年底')),
    );
    const parts = () =>
      ['.hl-award__headline', '.hl-award__pace', '.hl-road__me', '.hl-road__label'].map(textsOf);
    const saved = parts();
    expect(textsOf('.hl-award__moved')).toEqual(['1,940万 →']);
    expect(textsOf('.hl-award__headline')).toEqual(['按数字已过 2,000万 档；2 项待确认']);
    expect(textsOf('.hl-award__pace')[0]).toMatch(/^预计退回 .*；按平常退货，.*日起稳过$/);
    await phone.open(PATHS.progress.url());
    await phone.see('按数字已过 2,000万 档；2 项待确认');
    expect(parts()).toEqual(saved);
    expect(textsOf('.hl-award__pace')).toHaveLength(1);
  });
});
