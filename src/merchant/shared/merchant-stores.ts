import { type ConsoleStore, createConsoleStore } from '../../stores/console-store';
import { createDutyStore, type DutyStore } from '../../stores/duty-store';
import { createFindStore, type FindStore } from '../../stores/find-store';
import { createEveningStore, type EveningStore } from '../../stores/evening-store';
import { createHostStore, type HostStore } from '../../stores/host-store';
import { createOutlookStore, type OutlookStore } from '../../stores/outlook-store';
import { createSalesStore, type SalesStore } from '../../stores/sales-store';
import { createSeriesStore, type SeriesStore } from '../../stores/series-store';
import { createStatementStore, type StatementStore } from '../../stores/statement-store';
import { createStepStore, type StepStore } from '../../stores/step-store';
import { createTeamStore, type TeamStore } from '../../stores/team-store';
import { useStores } from '../../stores-context';

/** The sales of the person's stores; made when a page of the merchant's package first asks. */
export const useSales = (): SalesStore => useStores().lazy(createSalesStore);

/** Records and checklists of sessions. */
export const useDuty = (): DutyStore => useStores().lazy(createDutyStore);

/** Consoles of sessions on air, and what waits in them on this device. */
export const useConsoles = (): ConsoleStore => useStores().lazy(createConsoleStore);

/** Evenings that broke off, and their pieces. */
export const useEvenings = (): EveningStore => useStores().lazy(createEveningStore);

/** Hosts as people: the ladder, invitations, own sums. */
export const useHosts = (): HostStore => useStores().lazy(createHostStore);

/** The people of a store, and joining one. */
export const useTeam = (): TeamStore => useStores().lazy(createTeamStore);

/** Forecasts that react to the promotions switched on this device. */
export const useOutlook = (): OutlookStore => useStores().lazy(createOutlookStore);

/** Steps of sessions, taking them back, and corrections. */
export const useSteps = (): StepStore => useStores().lazy(createStepStore);

/** Statements of a year, by month. */
export const useStatements = (): StatementStore => useStores().lazy(createStatementStore);

/** Sessions by filter, by words, and by the days of a calendar. */
export const useFind = (): FindStore => useStores().lazy(createFindStore);

/** Sessions that were planned together. */
export const useSeries = (): SeriesStore => useStores().lazy(createSeriesStore);
