export { messagesOf, type Lang, type Messages } from './messages';
export { TextProvider, useLang, useText } from './text-provider';
export {
  wordChinaDay,
  wordDays,
  wordDay,
  wordError,
  wordInstant,
  wordIssue,
  wordSpan,
  wordWarning,
} from './words';
export { formatCount, formatMoney, formatMoneyChange, formatMoneyExact } from '../domain/money';
