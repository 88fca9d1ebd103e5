import conghua2020 from './conghua-2020.v2.json';
import guangzhou2020 from './guangzhou-2020.v2.json';
import guangzhou2025 from './guangzhou-2025.v2.json';
import haikou2020 from './haikou-2020.v1.json';
import huadu2020 from './huadu-2020.v3.json';
import suzhou2023 from './suzhou-2023.v1.json';
import yiwu2020 from './yiwu-2020.v1.json';

/**
 * Rule sets in force: one version of each scheme, those of other places first, the district's own
 * last. They are JSON as an officer
 * would publish it; `toPublished` (contract/published-rule-set) checks each before it is stored.
 */
export const RULE_SETS_IN_FORCE: readonly unknown[] = [
  haikou2020,
  suzhou2023,
  yiwu2020,
  conghua2020,
  guangzhou2020,
  guangzhou2025,
  huadu2020,
];
