export { headerLine, isAllowedAddress, isSafeAddress } from './address.ts';
export { composeMail } from './compose.ts';
export { composeDigest, DIGEST_GROUPS, type DigestGroup, type DigestItem } from './digest.ts';
export { DIGEST } from './digest-texts.ts';
export { kindsOf } from './kinds.ts';
export type {
  Causes,
  ComposeContext,
  ComposedMail,
  MailAttachment,
  MailLinks,
  MailSettings,
} from './mail.ts';
export { PLACEHOLDERS, type Placeholder } from './placeholder-list.ts';
export { placeholdersFor } from './placeholders.ts';
export { composeReceipt, RECEIPT_FORMS, type ReceiptForm } from './receipt.ts';
export { occasionReminders } from './reminders.ts';
export { changedTemplates, checkTemplate, type TemplateFault, type TemplateRow } from './template.ts';
export { defaultText, type TemplateKind } from './texts.ts';
