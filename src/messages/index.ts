export { headerLine, isAllowedAddress, isSafeAddress } from './address.ts';
export { DIGEST_GROUPS, type DigestGroup, type DigestItem } from './digest.ts';
export {
  type Causes,
  type ComposeContext,
  type ComposedMail,
  type MailAttachment,
  type MailLinks,
  type MailSettings,
  NO_LINKS,
} from './mail.ts';
export type { TemplateFault, TemplateRow } from './template.ts';
