/** The words of a list by month, from the records of the cloud: the screen receives words only. */
const STATES = { scheduled: '未开始', unconfirmed: '待确认', live: '直播中', paused: '暂停中' };
const OVER = { ended: '待记录', cancelled: '已取消' };
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

const two = (number) => (number < 10 ? '0' + number : String(number));

/** A date whose UTC fields are China's. */
function china(instant) {
  return new Date(Date.parse(instant) + 8 * 3600 * 1000);
}

function clock(instant) {
  const date = china(instant);
  return two(date.getUTCHours()) + ':' + two(date.getUTCMinutes());
}

/** Exact to the fen; yuan alone where there are none. */
function exact(fen) {
  const [yuan, rest] = (Math.abs(fen) / 100).toFixed(2).split('.');
  const grouped = yuan.replace(/\B(?=(\d{3})+$)/g, ',');
  return (fen < 0 ? '−¥' : '¥') + grouped + (rest === '00' ? '' : '.' + rest);
}

function rowOf(record) {
  const { figures, startAt, endAt, state } = record;
  const date = china(startAt);
  const sign = STATES[state] ? STATES[state] + ' ' : '';
  return {
    id: record.id,
    day: date.getUTCDate(),
    weekday: WEEKDAYS[date.getUTCDay()],
    title: record.title,
    time: sign + clock(startAt) + '–' + clock(endAt),
    state,
    figure: figures.net === null ? OVER[state] || STATES[state] : exact(figures.net.low),
  };
}

const yearOf = (month) => Number(month.slice(0, 4));

/** The heading of a month, with what its sessions add up to as soon as that is known. */
function headOf(month, sums) {
  const thisYear = new Date().getFullYear();
  const year = yearOf(month) === thisYear ? '' : yearOf(month) + '年';
  const head = { id: month, name: year + Number(month.slice(5)) + '月' };
  const sum = sums.get(month);
  if (sum) Object.assign(head, { count: '已记 ' + sum.sessions + ' 场', net: exact(sum.net.low) });
  return head;
}

/** Adds a page of records to rows, with a heading before each month. */
function append(rows, records, sums) {
  const months = records.map(({ startAt }) => monthOf(startAt));
  records.forEach((record, index) => {
    if (months[index] !== rows.lastMonth) rows.push(headOf(months[index], sums));
    rows.lastMonth = months[index];
    rows.push(rowOf(record));
  });
}

/** Whether the next entry that is there, upwards or downwards, is a row. */
function hasRow(rows, place, step) {
  let next = place + step;
  while (rows[next] && rows[next].gone) next += step;
  return rows[next] !== undefined && rows[next].name === undefined;
}

/** Marks rows that begin or end the card of a month. @returns the places of those that changed */
function markEnds(rows, from, to) {
  const changed = [];
  for (let place = Math.max(0, from); place < Math.min(to, rows.length); place += 1) {
    const row = rows[place];
    if (row.name || row.gone) continue;
    const ends = [hasRow(rows, place, -1) ? '' : 'first', hasRow(rows, place, 1) ? '' : 'last'];
    const classes = ends.join(' ').trim();
    if (classes === (row.ends || '')) continue;
    if (classes === '') delete row.ends;
    else row.ends = classes;
    changed.push(place);
  }
  return changed;
}

/** Puts the sums into the headings among rows. @returns the places of those that changed */
function putSums(rows, from, to, sums) {
  const changed = [];
  for (let place = from; place < Math.min(to, rows.length); place += 1) {
    if (!rows[place].name) continue;
    const head = headOf(rows[place].id, sums);
    if (head.count === rows[place].count && head.net === rows[place].net) continue;
    rows[place] = head;
    changed.push(place);
  }
  return changed;
}

/**
 * Puts a first page that was read again: rows that left become empty places.
 * @returns the places of those that changed
 */
function putAgain(rows, records) {
  const fresh = new Map(records.map((record) => [record.id, rowOf(record)]));
  const last = rows.findIndex(({ id }) => id === records[records.length - 1].id);
  const changed = [];
  for (let place = 0; place <= last; place += 1) {
    const row = rows[place];
    if (row.name || row.gone) continue;
    const next = fresh.get(row.id) || { id: row.id, gone: true };
    if (row.ends && !next.gone) next.ends = row.ends;
    if (JSON.stringify(next) === JSON.stringify(row)) continue;
    rows[place] = next;
    changed.push(place);
  }
  return changed.concat(markEnds(rows, 0, last + 2));
}

/** More rows than this that left are no empty places any more. */
const MAX_LEFT = 10;

/**
 * Whether a first page that was read again takes the place of all rows: they stand in another order,
 * or many of them left.
 */
function isAnother(rows, records) {
  const places = new Map(rows.map(({ id }, place) => [id, place]));
  let last = -1;
  for (const { id, startAt } of records) {
    const place = places.get(id);
    if (place === undefined || place < last || monthAt(rows, place) !== monthOf(startAt))
      return true;
    last = place;
  }
  const known = rows.slice(0, last + 1).filter((row) => !row.name && !row.gone);
  return known.length - records.length > MAX_LEFT;
}

/** The month under whose heading a place stands. */
function monthAt(rows, place) {
  let heading = place;
  while (!rows[heading].name) heading -= 1;
  return rows[heading].id;
}

const monthOf = (startAt) => china(startAt).toISOString().slice(0, 7);

/** The rows of an answer that holds all of them. */
function rowsAnew(records, sums) {
  const rows = [];
  append(rows, records, sums);
  markEnds(rows, 0, rows.length);
  return rows;
}

function call(endpoint, input) {
  return wx.cloud
    .callFunction({ name: 'api', data: { endpoint, input } })
    .then(({ result }) => result.data);
}

function list(shopId, cursor) {
  return call('liveSession.list', { shopId, tab: 'all', cursor });
}

/** Reads what the months of years add up to, into `sums`. */
function readSums(shopId, years, sums) {
  const reads = years.map((year) => call('liveSession.months', { shopId, hostId: null, year }));
  return Promise.all(reads).then((answers) => {
    for (const { months } of answers) for (const sum of months) sums.set(sum.month, sum);
  });
}

/** The years of the headings among rows. */
function yearsOf(rows) {
  return [...new Set(rows.filter(({ name }) => name).map(({ id }) => yearOf(id)))];
}

module.exports = {
  append,
  isAnother,
  list,
  markEnds,
  putAgain,
  putSums,
  readSums,
  rowsAnew,
  yearsOf,
};
