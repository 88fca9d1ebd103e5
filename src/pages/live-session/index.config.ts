export default definePageConfig({
  navigationBarTitleText: '花都直播',
  enableShareAppMessage: true,
  enableShareTimeline: true,
  enablePullDownRefresh: true,
});
