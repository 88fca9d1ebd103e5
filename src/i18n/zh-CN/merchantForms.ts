import type { FieldIssue, WarningCode } from '../../contract/errors';
import type { Info } from './errors';

/** What stands in forms: what is wrong with a field, and what to know of what was saved. */
export const merchantForms = {
  field: {
    required: '请补上这一项',
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
    public_body: '这个名称像是政府部门或公共机构，不能使用',
    repeated: '和前面的重复，请改或移除',
    retired: '这位主播已离开，请选别人，或先恢复',
    fixed_on_air: '直播中不能改这一项',
    risky_words: '含有不适合公开的内容，请修改',
    under_review: '正在审核，通过后才能公开',
  } satisfies Record<FieldIssue, string>,
  words: {
    waiting: '审核中',
    refused: '未通过审核',
    instead: (shown: string) => `别人暂时看到的是“${shown}”`,
    earlier: '别人暂时看到的是原来的文字',
    change: '请修改后再保存；在此之前，别人看到的是原来的文字',
  },
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
};
