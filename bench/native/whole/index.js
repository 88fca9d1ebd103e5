const { list, rowOf } = require('../words');

/** Every read row is on the screen; a page is appended by its paths, as usual. */
Page({
  data: { rows: [] },
  onLoad(query) {
    this.shopId = query.shopId;
    this.cursor = null;
    this.more();
  },
  onReachBottom() {
    if (this.cursor !== null) this.more();
  },
  more() {
    return list(this.shopId, this.cursor).then(({ items, cursor }) => {
      const change = {};
      const from = this.data.rows.length;
      items.forEach((record, index) => {
        change['rows[' + (from + index) + ']'] = rowOf(record);
      });
      this.cursor = cursor;
      this.setData(change);
    });
  },
  onShow() {
    if (this.data.rows.length > 0) this.refresh();
  },
  refresh() {
    return list(this.shopId, null).then(({ items }) => {
      const words = items.map(rowOf);
      const ids = new Set(words.map(({ id }) => id));
      const shown = this.data.rows;
      const last = shown.findIndex(({ id }) => id === words[words.length - 1].id);
      const isGone = shown.slice(0, last + 1).some(({ id }) => !ids.has(id));
      if (isGone) return this.setData({ rows: words.concat(shown.slice(last + 1)) });
      const change = {};
      words.forEach((row, index) => {
        if (JSON.stringify(row) !== JSON.stringify(shown[index]))
          change['rows[' + index + ']'] = row;
      });
      if (Object.keys(change).length > 0) this.setData(change);
    });
  },
  open({ currentTarget }) {
    wx.navigateTo({ url: '/opened/index?id=' + currentTarget.dataset.id });
  },
  explain() {},
});
