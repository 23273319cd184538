const SECRET = /\/(s|answer|invite|password|guest-answers|confirm\/[a-z-]+)\/[^\s/?#"'`)]+/g;

/** A text in which the addresses that open something without an account are cut short, as whoever reads it could use them. */
export const withoutSecretPaths = (text: string): string => text.replace(SECRET, '/$1/[token]');
