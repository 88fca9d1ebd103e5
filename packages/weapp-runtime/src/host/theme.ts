import type { Host } from './host';

/** How the program looks: WeChat keeps one that does not ask for `darkmode` light. */
export function themeOf({ build, device }: Pick<Host, 'build' | 'device'>): 'light' | 'dark' {
  return build.app.darkmode === true ? device.theme : 'light';
}

/** A setting, read from theme.json where it names a variable. */
export function themed(host: Pick<Host, 'build' | 'device'>, setting: string | undefined): string {
  if (setting === undefined || !setting.startsWith('@')) return setting ?? '';
  return host.build.themes?.[themeOf(host)][setting.slice(1)] ?? '';
}
