import type { Json, Part, World } from '../../runtime/contract.ts';
import { loadWorkbook, type SavedWorkbook, saveWorkbook } from '../../sheet/json.ts';
import { createWorkbook, type Workbook, type WorkbookHost } from '../../sheet/workbook.ts';

/** The workbooks of a world by id. */
export class WorkbookStore {
  readonly books = new Map<string, Workbook>();
  private readonly world: World;
  private savedAt = -1;

  constructor(world: World) {
    this.world = world;
  }

  private get host(): WorkbookHost {
    const { world } = this;
    return {
      now: () => world.now,
      randomInteger: (below) => world.randomInteger(below),
      customFunction: (name) => world.customFunction(name),
    };
  }

  /** The workbook with the id; the script's own is made when it is first asked for. */
  find(id: string): Workbook | null {
    const found = this.books.get(id);
    if (found) return found;
    const { container } = this.world;
    return container?.type === 'spreadsheet' && container.id === id
      ? this.create(untitled(this.world.locale), { id })
      : null;
  }

  create(name: string, settings: { id?: string; rows?: number; columns?: number } = {}): Workbook {
    const { locale, timeZone, owner } = this.world;
    const id = settings.id ?? this.world.newId(44);
    const workbook = createWorkbook(this.host, { name, locale, timeZone, owner, ...settings, id });
    this.books.set(id, workbook);
    return workbook;
  }

  /** Takes over a workbook that was made elsewhere (a copy, an import). */
  adopt(saved: SavedWorkbook): Workbook {
    const workbook = loadWorkbook(saved, this.host);
    this.books.set(workbook.records.id, workbook);
    return workbook;
  }

  private get version(): number {
    let sum = this.books.size;
    for (const book of this.books.values()) sum += book.version;
    return sum;
  }

  get changed(): boolean {
    return this.version !== this.savedAt;
  }

  markSaved(): void {
    this.savedAt = this.version;
  }
}

/** What a spreadsheet is called until somebody names it. */
function untitled(locale: string): string {
  return locale.startsWith('sv') ? 'Kalkylark utan namn' : 'Untitled spreadsheet';
}

/** All spreadsheets of a world. */
export const workbooksPart: Part<WorkbookStore> = {
  name: 'workbooks',
  create: (world) => new WorkbookStore(world),
  save: (store): Json => JSON.parse(JSON.stringify([...store.books.values()].map(saveWorkbook))),
  load: (saved, world) => {
    const store = new WorkbookStore(world);
    const books: SavedWorkbook[] = JSON.parse(JSON.stringify(saved));
    for (const book of books) store.adopt(book);
    return store;
  },
  isChanged: (store) => store.changed,
  markSaved: (store) => store.markSaved(),
};

/** The workbooks of the world. */
export function workbooksOf(world: World): WorkbookStore {
  return world.part(workbooksPart);
}
