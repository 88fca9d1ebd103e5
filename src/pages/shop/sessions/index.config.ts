export default definePageConfig({
  navigationBarTitleText: '花都直播',
  enablePullDownRefresh: true,
});
