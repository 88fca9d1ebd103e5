import { FACT_KEY, type FactKey, SHARED_FACTS } from './facts';

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

/** Figures that every rule set may name without defining them. */
const SHARED_FIGURES = ['net_sales', 'followers', ...SHARED_FACTS];

/** Whether a text may name a metric: a shared figure, or one with the id of the rule set that defines it. */
export function isMetric(text: string): boolean {
  const { figure } = metricOf(text);
  return SHARED_FIGURES.includes(figure) || (figure.includes('/') && FACT_KEY.test(figure));
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
