import type { ErrorCode, FieldIssue, WarningCode } from '../../contract/errors';
import type { UndoBlock } from '../../domain/live-session/history';
import type { AmountProblem } from '../../domain/money';

/** Plain values a sentence may need. */
export type Info = Readonly<Record<string, string | number | boolean | null>>;

const NOT_UNDOABLE: Record<UndoBlock, string> = {
  nothing: '没有可以撤销的步骤',
  too_late: '已超过 15 分钟，不能撤销；时间不对可以更正',
  has_entries: '之后记过金额，不能撤销；先撤销那几笔再试',
  has_record: '直播记录已确认，要保存 3 年，不能撤销；不播了请取消场次',
  joined: '这一场已和别的场次合并，先拆开再撤销',
};

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
      `有退款发生在 ${String(returnedOn)}，早于新的开播日，没有改动；先更正退款日，或不移动销售额`,
    not_undoable: ({ block }) => NOT_UNDOABLE[block as UndoBlock] ?? NOT_UNDOABLE.nothing,
    not_joinable: () => '只能合并同一账号、已下播、中断不到 30 分钟的场次，没有改动',
    session_joined: () => '这一场已和别的场次合并，先拆开再改',
    odd_amount: () => '看起来像是输错了，没有保存，请核对后确认',
    disclosure_incomplete: () => '公示信息还不完整，补全后才能公开店铺',
    busy: () => '同时保存的人太多，没有保存，请再试一次',
    internal: () => '服务出了问题，请稍后再试',
    offline: (info: Info): string =>
      info.isRead === true
        ? '现在没有网络，联网后再试'
        : '现在没有网络，没有提交，内容还在，联网后再试',
    no_answer: () => '没有收到回复，请再试一次；如果刚才在提交，不会重复记录',
  } satisfies Record<ErrorCode, (info: Info) => string>,
  field: {
    required: '这一项需要填写',
    wrong_type: '格式不对，请重新填写',
    too_short: '太短，请写完整',
    too_long: '太长，请缩短',
    bad_format: '格式不对，请检查',
    not_a_choice: '请从选项里选择',
    unknown_field: '这一项不能填写',
    negative: '不能是负数',
    fractional: '最多到分，小数不超过两位',
    too_large: '数值过大，请检查',
    too_small: '数值过小，请检查',
    end_before_start: '结束要晚于开始',
    too_early: '最早可以选 2016年1月1日，请选这一天或以后',
    too_far_ahead: '最远可以选到两年后的今天，请选更近的日期',
    too_far_apart: '开始和结束相隔太久',
    outside_session: '请选开播到下播之间的时间',
    in_the_past: '时间已经过去，请选以后的时间',
    in_the_future: '时间还没有到，请选已经过去的时间',
    too_many: '数量太多，请减少',
    not_in_store: '不属于这家店，请重新选择',
    consent_needed: '同意后才能继续',
    control_characters: '含有换行或控制字符，请删除后重填',
    invisible_characters: '含有看不见的字符，请删除后重填，不要粘贴',
    direction_characters: '含有改变文字方向的字符，请删除后重填，不要粘贴',
    broken_characters: '含有不完整的字符，请删除后重填',
    identity_number: '这像是身份证号，请不要填写；个人没有代码就空着',
    repeated: '和前面的重复，请改或移除',
    retired: '这位主播已离开，请选别人，或先恢复',
    fixed_on_air: '直播中不能改这一项',
  } satisfies Record<FieldIssue, string>,
  warning: {
    session_overlap: (info: Info) =>
      info.title ? `与“${String(info.title)}”时间重叠` : '与另一场时间重叠',
    entered_twice: (info: Info) => `“${String(info['title'])}”好像补录了两次，请核对`,
    refunds_above_paid: () => '这一场的退款超过了支付额，请核对',
    paid_above_ordered: () => '支付额超过了下单额，请核对',
    credit_code_unlikely: (info: Info) =>
      `统一社会信用代码 ${String(info['code'])} 的校验位对不上，请核对`,
    account_twice: (info: Info) => `账号“${String(info['name'])}”登记了两次，请核对`,
    day_kept: (info: Info) => `已记的金额仍在 ${String(info['day'])} 那天`,
  } satisfies Record<WarningCode, (info: Info) => string>,
  amount: {
    empty: '请填写金额',
    not_a_number: '看不懂这个金额，可以写 12.5万 或 83200',
    negative: '金额不能是负数，退款请选“退款”',
    too_precise: '最多到分，小数不超过两位',
    too_large: '金额过大，请检查',
  } satisfies Record<AmountProblem, string>,
  page: { title: '没有打开', retry: '重试' },
};
