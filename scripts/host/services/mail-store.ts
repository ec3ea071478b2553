import type { Attachment, Mail } from '../runtime/api.ts';
import type { Json, Part, World } from '../runtime/contract.ts';

const DAY = 86_400_000;

/** What is left of an account's mail for the day; the day begins with its first mail. */
interface Allowance {
  left: number;
  resetsAt: number;
}

/** Mail that was handed over and what may still be sent. */
export class MailStore {
  readonly mails: Mail[];
  readonly allowances: Map<string, Allowance>;
  /** What scripts have written and not sent, newest first. */
  drafts: Mail[];
  changed = false;
  /** Mails that no transport has taken yet. */
  private fresh: Mail[] = [];
  private readonly world: Pick<World, 'now' | 'switches'>;

  constructor(
    world: Pick<World, 'now' | 'switches'>,
    mails: Mail[] = [],
    allowances: Map<string, Allowance> = new Map(),
    drafts: Mail[] = [],
  ) {
    this.world = world;
    this.mails = mails;
    this.allowances = allowances;
    this.drafts = drafts;
  }

  /** Keeps a draft, in the place of one with the same id. */
  keepDraft(draft: Mail): void {
    this.removeDraft(draft.id);
    this.drafts.unshift(draft);
  }

  removeDraft(id: string): void {
    this.drafts = this.drafts.filter((draft) => draft.id !== id);
    this.changed = true;
  }

  /** How many recipients an account may still write to today. */
  left(user: string): number {
    const allowance = this.allowances.get(user);
    if (!allowance || allowance.resetsAt <= this.world.now) return this.world.switches.mailsPerDay;
    return allowance.left;
  }

  /** Sets what an account has left until a day from now. */
  setLeft(user: string, left: number): void {
    this.allowances.set(user, { left, resetsAt: this.world.now + DAY });
    this.changed = true;
  }

  /** Counts recipients and keeps a mail. The caller has checked what is left. */
  deliver(user: string, mail: Mail): void {
    const left = this.left(user) - (mail.to.length + mail.cc.length + mail.bcc.length);
    const running = this.allowances.get(user);
    const resetsAt = running && running.resetsAt > this.world.now ? running.resetsAt : this.world.now + DAY;
    this.allowances.set(user, { left, resetsAt });
    this.mails.push(mail);
    this.fresh.push(mail);
    this.changed = true;
  }

  /** The mails since the last call of this method. */
  takeFresh(): Mail[] {
    const fresh = this.fresh;
    this.fresh = [];
    return fresh;
  }
}

type SavedAttachment<T extends Attachment> = Omit<T, 'content'> & { readonly content: string };
type SavedMail = Omit<Mail, 'attachments' | 'inlineImages'> & {
  readonly attachments: readonly SavedAttachment<Attachment>[];
  readonly inlineImages: readonly SavedAttachment<Mail['inlineImages'][number]>[];
};

interface Saved {
  readonly mails: readonly SavedMail[];
  readonly drafts: readonly SavedMail[];
  readonly allowances: readonly (readonly [string, Allowance])[];
}

const packed = <T extends Attachment>(file: T): SavedAttachment<T> => ({
  ...file,
  content: Buffer.from(file.content).toString('base64'),
});

function savedMail(mail: Mail): SavedMail {
  return { ...mail, attachments: mail.attachments.map(packed), inlineImages: mail.inlineImages.map(packed) };
}

function loadedMail(mail: SavedMail): Mail {
  return {
    ...mail,
    attachments: mail.attachments.map((file) => ({ ...file, content: Buffer.from(file.content, 'base64') })),
    inlineImages: mail.inlineImages.map((file) => ({ ...file, content: Buffer.from(file.content, 'base64') })),
  };
}

export const mailPart: Part<MailStore> = {
  name: 'mail',
  create: (world) => new MailStore(world),
  save: ({ mails, drafts, allowances }) => {
    const saved: Saved = { mails: mails.map(savedMail), drafts: drafts.map(savedMail), allowances: [...allowances] };
    return JSON.parse(JSON.stringify(saved)) as Json;
  },
  load: (saved, world) => {
    const { mails, drafts, allowances } = JSON.parse(JSON.stringify(saved)) as Saved;
    return new MailStore(world, mails.map(loadedMail), new Map(allowances), drafts.map(loadedMail));
  },
  isChanged: (store) => store.changed,
  markSaved: (store) => {
    store.changed = false;
  },
};

/** The mail of a world. */
export function mailOf(world: World): MailStore {
  return world.part(mailPart);
}
