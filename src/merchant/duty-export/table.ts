import type { DutyExportRow, DutyMark } from '../../contract/duty';
import { chinaStampOf } from '../../domain/time';
import type { MerchantMessages } from '../../i18n/merchant';
import { itemWords } from '../shared/duty-words';

/** The columns of the table, each with its heading and the cell of a session. */
type Column = readonly [heading: string, cell: (row: DutyExportRow) => string];

function columnsOf(t: MerchantMessages): Column[] {
  const words = t.merchantDuty.table;
  const separator = t.incentive.listSeparator;
  const names = (hosts: readonly { name: string }[]): string =>
    hosts.map(({ name }) => name).join(separator);
  const mark = ({ at, name, role }: DutyMark): string => {
    const who = name === null ? t.common.role[role] : words.by(name, t.common.role[role]);
    return t.merchantDuty.mark(who, chinaStampOf(at));
  };
  const markOrEmpty = (made: DutyMark | null | undefined): string => (made ? mark(made) : '');
  const corrections = ({ record }: DutyExportRow): string =>
    (record?.corrections ?? [])
      .map(({ at, text, noted, withdrawn }) => {
        const line = words.correction(chinaStampOf(at), text, mark(noted));
        return withdrawn === null ? line : words.withdrawn(line, mark(withdrawn));
      })
      .join('\n');
  const items = ({ record }: DutyExportRow): string =>
    (record?.items ?? [])
      .map((item) => {
        const done = item.tick === null ? words.open : mark(item.tick);
        return words.item(itemWords(item, t), done);
      })
      .join('\n');
  const seller = ({ record }: DutyExportRow): string => {
    if (!record?.confirmed) return '';
    return record.seller === null ? words.store : record.seller.name;
  };
  const isAi = ({ record }: DutyExportRow): string => {
    if (!record?.confirmed) return '';
    return record.isAiPresenter ? t.common.state.yes : t.common.state.no;
  };
  const start = ({ precision, bookedOn, startAt, startedAt }: DutyExportRow): string =>
    precision === 'day' ? bookedOn : chinaStampOf(startedAt ?? startAt);
  const end = ({ precision, endAt, endedAt }: DutyExportRow): string =>
    precision === 'day' ? '' : chinaStampOf(endedAt ?? endAt);
  return [
    [words.title, ({ title }) => title],
    [words.start, start],
    [words.end, end],
    [words.state, ({ state }) => t.common.sessionState[state]],
    [words.hosts, ({ hosts }) => names(hosts)],
    [words.platform, ({ platform }) => (platform === null ? '' : t.common.platform[platform])],
    [words.account, ({ accountName }) => accountName ?? ''],
    [words.recorded, ({ record }) => (record === null ? words.none : words.has)],
    [words.seller, seller],
    [words.creditCode, ({ record }) => record?.seller?.creditCode ?? ''],
    [words.permitNo, ({ record }) => record?.seller?.permitNo ?? ''],
    [words.ai, isAi],
    [words.identity, ({ record }) => markOrEmpty(record?.identity?.mark)],
    [words.identityHosts, ({ record }) => names(record?.identity?.hosts ?? [])],
    [words.licence, ({ record }) => markOrEmpty(record?.licence)],
    [words.confirmed, ({ record }) => markOrEmpty(record?.confirmed)],
    [words.corrections, corrections],
    [words.list, items],
    [words.keptUntil, ({ record }) => record?.keptUntil ?? ''],
  ];
}

/** The table of the records: a heading, and a row for each session, also those without a record. */
export function tableOf(rows: readonly DutyExportRow[], t: MerchantMessages): string[][] {
  const columns = columnsOf(t);
  return [
    columns.map(([heading]) => heading),
    ...rows.map((row) => columns.map(([, cell]) => cell(row))),
  ];
}
