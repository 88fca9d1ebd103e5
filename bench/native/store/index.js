const { store } = require('../demo-words');

/** A store's public page, as a viewer opens it from a card. */
Page({
  data: { name: '' },
  onLoad() {
    this.setData(store);
  },
  open() {},
  onShareAppMessage() {
    return { title: this.data.name };
  },
});
