/** WeChat has no document to tell. */
export const setDocumentLang = (lang: string): void => void lang;
