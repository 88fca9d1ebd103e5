export { messagesOf } from './messages';
export { TextProvider, useLang, useReader, useText } from './text-provider';
export {
  periodParts,
  wordChinaDay,
  wordClock,
  wordClocks,
  wordClockOf,
  wordDate,
  wordDays,
  wordError,
  wordReadError,
  wordInstant,
  wordPeriod,
  wordSpan,
  wordStart,
  wordStartDay,
} from './words';
