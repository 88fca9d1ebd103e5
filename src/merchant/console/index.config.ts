// The title is set at run time, in the language chosen. Dark at any time: it is read at arm's length.
export default definePageConfig({
  navigationBarTitleText: '',
  navigationBarBackgroundColor: '#111111',
  navigationBarTextStyle: 'white',
  backgroundColor: '#111111',
});
