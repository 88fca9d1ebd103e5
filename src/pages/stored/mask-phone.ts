/**
 * A phone number with its middle hidden: `138****1234`. What is too short to keep seven digits of
 * shows its last two only.
 */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (digits.length < 11) return `****${digits.slice(-2)}`;
  return `${digits.slice(0, -8)}****${digits.slice(-4)}`;
}
