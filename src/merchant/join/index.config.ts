// The title is set at run time, in the language chosen.
export default definePageConfig({ navigationBarTitleText: '' });
