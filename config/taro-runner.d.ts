/** Of the runner's own list of templates; it ships no types for this file. */
declare module '@tarojs/webpack5-runner/dist/utils/component' {
  export const componentConfig: { includes: Set<string> };
}
