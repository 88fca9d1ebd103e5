/** The root's size where the person has changed nothing, px. */
const STANDARD_PX = 16;

/** How much larger than standard the person has set type in the browser. */
export function fontScale(): number | undefined {
  const { documentElement } = document;
  return parseFloat(window.getComputedStyle(documentElement).fontSize) / STANDARD_PX;
}
