export default definePageConfig({ navigationBarTitleText: '花都直播' });
