import { ApiError, type EnumValue, type Execution } from '../runtime/contract.ts';
import { enumValue } from '../runtime/signatures.ts';
import { type DriveEntry, type DriveStore, driveOf } from './drive-store.ts';
import type { User } from './session.ts';

export const NO_SUCH_FILE =
  'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.';

/** A user as Drive shows one (reference: drive/User). */
export class DriveUser {
  static readonly api = 'Drive.User';
  private readonly email: string;

  constructor(email: string) {
    this.email = email;
  }

  getDomain(): string {
    return this.email.split('@')[1] ?? '';
  }

  getEmail(): string {
    return this.email;
  }

  getName(): string {
    return this.email.split('@')[0] ?? '';
  }

  getPhotoUrl(): null {
    return null;
  }
}

const address = (user: string | User) => (typeof user === 'string' ? user : user.getEmail());

/** What files and folders have in common. A handle keeps the id; each look is a call that leaves the script. */
export abstract class DriveItem {
  protected readonly execution: Execution;
  readonly id: string;
  private readonly className: string;

  constructor(execution: Execution, id: string, className: string) {
    this.execution = execution;
    this.id = id;
    this.className = className;
  }

  protected look<T>(member: string, effect: (entry: DriveEntry, store: DriveStore) => T): T {
    const { world } = this.execution;
    return this.execution.backend({ kind: 'drive', method: `${this.className}.${member}` }, () => {
      const store = driveOf(world);
      const entry = store.find(this.id);
      if (!entry) throw new ApiError(NO_SUCH_FILE);
      return effect(entry, store);
    });
  }

  protected change(member: string, effect: (entry: DriveEntry, store: DriveStore) => void): this {
    this.look(member, (entry, store) => {
      if (entry.id === store.rootId) throw new ApiError('Access denied: DriveApp.');
      effect(entry, store);
      entry.updated = this.execution.now();
    });
    return this;
  }

  getId(): string {
    return this.id;
  }

  getName(): string {
    return this.look('getName', (entry, store) => store.nameOf(entry));
  }

  toString(): string {
    return this.look('toString', (entry, store) => store.nameOf(entry));
  }

  setName(name: string): this {
    return this.change('setName', (entry, store) => store.rename(entry, name));
  }

  getDescription(): string | null {
    return this.look('getDescription', (entry) => entry.description || null);
  }

  setDescription(description: string): this {
    return this.change('setDescription', (entry) => {
      entry.description = description;
    });
  }

  getDateCreated(): Date {
    return new Date(this.look('getDateCreated', (entry) => entry.created));
  }

  getLastUpdated(): Date {
    return new Date(this.look('getLastUpdated', (entry) => entry.updated));
  }

  getOwner(): DriveUser {
    return new DriveUser(this.execution.world.owner);
  }

  getSize(): number {
    return this.look('getSize', (entry) => Buffer.from(entry.content, 'base64').length);
  }

  isStarred(): boolean {
    return this.look('isStarred', (entry) => entry.starred);
  }

  setStarred(starred: boolean): this {
    return this.change('setStarred', (entry) => {
      entry.starred = starred;
    });
  }

  isTrashed(): boolean {
    return this.look('isTrashed', (entry) => entry.trashed);
  }

  setTrashed(trashed: boolean): this {
    return this.change('setTrashed', (entry) => {
      entry.trashed = trashed;
    });
  }

  /** All who may edit, the owner first. */
  getEditors(): DriveUser[] {
    const { owner } = this.execution.world;
    return this.look('getEditors', (entry) => [owner, ...entry.editors]).map((email) => new DriveUser(email));
  }

  addEditor(user: string | User): this {
    return this.addEditors([address(user)]);
  }

  addEditors(emailAddresses: readonly string[]): this {
    return this.change('addEditors', (entry) => {
      entry.editors = [...new Set([...entry.editors, ...emailAddresses])];
      entry.viewers = entry.viewers.filter((viewer) => !emailAddresses.includes(viewer));
    });
  }

  removeEditor(user: string | User): this {
    return this.change('removeEditor', (entry) => {
      entry.editors = entry.editors.filter((editor) => editor !== address(user));
    });
  }

  /** Takes from a person whatever she may do with this. */
  revokePermissions(user: string | User): this {
    return this.change('revokePermissions', (entry) => {
      entry.editors = entry.editors.filter((editor) => editor !== address(user));
      entry.viewers = entry.viewers.filter((viewer) => viewer !== address(user));
    });
  }

  getAccess(user: string | User): EnumValue {
    const { owner } = this.execution.world;
    const name = this.look('getAccess', ({ editors, viewers }) => {
      const email = address(user);
      if (email === owner) return 'OWNER';
      return editors.includes(email) ? 'EDIT' : viewers.includes(email) ? 'VIEW' : 'NONE';
    });
    return enumValue('Drive.Permission', name);
  }

  /** All who may see it, those who may edit it among them. */
  getViewers(): DriveUser[] {
    const { owner } = this.execution.world;
    const emails = this.look('getViewers', ({ editors, viewers }) => [owner, ...editors, ...viewers]);
    return emails.map((email) => new DriveUser(email));
  }

  addViewer(user: string | User): this {
    return this.addViewers([address(user)]);
  }

  addViewers(emailAddresses: readonly string[]): this {
    return this.change('addViewers', (entry) => {
      entry.viewers = [...new Set([...entry.viewers, ...emailAddresses])].filter((one) => !entry.editors.includes(one));
    });
  }

  removeViewer(user: string | User): this {
    return this.change('removeViewer', (entry) => {
      entry.viewers = entry.viewers.filter((viewer) => viewer !== address(user));
    });
  }

  getSharingAccess(): EnumValue {
    return enumValue(
      'Drive.Access',
      this.look('getSharingAccess', (entry) => entry.access),
    );
  }

  getSharingPermission(): EnumValue {
    return enumValue(
      'Drive.Permission',
      this.look('getSharingPermission', (entry) => entry.permission),
    );
  }

  isShareableByEditors(): boolean {
    return this.look('isShareableByEditors', (entry) => entry.shareable ?? true);
  }

  setShareableByEditors(shareable: boolean): this {
    return this.change('setShareableByEditors', (entry) => {
      entry.shareable = shareable;
    });
  }

  setSharing(accessType: EnumValue, permissionType: EnumValue): this {
    return this.change('setSharing', (entry) => {
      entry.access = accessType.name;
      entry.permission = permissionType.name;
    });
  }
}
