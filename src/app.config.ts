export default defineAppConfig({
  pages: ['pages/home/index'],
  lazyCodeLoading: 'requiredComponents',
  window: {
    navigationBarTitleText: '花都直播',
    navigationBarBackgroundColor: '#EDEDED',
    navigationBarTextStyle: 'black',
  },
});
