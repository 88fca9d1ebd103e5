const { session } = require('../demo-words');

/** A session's public page, as a viewer opens it from a card. */
Page({
  data: { title: '' },
  onLoad() {
    this.setData(session);
  },
  open() {},
  onShareAppMessage() {
    return { title: this.data.title };
  },
});
