/** Recipients and header lines: one address a field, nothing that could start a header of its own. */

const LONGEST_ADDRESS = 254;
const LONGEST_LOCAL_PART = 64;
const LONGEST_SUBJECT = 200;

// What people's addresses look like, not all that RFC 5321 allows: no quotes, comments, lists, display names or address literals.
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/** Whether the text is exactly one address that can be used as a recipient as it stands. */
export function isSafeAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = text.slice(at + 1);
  if (at < 1 || text.length > LONGEST_ADDRESS || local.length > LONGEST_LOCAL_PART) return false;
  return LOCAL_PART.test(local) && DOMAIN.test(domain);
}

/**
 * Whether mail may go to the address. `allowedDomains` is the setting as typed: domains parted by commas, semicolons or spaces, with or
 * without "@"; a domain covers its subdomains. An empty setting allows every domain.
 */
export function isAllowedAddress(address: string, allowedDomains: string): boolean {
  if (!isSafeAddress(address)) return false;
  const domains = allowedDomains
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((domain) => domain.replace(/^[@.*]+/, ''))
    .filter((domain) => domain !== '');
  if (domains.length === 0) return true;
  const own = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return domains.some((domain) => own === domain || own.endsWith(`.${domain}`));
}

/** One line for a header: control characters, line separators and invisible direction marks become a space. */
export function headerLine(text: string): string {
  const line = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return line.length <= LONGEST_SUBJECT ? line : `${line.slice(0, LONGEST_SUBJECT - 1).trimEnd()}…`;
}
