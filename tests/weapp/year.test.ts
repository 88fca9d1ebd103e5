import { afterEach, describe, expect, it } from 'vitest';

import { PATHS } from '../../src/paths';
import { buildPaid } from '../testkit/builders';
import { callAs } from '../testkit/cloud';
import { openDemoPhone } from './support/demo-phone';

/** Net of the demonstration's streamer in 2021. */
const NET_2021_FEN = 1_286_000_000;
/** Sold in December 2021 and returned in January 2022. */
const LATE_REFUND_FEN = 1_234_560;

/** Fen of an exact amount as it is shown: `−¥1,234.50`, `1,234`. */
function fenOf(text: string): number {
  const fen = Math.round(Number(text.replace(/[^0-9.]/g, '')) * 100);
  return text.startsWith('−') ? -fen : fen;
}

describe('a year of sales with the built mini program', () => {
  const demo = openDemoPhone();
  afterEach(() => expect(demo().phone.program.errors).toEqual([]));

  const textsOf = (selector: string): string[] =>
    demo()
      .phone.screen.all(selector)
      .map((element) => (element.textContent ?? '').trim());
  /** The lines below a selector, stacked or as columns: their titles and nets. */
  const linesOf = (within: string) => {
    const nets = textsOf(`${within} .statement__net`);
    return textsOf(`${within} .statement__line`).map((line, index) => {
      const net = nets[index] ?? '';
      return { title: line.slice(0, line.length - net.length), net: fenOf(net) };
    });
  };
  /** Every line of the table. */
  const lines = () => {
    const nets = textsOf('.quarters__cell--2');
    const titles = textsOf('.quarters__title').filter((title) => title !== '');
    const columns = titles.map((title, index) => ({ title, net: fenOf(nets[index] ?? '') }));
    return [...columns, ...linesOf('.hl-card')];
  };
  const netsOf = (titles: RegExp): number[] =>
    lines()
      .filter(({ title }) => titles.test(title))
      .map(({ net }) => net);
  const sum = (parts: number[]): number => parts.reduce((total, fen) => total + fen, 0);
  /** The net of every month of a line, from the sheet behind it. */
  const monthsOf = async (line: number): Promise<number[]> => {
    const { phone } = demo();
    const hasColumns = textsOf('.quarters__row').length > 0;
    // The first row of the columns is their head.
    if (hasColumns) await phone.tapAt('.quarters__row', line + 1);
    else await phone.tapAt('.hl-card .hl-row', line);
    const nets = linesOf('.hl-sheet').map(({ net }) => net);
    await phone.tap('关闭');
    return nets;
  };
  const expectToAddUp = async (): Promise<number> => {
    const [total = 0] = netsOf(/合计/);
    expect(sum(netsOf(/季度|退款日不详/))).toBe(total);
    for (const [line, { title, net }] of lines().entries()) {
      if (title.endsWith('季度')) expect(sum(await monthsOf(line)), title).toBe(net);
    }
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
    const bySale = await expectToAddUp();
    expect(bySale).toBe(NET_2021_FEN);
    await phone.tap('按退款日');
    await phone.see('各档仍按销售日算');
    const [unknown = 0] = netsOf(/退款日不详/);
    expect(unknown).toBeLessThan(0);
    expect(await expectToAddUp()).toBe(NET_2021_FEN + LATE_REFUND_FEN);
  });

  it('has in the next year only what came back of the sales before', async () => {
    const { phone } = demo();
    await phone.tapAt('.hl-years__arrow', 1);
    await phone.see('一季度');
    expect(lines().map(({ title }) => title)).toEqual(['一季度', '合计']);
    expect(await expectToAddUp()).toBe(-LATE_REFUND_FEN);
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
