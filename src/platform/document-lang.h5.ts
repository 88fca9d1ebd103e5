/** Tells the browser which language the page speaks: it chooses quotes and line breaks by it. */
export function setDocumentLang(lang: string): void {
  document.documentElement.lang = lang;
}
