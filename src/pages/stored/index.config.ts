export default definePageConfig({ navigationBarTitleText: '关于我保存了什么' });
