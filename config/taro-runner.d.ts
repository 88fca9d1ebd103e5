/** Of the runner's own list of templates; it ships no types for this file. */
declare module '@tarojs/webpack5-runner/dist/utils/component' {
  export const componentConfig: { includes: Set<string> };
}

/** Of the WeChat plugin, as its `runtime` puts it together. */
declare module '@tarojs/plugin-platform-weapp/dist/runtime-utils' {
  export const components: Record<string, Record<string, string>>;
  export const hostConfig: object;
}
