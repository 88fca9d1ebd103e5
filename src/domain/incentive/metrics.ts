import { FACT_KEY, type FactKey } from './facts';

/**
 * A figure that a threshold is compared with: `net_sales`, `followers`, the key of a fact that
 * people declare, or one of these two forms of such a figure: `growth/<figure>`, its growth over the
 * year before, and `rank/<figure>`, the place by it among all applicants.
 */
export type MetricId = string;

/** The parts of a metric's name. */
export interface Metric {
  readonly form: 'value' | 'growth' | 'rank';
  /** `net_sales`, `followers`, or the key of a fact. */
  readonly figure: FactKey;
}

const FORMS = /^(growth|rank)\/(.+)$/;

/** Splits the name of a metric. */
export function metricOf(metric: MetricId): Metric {
  const [, form, figure] = FORMS.exec(metric) ?? [];
  return form === undefined || figure === undefined
    ? { form: 'value', figure: metric }
    : { form: form as 'growth' | 'rank', figure };
}

/** Whether a text has the form of a metric's name. */
export function isMetric(text: string): boolean {
  return FACT_KEY.test(metricOf(text).figure);
}

/** The fact that a metric is declared by; null where it is recorded. */
export function factOf(metric: MetricId): FactKey | null {
  const { figure } = metricOf(metric);
  return figure === 'net_sales' || figure === 'followers' ? null : figure;
}

/** Whether the net decides a metric: as it is, or by its growth. */
export function isOfNet(metric: MetricId): boolean {
  const { form, figure } = metricOf(metric);
  return figure === 'net_sales' && form !== 'rank';
}
