export default definePageConfig({ navigationBarTitleText: '激励', enablePullDownRefresh: true });
