export { messagesOf, type Messages } from './messages';
export { TextProvider, useLang, useText } from './text-provider';
export {
  wordChinaDay,
  wordDays,
  wordError,
  wordInstant,
  wordIssue,
  wordSpan,
  wordWarning,
} from './words';
