export default definePageConfig({
  navigationBarTitleText: '我能对上哪一档？',
  enableShareAppMessage: true,
});
