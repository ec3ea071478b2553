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
  changed = false;
  /** Mails that no transport has taken yet. */
  private fresh: Mail[] = [];
  private readonly world: Pick<World, 'now' | 'switches'>;

  constructor(
    world: Pick<World, 'now' | 'switches'>,
    mails: Mail[] = [],
    allowances: Map<string, Allowance> = new Map(),
  ) {
    this.world = world;
    this.mails = mails;
    this.allowances = allowances;
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

type Saved = {
  readonly mails: readonly (Omit<Mail, 'attachments'> & { readonly attachments: readonly SavedAttachment[] })[];
  readonly allowances: readonly (readonly [string, Allowance])[];
};
type SavedAttachment = Omit<Attachment, 'content'> & { readonly content: string };

export const mailPart: Part<MailStore> = {
  name: 'mail',
  create: (world) => new MailStore(world),
  save: (store) => {
    const mails = store.mails.map((mail) => ({
      ...mail,
      attachments: mail.attachments.map((one) => ({ ...one, content: Buffer.from(one.content).toString('base64') })),
    }));
    return JSON.parse(JSON.stringify({ mails, allowances: [...store.allowances] })) as Json;
  },
  load: (saved, world) => {
    const { mails, allowances } = JSON.parse(JSON.stringify(saved)) as Saved;
    const ready = mails.map((mail) => ({
      ...mail,
      attachments: mail.attachments.map((one) => ({ ...one, content: Buffer.from(one.content, 'base64') })),
    }));
    return new MailStore(world, ready, new Map(allowances));
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
