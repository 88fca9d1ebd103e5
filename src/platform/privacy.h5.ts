/** WeChat keeps the guide, and a browser has none. Taro's own would do nothing and succeed. */
export function openPrivacyGuide(): Promise<boolean> {
  return Promise.resolve(false);
}
