const { sessions } = require('../demo-sessions');

/** What to do now, what comes next, and the first rows of the list by month. */
Page({
  data: { tasks: [] },
  onLoad() {
    this.setData(sessions);
  },
  open() {},
});
