/** What a chosen row leads to. */
Page({
  data: { id: '' },
  onLoad({ id }) {
    this.setData({ id });
  },
});
