export * from './amount';
export {
  formatCount,
  formatCountGap,
  formatMoney,
  formatMoneyChange,
  formatMoneyExact,
  formatMoneyGap,
  wholePercent,
} from './format';
export * from './parse-amount';
export * from './typed-amount';
