export default definePageConfig({ navigationBarTitleText: '找场次' });
