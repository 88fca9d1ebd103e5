/** Sets the page's language: the browser chooses quotes and line breaks by it. */
export function setDocumentLang(lang: string): void {
  document.documentElement.lang = lang;
}
