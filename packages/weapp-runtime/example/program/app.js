wx.cloud.init();
App({});
