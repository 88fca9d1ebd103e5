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

const SLOT_ROWS = 10;
const SLOTS = 4;
const FIRST_SLOTS = 2;

/** Only rows around the view are on the screen: four slots, reused for other rows. */
Page({
  data: { count: 0, slots: [] },
  onLoad(query) {
    this.shopId = query.shopId;
    this.rows = [];
    this.gone = 0;
    this.sums = new Map();
    this.years = new Set();
    this.cursor = null;
    this.first = 0;
    this.shown = [];
    const year = new Date().getFullYear();
    this.years.add(year);
    Promise.all([list(this.shopId, null), readSums(this.shopId, [year], this.sums)]).then(
      ([page]) => this.put(page),
    );
  },
  onReachBottom() {
    if (this.cursor !== null) list(this.shopId, this.cursor).then((page) => this.put(page));
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
  put({ items, cursor }) {
    const before = this.rows.length;
    append(this.rows, items, this.sums);
    this.cursor = cursor;
    const change = { count: this.rows.length - this.gone };
    const marked = markEnds(this.rows, before - 1, this.rows.length);
    this.send(
      change,
      marked.filter((place) => place < before),
    );
    this.draw(change);
  },
  /** Places that are on the screen. */
  drawn() {
    const all = Math.ceil(this.rows.length / SLOT_ROWS);
    const from = Math.min(
      Math.max(0, Math.floor(this.first / SLOT_ROWS) - 1),
      Math.max(0, all - SLOTS),
    );
    // A list that was not scrolled yet needs no more than reaches below the view.
    this.hasMoved = this.hasMoved || this.first > 0;
    return { from, to: Math.min(all, from + (this.hasMoved ? SLOTS : FIRST_SLOTS)) };
  },
  /** Rows above a slot that are still there. */
  rowsAbove(index) {
    const before = this.rows.slice(0, index * SLOT_ROWS);
    return before.length - before.filter((row) => row.gone).length;
  },
  /** Moves slots below rows that left. */
  moveSlots(change) {
    const { from, to } = this.drawn();
    for (let index = from; index < to; index += 1) {
      const slot = index % SLOTS;
      const above = this.rowsAbove(index);
      const { slots } = this.data;
      if (slots[slot] && slots[slot].above !== above) change['slots[' + slot + '].above'] = above;
    }
  },
  /** Adds the words of places that are on the screen. */
  send(change, places) {
    for (const place of places) {
      const index = Math.floor(place / SLOT_ROWS);
      const slot = index % SLOTS;
      if (!this.shown[slot] || !this.shown[slot].startsWith(index + '/')) continue;
      change['slots[' + slot + '].rows[' + (place % SLOT_ROWS) + ']'] = this.rows[place];
    }
  },
  /** Sends the slots around the view that are missing or were not full. */
  draw(change) {
    const { from, to } = this.drawn();
    for (let index = from; index < to; index += 1) {
      const end = Math.min(this.rows.length, (index + 1) * SLOT_ROWS);
      const slot = index % SLOTS;
      const key = index + '/' + (end - index * SLOT_ROWS);
      if (this.shown[slot] === key) continue;
      this.shown[slot] = key;
      putSums(this.rows, index * SLOT_ROWS, end, this.sums);
      const rows = this.rows.slice(index * SLOT_ROWS, end);
      change['slots[' + slot + ']'] = { slot, above: this.rowsAbove(index), rows };
    }
    if (Object.keys(change).length > 0) this.setData(change);
    this.addSums();
  },
  /** The years of the headings on the screen. */
  yearsShown() {
    const { from, to } = this.drawn();
    return yearsOf(this.rows.slice(from * SLOT_ROWS, to * SLOT_ROWS));
  },
  /** Reads the sums of the years that are on the screen for the first time. */
  addSums() {
    const years = this.yearsShown().filter((year) => !this.years.has(year));
    if (years.length === 0) return;
    for (const year of years) this.years.add(year);
    readSums(this.shopId, years, this.sums).then(() => this.sendSums({}));
  },
  sendSums(change) {
    const { from, to } = this.drawn();
    this.send(change, putSums(this.rows, from * SLOT_ROWS, to * SLOT_ROWS, this.sums));
    if (Object.keys(change).length > 0) this.setData(change);
  },
  /** Sends the changed rows; a removed row stays as an empty place. */
  refresh() {
    const sums = readSums(this.shopId, this.yearsShown(), this.sums);
    return Promise.all([list(this.shopId, null), sums]).then(([{ items, cursor }]) => {
      const change = {};
      if (isAnother(this.rows, items)) return this.redraw(items, cursor);
      const changed = putAgain(this.rows, items);
      const left = changed.filter((place) => this.rows[place].gone).length;
      this.gone += left;
      if (left > 0) {
        change.count = this.rows.length - this.gone;
        this.moveSlots(change);
      }
      this.send(change, changed);
      this.sendSums(change);
    });
  },
  /** Other rows, or another order: only rows on the screen that changed are sent. */
  redraw(items, cursor) {
    const { from, to } = this.drawn();
    const before = this.rows.slice(0, to * SLOT_ROWS).map((row) => JSON.stringify(row));
    const held = before.length;
    this.cursor = cursor;
    this.gone = 0;
    this.rows = rowsAnew(items, this.sums);
    const change = { count: this.rows.length };
    const isHeld = this.rows.length >= held && held % SLOT_ROWS === 0;
    if (!isHeld) this.shown = [];
    const changed = [];
    for (let place = from * SLOT_ROWS; isHeld && place < held; place += 1)
      if (before[place] !== JSON.stringify(this.rows[place])) changed.push(place);
    this.send(change, changed);
    this.draw(change);
  },
  open({ currentTarget }) {
    wx.navigateTo({ url: '/opened/index?id=' + currentTarget.dataset.id });
  },
  explain() {},
});
