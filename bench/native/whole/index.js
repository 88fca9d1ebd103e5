const {
  append,
  isAnother,
  list,
  markEnds,
  putAgain,
  putSums,
  readSums,
  rowsAnew,
  yearsOf,
} = require('../words');

/** Every read row is on the screen; a page is appended by its paths, as usual. */
Page({
  data: { rows: [] },
  onLoad(query) {
    this.shopId = query.shopId;
    this.rows = [];
    this.sums = new Map();
    this.years = [new Date().getFullYear()];
    this.cursor = null;
    Promise.all([list(this.shopId, null), readSums(this.shopId, this.years, this.sums)]).then(
      ([page]) => this.put(page),
    );
  },
  onReachBottom() {
    if (this.cursor !== null) list(this.shopId, this.cursor).then((page) => this.put(page));
  },
  put({ items, cursor }) {
    const before = this.rows.length;
    append(this.rows, items, this.sums);
    this.cursor = cursor;
    const marked = markEnds(this.rows, before - 1, this.rows.length);
    const change = this.pathsOf(marked.filter((place) => place < before));
    for (let place = before; place < this.rows.length; place += 1)
      change['rows[' + place + ']'] = this.rows[place];
    this.setData(change);
    this.addSums(before);
  },
  pathsOf(places) {
    return Object.fromEntries(places.map((place) => ['rows[' + place + ']', this.rows[place]]));
  },
  /** Reads the sums of years that a page was the first to bring. */
  addSums(before) {
    const years = yearsOf(this.rows.slice(before)).filter((year) => !this.years.includes(year));
    if (years.length === 0) return;
    this.years.push(...years);
    readSums(this.shopId, years, this.sums).then(() => this.sendSums());
  },
  sendSums() {
    const change = this.pathsOf(putSums(this.rows, 0, this.rows.length, this.sums));
    if (Object.keys(change).length > 0) this.setData(change);
  },
  onShow() {
    if (this.data.rows.length > 0) this.refresh();
  },
  /** The sums of the first page are read again, as its rows are. */
  refresh() {
    const top = yearsOf(this.rows.slice(0, 30));
    const sums = readSums(this.shopId, top, this.sums);
    return Promise.all([list(this.shopId, null), sums]).then(([{ items, cursor }]) => {
      if (isAnother(this.rows, items)) {
        this.cursor = cursor;
        this.rows = rowsAnew(items, this.sums);
        this.setData({ rows: this.rows });
        return;
      }
      const changed = putAgain(this.rows, items);
      const heads = putSums(this.rows, 0, 30, this.sums);
      if (!this.rows.some((row) => row.gone)) {
        const change = this.pathsOf(changed.concat(heads));
        if (Object.keys(change).length > 0) this.setData(change);
        return;
      }
      const { lastMonth } = this.rows;
      this.rows = Object.assign(
        this.rows.filter((row) => !row.gone),
        { lastMonth },
      );
      this.setData({ rows: this.rows });
    });
  },
  open({ currentTarget }) {
    wx.navigateTo({ url: '/opened/index?id=' + currentTarget.dataset.id });
  },
  explain() {},
});
