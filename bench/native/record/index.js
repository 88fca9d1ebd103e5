const { record } = require('../demo-words');

const NET_YUAN = 19_400_000;

const grouped = (yuan) => String(yuan).replace(/\B(?=(\d{3})+$)/g, ',');

/** The amount with its pad, and what it would change. */
Page({
  data: { title: '' },
  onLoad() {
    this.typed = '';
    this.setData(record);
  },
  press({ currentTarget }) {
    const isFirst = this.typed === '';
    this.typed += currentTarget.dataset.key;
    const yuan = Number(this.typed);
    const change = {
      digits: grouped(yuan),
      exact: '¥' + grouped(yuan) + '.00',
      after: '¥' + grouped(NET_YUAN + yuan) + '.00',
    };
    if (isFirst) Object.assign(change, { before: '¥' + grouped(NET_YUAN) + '.00', isTyped: true });
    this.setData(change);
  },
  open() {},
});
