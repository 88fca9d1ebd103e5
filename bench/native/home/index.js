const { home } = require('../demo-words');

/** The session at hand with its clock, the way to the next tier, and the week. */
Page({
  data: { session: null },
  onLoad() {
    this.setData(home);
  },
  open() {},
});
