/**
 * Replaces the entry of Taro's WeChat plugin, which carries the attributes of every component that
 * WeChat has (7 KiB), by one with those of the components in use.
 */
import { mergeInternalComponents, mergeReconciler } from '@tarojs/shared';
import { hostConfig } from '@tarojs/plugin-platform-weapp/dist/runtime-utils';

import { components } from './weapp-components';

mergeReconciler(hostConfig);
mergeInternalComponents(components);
