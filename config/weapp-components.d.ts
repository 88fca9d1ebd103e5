/** Components of WeChat, each with the attributes that count. */
export const components: Record<string, Record<string, string>>;
