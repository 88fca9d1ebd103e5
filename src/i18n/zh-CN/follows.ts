/** Words of the list of followed stores. */
export const follows = {
  title: '我的关注',
  section: { onAir: '正在直播', next: '接下来', quiet: '还没有排期', hidden: '暂不公开' },
  emptyTitle: '还没有关注的店铺',
  emptyNote: '在店铺或场次的页面点「关注」，开播时在这里一眼看到。',
  look: '去首页看看',
  nobody: '没有识别到身份，看不到关注的店铺。请在微信里打开本小程序。',
  hidden: '这家店的页面暂不公开',
  hiddenNote: (since: string) => `关注于${since}；公开后会再出现`,
  unfollow: '取消关注',
  note: '关注不会发消息，店铺只看到人数。取消关注在店铺页面。',
};
