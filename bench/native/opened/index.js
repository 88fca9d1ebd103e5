/** The page of a chosen row. */
Page({
  data: { id: '' },
  onLoad({ id }) {
    this.setData({ id });
  },
});
