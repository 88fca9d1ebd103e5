const { progress } = require('../demo-words');

/** The road to the next tier, and what each tier's answer rests on: one transfer of words. */
Page({
  data: { name: '' },
  onLoad() {
    this.setData(progress);
  },
  open() {},
});
