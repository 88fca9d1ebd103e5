const { list, rowOf } = require('../words');

const SLOT_ROWS = 10;
const SLOTS = 4;

/** Only rows around the view are on the screen: four slots, reused for other rows. */
Page({
  data: { count: 0, slots: [] },
  onLoad(query) {
    this.shopId = query.shopId;
    this.rows = [];
    this.cursor = null;
    this.first = 0;
    this.shown = [];
    this.more();
  },
  onReachBottom() {
    if (this.cursor !== null) this.more();
  },
  onPageScroll() {
    if (this.isMeasuring) return;
    this.isMeasuring = true;
    wx.createSelectorQuery()
      .select('#rows')
      .boundingClientRect((rect) => {
        this.isMeasuring = false;
        if (!rect || rect.height === 0) return;
        const first = Math.max(0, Math.floor(-rect.top / (rect.height / this.data.count)));
        if (Math.abs(first - this.first) < 4) return;
        this.first = first;
        this.draw({});
      })
      .exec();
  },
  onShow() {
    if (this.rows && this.rows.length > 0) this.refresh();
  },
  more() {
    return list(this.shopId, this.cursor).then(({ items, cursor }) => {
      this.rows = this.rows.concat(items.map(rowOf));
      this.cursor = cursor;
      this.draw({ count: this.rows.length });
    });
  },
  /** Sends the slots around the view that are missing or were not full. */
  draw(change) {
    const all = Math.ceil(this.rows.length / SLOT_ROWS);
    const from = Math.min(
      Math.max(0, Math.floor(this.first / SLOT_ROWS) - 1),
      Math.max(0, all - SLOTS),
    );
    for (let index = from; index < Math.min(all, from + SLOTS); index += 1) {
      const rows = this.rows.slice(index * SLOT_ROWS, (index + 1) * SLOT_ROWS);
      const slot = index % SLOTS;
      const key = index + '/' + rows.length;
      if (this.shown[slot] === key) continue;
      this.shown[slot] = key;
      change['slots[' + slot + ']'] = { slot, above: index * SLOT_ROWS, rows };
    }
    if (Object.keys(change).length > 0) this.setData(change);
  },
  /** Sends the changed rows; a removed row stays as an empty place. */
  refresh() {
    return list(this.shopId, null).then(({ items }) => {
      const fresh = new Map(items.map((record) => [record.id, rowOf(record)]));
      const change = {};
      this.rows.slice(0, items.length).forEach((row, index) => {
        const next = fresh.get(row.id) || { id: row.id, gone: true };
        if (JSON.stringify(next) === JSON.stringify(row)) return;
        this.rows[index] = next;
        const slot = Math.floor(index / SLOT_ROWS) % SLOTS;
        change['slots[' + slot + '].rows[' + (index % SLOT_ROWS) + ']'] = next;
        if (next.gone) change.count = this.data.count - 1;
      });
      if (Object.keys(change).length > 0) this.setData(change);
    });
  },
  open({ currentTarget }) {
    wx.navigateTo({ url: '/opened/index?id=' + currentTarget.dataset.id });
  },
  explain() {},
});
