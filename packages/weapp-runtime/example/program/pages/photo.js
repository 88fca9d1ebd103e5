Page({
  data: { total: 0 },
  onLoad({ id }) {
    this.photoId = id;
  },
  async like() {
    const data = { photoId: this.photoId };
    const { result } = await wx.cloud.callFunction({ name: 'likes', data });
    this.setData({ total: result.total });
  },
});
