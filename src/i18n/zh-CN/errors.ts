import type { ErrorCode } from '../../contract/errors';
import type { UndoBlock } from '../../domain/live-session/history';
import type { AmountProblem } from '../../domain/money';
import { common } from './common';

/** Plain values a sentence may need. */
export type Info = Readonly<Record<string, string | number | boolean | null>>;

const NOT_UNDOABLE: Record<UndoBlock, string> = {
  nothing: '没有可以撤销的步骤',
  too_late: '已超过 15 分钟，不能撤销；时间不对可以更正',
  has_entries: '之后记过金额，不能撤销；先撤销那几笔再试',
  has_record: '直播记录已确认，要保存 3 年，不能撤销；不播了请取消场次',
  joined: '这一场已和别的场次合并，先拆开再撤销',
};

/** How long to wait, in whole units, never too short. */
function wait(seconds: number): string {
  if (seconds <= 60) return `${seconds} 秒`;
  return seconds <= 3600 ? `${Math.ceil(seconds / 60)} 分钟` : `${Math.ceil(seconds / 3600)} 小时`;
}

/** A China day of an error: `2026年11月28日`. */
function dateOf(day: Info[string] | undefined): string {
  const [year = 0, month = 0, date = 0] = String(day).split('-').map(Number);
  return common.day.dateWithYear(year, month, date);
}

/** What happened, what is safe, what to do. Total: a code without words does not compile. */
export const errors = {
  code: {
    not_identified: () => '没有识别到你的身份，请在微信里打开后再试',
    not_found: () => '没有找到，可能已不存在，或不对你公开',
    not_allowed: () => '你在这家店的角色不能做这一步，请找店主处理',
    invalid_input: () => '有内容需要修改，什么都没有保存，填写的内容还在',
    unknown_endpoint: () => '程序版本过旧，请关闭后重新打开',
    request_key_missing: () => '没有保存，请重新打开页面再试',
    request_key_reused: () => '这一步已经提交过别的内容，请重新打开页面再试',
    already_stored: () => '之前已经保存好了，没有重复记录；打开列表就能看到',
    stale_version: () => '别人刚刚改过，已载入最新内容，请核对后再保存',
    illegal_transition: (info: Info): string =>
      info.isJoined === true
        ? '这一场已和别的场次合并，先拆开再更正'
        : info.hasEntries === true
          ? '这一场已有销售记录，先撤销记录再取消'
          : '场次状态已经变了，不能做这一步，请看最新状态',
    limit_reached: (info: Info) =>
      typeof info.limit === 'number' ? `最多 ${info.limit} 个，没有保存` : '已到数量上限，没有保存',
    sum_too_large: (info: Info): string =>
      info.isRead === true
        ? '合计超过了能准确显示的上限；记录都在，请检查有没有输错的大额'
        : '合计超过了能准确记录的上限，没有保存，请检查金额',
    entry_not_current: () => '这一笔已经更正或撤销过，请看最新的记录',
    odd_step: () => '和排期对不上，没有改动，请核对后确认',
    refund_before_sale: ({ returnedOn }) =>
      `有退款发生在 ${dateOf(returnedOn)}，早于新的开播日，没有改动；先更正退款日，或不移动销售额`,
    not_undoable: ({ block }) => NOT_UNDOABLE[block as UndoBlock] ?? NOT_UNDOABLE.nothing,
    not_joinable: () => '只能合并同一账号、已下播、中断不到 30 分钟的场次，没有改动',
    session_joined: () => '这一场已和别的场次合并，先拆开再改',
    odd_amount: () => '看起来像是输错了，没有保存，请核对后确认',
    disclosure_incomplete: () => '公示信息还不完整，补全后才能公开店铺',
    shop_suspended: () => '这家店的公开页面暂停展示',
    busy: () => '同时保存的人太多，没有保存，请再试一次',
    too_many_requests: ({ retryAfter }) =>
      `操作太频繁，没有处理，填写的内容还在，请 ${wait(Number(retryAfter))}后再试`,
    storage_full: () => '云端空间已满，没有保存，内容还在；请联系运营方扩容，再试一次',
    internal: () => '服务出了问题，请稍后再试',
    not_deployed: () => '云端还没有部署好，没有改动；请联系运营方',
    cloud_limit: () => '云端用量已到上限，没有改动；请稍后再试，或联系运营方',
    cloud_failed: () => '云端出错或超时，请再试一次，不会重复记录；再不行请联系运营方',
    offline: (info: Info): string =>
      info.isRead === true
        ? '现在没有网络，联网后再试'
        : '现在没有网络，没有提交，内容还在，联网后再试',
    no_answer: () => '没有收到回复，请再试一次；如果刚才在提交，不会重复记录',
  } satisfies Record<ErrorCode, (info: Info) => string>,
  amount: {
    empty: '请填写金额',
    not_a_number: '看不懂这个金额，可以写 12.5万 或 83200',
    negative: '金额不能是负数，退款请选“退款”',
    too_precise: '最多到分，小数不超过两位',
    too_large: '金额过大，请检查',
  } satisfies Record<AmountProblem, string>,
  page: { title: '没有打开', retry: '重试' },
};
