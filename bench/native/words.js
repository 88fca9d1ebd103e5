/** The words of a row, from the record of the cloud: the screen receives words only. */
const STATES = { scheduled: '未开始', unconfirmed: '待确认', live: '直播中', paused: '暂停中' };
const OVER = { ended: '已结束', cancelled: '已取消' };
const PLATFORMS = { douyin: '抖音' };

const two = (number) => (number < 10 ? '0' + number : String(number));

/** China time of an instant, `HH:mm`. */
function clock(instant) {
  const china = new Date(Date.parse(instant) + 8 * 3600 * 1000);
  return two(china.getUTCHours()) + ':' + two(china.getUTCMinutes());
}

function day(instant) {
  const china = new Date(Date.parse(instant) + 8 * 3600 * 1000);
  return china.getUTCMonth() + 1 + '月' + china.getUTCDate() + '日';
}

function money(fen) {
  if (fen === null) return '—';
  if (fen < 1e6) return '¥' + (fen / 100).toFixed(2);
  return String(Math.round(fen / 1e5) / 10) + '万';
}

function rowOf(record) {
  const { figures, startAt, endAt, hosts, platform, state } = record;
  const who = hosts.map(({ name }) => name).join('、');
  const span = day(startAt) + ' ' + clock(startAt) + ' – ' + clock(endAt);
  const waits = state === 'ended' ? '待记录' : '';
  return {
    id: record.id,
    title: record.title,
    about: span + '\n' + who + ' · ' + PLATFORMS[platform],
    state,
    label: STATES[state] || OVER[state],
    figure: figures.entryCount === 0 ? waits : money(figures.net.low),
  };
}

function list(shopId, cursor) {
  return wx.cloud
    .callFunction({
      name: 'api',
      data: { endpoint: 'liveSession.list', input: { shopId, tab: 'ended', cursor } },
    })
    .then(({ result }) => result.data);
}

module.exports = { rowOf, list, money };
