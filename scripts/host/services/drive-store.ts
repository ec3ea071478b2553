import type { Json, Part, World } from '../runtime/contract.ts';
import { formsOf } from './form/access.ts';
import { workbooksOf } from './spreadsheet/store.ts';

export const FOLDER_TYPE = 'application/vnd.google-apps.folder';
export const FORM_TYPE = 'application/vnd.google-apps.form';
export const SCRIPT_TYPE = 'application/vnd.google-apps.script';
export const SHEET_TYPE = 'application/vnd.google-apps.spreadsheet';

/** Where an item of Drive lies and how it is shared. Forms and spreadsheets have one too; their content lies elsewhere. */
export interface DriveEntry {
  readonly id: string;
  /** For forms and spreadsheets the document's own name counts. */
  name: string;
  readonly type: string;
  /** Content of an ordinary file, in base64; empty for folders and documents. */
  content: string;
  folder: string | null;
  description: string;
  starred: boolean;
  trashed: boolean;
  readonly created: number;
  updated: number;
  editors: readonly string[];
  viewers: readonly string[];
  access: string;
  permission: string;
  /** Whether those who may edit may share it further; they may unless this says false. */
  shareable?: boolean;
}

/** The files and folders of the owner's Drive. */
export class DriveStore {
  readonly entries: Map<string, DriveEntry>;
  readonly rootId: string;
  private readonly world: World;

  constructor(world: World, rootId: string, entries: readonly DriveEntry[]) {
    this.world = world;
    this.rootId = rootId;
    this.entries = new Map(entries.map((entry) => [entry.id, entry]));
    if (!this.entries.has(rootId))
      this.add(world.locale.startsWith('sv') ? 'Min enhet' : 'My Drive', FOLDER_TYPE, null, '', rootId);
  }

  add(name: string, type: string, folder: string | null, content = '', id = this.world.newId(33)): DriveEntry {
    const entry: DriveEntry = {
      id,
      name,
      type,
      content,
      folder,
      description: '',
      starred: false,
      trashed: false,
      created: this.world.now,
      updated: this.world.now,
      editors: [],
      viewers: [],
      access: 'PRIVATE',
      permission: 'NONE',
    };
    this.entries.set(id, entry);
    return entry;
  }

  /** The entry with the id; a document's is made when it is first asked for. */
  find(id: string): DriveEntry | null {
    const known = this.entries.get(id);
    if (known) return known;
    if (id === this.world.scriptId) return this.add('Namnlöst projekt', SCRIPT_TYPE, this.rootId, '', id);
    const type = formsOf(this.world).byId(id) ? FORM_TYPE : workbooksOf(this.world).find(id) ? SHEET_TYPE : null;
    return type && this.add('', type, this.rootId, '', id);
  }

  /** Every entry, those of documents included. */
  all(): DriveEntry[] {
    for (const form of formsOf(this.world).all()) this.find(form.id);
    const { container } = this.world;
    if (container) this.find(container.id);
    for (const id of workbooksOf(this.world).books.keys()) this.find(id);
    return [...this.entries.values()];
  }

  nameOf(entry: DriveEntry): string {
    if (entry.type === FORM_TYPE) return formsOf(this.world).byId(entry.id)?.fileName ?? entry.name;
    if (entry.type === SHEET_TYPE) return workbooksOf(this.world).find(entry.id)?.records.name ?? entry.name;
    return entry.name;
  }

  rename(entry: DriveEntry, name: string): void {
    const form = formsOf(this.world).byId(entry.id);
    const workbook = entry.type === SHEET_TYPE ? workbooksOf(this.world).find(entry.id) : null;
    if (form) {
      form.fileName = name;
      formsOf(this.world).touch();
    } else if (workbook) {
      workbook.records.name = name;
      workbook.changed(false);
    } else entry.name = name;
    entry.updated = this.world.now;
  }
}

/** Drive as far as scripts reach it. */
export const drivePart: Part<DriveStore> = {
  name: 'drive',
  create: (world) => new DriveStore(world, world.newId(19), []),
  save: (store): Json => JSON.parse(JSON.stringify({ root: store.rootId, entries: [...store.entries.values()] })),
  load: (saved, world) => {
    const { root, entries }: { root: string; entries: DriveEntry[] } = JSON.parse(JSON.stringify(saved));
    return new DriveStore(world, root, entries);
  },
};

export const driveOf = (world: World): DriveStore => world.part(drivePart);
