const { money } = require('../words');

const STATES = { met: '✓ 已达到', not_met: '✕ 未达到', cannot_tell: '? 无法判断' };
const CONFIRMED = { yes: '✓ 已声明：是', no: '✕ 已声明：否', unanswered: '? 未确认' };
const FACTS = {
  local_streamer: '是本地主播',
  sold_for_above_threshold: '这些销售是为花都“四上”企业带来的',
  bought_home: '在花都购房',
};
const LINKS = ['预测是怎么来的', '换个节奏试试', '规则、来源与没有计算的', '某一天的结果'];

function call(endpoint, input) {
  return wx.cloud
    .callFunction({ name: 'api', data: { endpoint, input } })
    .then(({ result }) => result.data);
}

function amount(condition) {
  return condition.unit === 'fen' ? money(condition.low) : String(condition.low / 10000) + '万';
}

function conditionOf(condition) {
  return {
    id: condition.conditionId,
    title:
      condition.unit === 'fen'
        ? '年销售额超过 ' + money(condition.threshold)
        : '粉丝超过 ' + condition.threshold / 10000 + '万',
    state: STATES[condition.answer],
    now: '现在 ' + amount(condition),
    gap: condition.gap > 0 ? '还差 ' + money(condition.gap) : '',
  };
}

function tierOf(tier) {
  return {
    id: tier.tierId,
    at: money(tier.conditions[0].threshold),
    state: STATES[tier.byFigures],
    most: '最高 ' + money(tier.award.capFen),
    atYearEnd: STATES[tier.bySettled],
  };
}

/** The road to the next tier, the gap, and the conditions that a person must confirm. */
Page({
  data: { name: '' },
  onLoad() {
    call('shop.mine', {}).then(({ shops }) => {
      const [{ shop, hosts }] = shops;
      const input = { shopId: shop.id, hostId: hosts[0].id, year: 2026, asOf: null };
      return call('incentive.progress', { ...input, knownRuleSets: [] }).then((answer) =>
        this.show(shop, answer),
      );
    });
  },
  show(shop, { schemes, sums, year }) {
    const [award] = schemes[0].progress.awards;
    const next = award.tiers.find(({ tierId }) => tierId === award.nextTierId);
    this.setData({
      name: shop.name,
      year: year + ' 年',
      net: money(sums.exactNetFen),
      headline: '距 ' + tierOf(next).at + ' 档还差 ' + money(next.conditions[0].gap),
      tiers: award.tiers.map(tierOf),
      next: tierOf(next),
      conditions: next.conditions.map(conditionOf),
      toConfirm: next.toConfirm.map(({ confirmId, fact, state }) => ({
        id: confirmId,
        title: FACTS[fact] || fact,
        state: CONFIRMED[state],
      })),
      links: LINKS,
    });
  },
  open() {},
});
