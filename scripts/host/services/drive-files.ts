import { ApiError, type Execution } from '../runtime/contract.ts';
import { saveWorkbook } from '../sheet/json.ts';
import { Blob, type BlobSource, isBlobSource } from './blob.ts';
import { DriveItem } from './drive-item.ts';
import { driveQuery, type SearchedItem } from './drive-query.ts';
import { type DriveEntry, type DriveStore, driveOf, FOLDER_TYPE, FORM_TYPE, SHEET_TYPE } from './drive-store.ts';
import { formsOf } from './form/access.ts';
import { printedWorkbook } from './spreadsheet/printed.ts';
import { workbooksOf } from './spreadsheet/store.ts';

/** A call to Drive from outside any file. */
export function drive<T>(execution: Execution, method: string, effect: (store: DriveStore) => T): T {
  return execution.backend({ kind: 'drive', method }, () => effect(driveOf(execution.world)));
}

/** A list to walk through (reference: drive/FileIterator, drive/FolderIterator). */
abstract class DriveIterator<T> {
  private readonly ids: readonly string[];
  private at = 0;

  constructor(ids: readonly string[]) {
    this.ids = ids;
  }

  protected abstract made(id: string): T;

  /** What is left, for `DriveApp.continueFileIterator` in a later execution. */
  getContinuationToken(): string {
    return Buffer.from(this.ids.slice(this.at).join(' ')).toString('base64');
  }

  hasNext(): boolean {
    return this.at < this.ids.length;
  }

  next(): T {
    const id = this.ids[this.at];
    if (id === undefined) throw new ApiError('Cannot retrieve the next object: iterator has reached the end.');
    this.at += 1;
    return this.made(id);
  }
}

/** The ids that a token for going on with a list holds. */
export function idsOf(token: string): string[] {
  return Buffer.from(token, 'base64').toString().split(' ').filter(Boolean);
}

export class FileIterator extends DriveIterator<File> {
  static readonly api = 'Drive.FileIterator';
  private readonly execution: Execution;

  constructor(execution: Execution, ids: readonly string[]) {
    super(ids);
    this.execution = execution;
  }

  protected override made(id: string): File {
    return new File(this.execution, id);
  }
}

export class FolderIterator extends DriveIterator<Folder> {
  static readonly api = 'Drive.FolderIterator';
  private readonly execution: Execution;

  constructor(execution: Execution, ids: readonly string[]) {
    super(ids);
    this.execution = execution;
  }

  protected override made(id: string): Folder {
    return new Folder(this.execution, id);
  }
}

/** A file, a form or a spreadsheet (reference: drive/File). */
export class File extends DriveItem implements BlobSource {
  static readonly api = 'Drive.File';

  constructor(execution: Execution, id: string) {
    super(execution, id, 'File');
  }

  getAs(contentType: string): Blob {
    return this.blob('getAs', contentType).getAs(contentType);
  }

  /** Spreadsheets come as PDF, as at Google; forms do not come at all. */
  getBlob(): Blob {
    return this.blob('getBlob', 'application/pdf');
  }

  private blob(member: string, wanted: string): Blob {
    const { world } = this.execution;
    const { name, type, content, workbook } = this.look(member, (entry, store) => ({
      ...entry,
      name: store.nameOf(entry),
      workbook: entry.type === SHEET_TYPE ? workbooksOf(world).find(entry.id) : null,
    }));
    if (workbook && wanted === 'application/pdf') return printedWorkbook(workbook);
    if (type === FORM_TYPE || type === SHEET_TYPE) {
      throw new ApiError(`Not implemented by this host: conversion from ${type} to ${wanted}.`);
    }
    return new Blob(Buffer.from(content, 'base64'), type, name);
  }

  /** Anything but text becomes the text that it is written as: a blob is kept as "Blob". */
  setContent(content: string | BlobSource): this {
    return this.change('setContent', (entry) => {
      entry.content = Buffer.from(String(content), 'utf8').toString('base64');
    });
  }

  getMimeType(): string {
    return this.look('getMimeType', (entry) => entry.type);
  }

  getUrl(): string {
    const type = this.getMimeType();
    if (type === FORM_TYPE) return `https://docs.google.com/forms/d/${this.id}/edit?usp=drivesdk`;
    if (type === SHEET_TYPE) return `https://docs.google.com/spreadsheets/d/${this.id}/edit?usp=drivesdk`;
    return `https://drive.google.com/file/d/${this.id}/view?usp=drivesdk`;
  }

  getDownloadUrl(): string {
    return `https://drive.google.com/uc?id=${this.id}&export=download`;
  }

  getParents(): FolderIterator {
    return new FolderIterator(
      this.execution,
      this.look('getParents', (entry) => (entry.folder === null ? [] : [entry.folder])),
    );
  }

  moveTo(destination: Folder): this {
    return this.change('moveTo', (entry) => {
      entry.folder = destination.id;
    });
  }

  makeCopy(nameOrFolder?: string | Folder, destination?: Folder): File {
    const folder = nameOrFolder instanceof Folder ? nameOrFolder : destination;
    const id = this.look('makeCopy', (entry, store) => {
      const ownName = store.nameOf(entry);
      const isDocument = entry.type === SHEET_TYPE || entry.type === FORM_TYPE;
      const name = typeof nameOrFolder === 'string' ? nameOrFolder : isDocument ? `Kopia av ${ownName}` : ownName;
      const place = folder?.id ?? entry.folder;
      const { world } = this.execution;
      const workbook = entry.type === SHEET_TYPE ? workbooksOf(world).find(entry.id) : null;
      if (workbook) {
        const saved = saveWorkbook(workbook);
        const made = workbooksOf(world).adopt({ ...saved, records: { ...saved.records, id: world.newId(44), name } });
        return store.add('', SHEET_TYPE, place, '', made.records.id).id;
      }
      const form = formsOf(world).byId(entry.id);
      if (!form) return store.add(name, entry.type, place, entry.content).id;
      return store.add('', FORM_TYPE, place, '', formsOf(world).copy(form, name).id).id;
    });
    return new File(this.execution, id);
  }
}

/** A folder (reference: drive/Folder). */
export class Folder extends DriveItem {
  static readonly api = 'Drive.Folder';

  constructor(execution: Execution, id: string) {
    super(execution, id, 'Folder');
  }

  private children(member: string, fits: (entry: DriveEntry, store: DriveStore) => boolean): string[] {
    return this.look(member, (_, store) =>
      store
        .all()
        .filter((entry) => entry.folder === this.id && !entry.trashed && fits(entry, store))
        .map(({ id }) => id),
    );
  }

  getFiles(): FileIterator {
    return new FileIterator(
      this.execution,
      this.children('getFiles', ({ type }) => type !== FOLDER_TYPE),
    );
  }

  getFilesByName(name: string): FileIterator {
    const ids = this.children('getFilesByName', (one, store) => one.type !== FOLDER_TYPE && store.nameOf(one) === name);
    return new FileIterator(this.execution, ids);
  }

  getFilesByType(mimeType: string): FileIterator {
    return new FileIterator(
      this.execution,
      this.children('getFilesByType', ({ type }) => type === mimeType),
    );
  }

  getFolders(): FolderIterator {
    return new FolderIterator(
      this.execution,
      this.children('getFolders', ({ type }) => type === FOLDER_TYPE),
    );
  }

  getFoldersByName(name: string): FolderIterator {
    const ids = this.children('getFoldersByName', (one) => one.type === FOLDER_TYPE && one.name === name);
    return new FolderIterator(this.execution, ids);
  }

  searchFiles(params: string): FileIterator {
    return new FileIterator(this.execution, this.queried('searchFiles', params, false));
  }

  searchFolders(params: string): FolderIterator {
    return new FolderIterator(this.execution, this.queried('searchFolders', params, true));
  }

  private queried(member: string, params: string, folders: boolean): string[] {
    const fits = driveQuery(params);
    const { owner } = this.execution.world;
    return this.children(
      member,
      (entry, store) => (entry.type === FOLDER_TYPE) === folders && fits(searched(entry, store, owner)),
    );
  }

  createFile(source: BlobSource | string, content?: string, mimeType?: string): File {
    const blob = isBlobSource(source) ? source.getBlob() : Blob.ofText(content ?? '', mimeType ?? 'text/plain', source);
    const { name } = blob;
    if (name === null) throw new ApiError('Blob object must have non-null name for this operation.');
    const id = this.look('createFile', (_, store) => {
      const bytes = Buffer.from(blob.bytes).toString('base64');
      return store.add(name, blob.contentType ?? 'application/octet-stream', this.id, bytes).id;
    });
    return new File(this.execution, id);
  }

  createFolder(name: string): Folder {
    return new Folder(
      this.execution,
      this.look('createFolder', (_, store) => store.add(name, FOLDER_TYPE, this.id).id),
    );
  }

  addFile(child: File): this {
    child.moveTo(this);
    return this;
  }

  addFolder(child: Folder): this {
    child.moveTo(this);
    return this;
  }

  removeFile(child: File): this {
    return this.remove('removeFile', child.id);
  }

  removeFolder(child: Folder): this {
    return this.remove('removeFolder', child.id);
  }

  /** What lies here is moved to the root, where Drive keeps what has no folder. */
  private remove(member: string, id: string): this {
    return this.change(member, (_, store) => {
      const entry = store.find(id);
      if (entry?.folder === this.id) entry.folder = store.rootId;
    });
  }

  getParents(): FolderIterator {
    return new FolderIterator(
      this.execution,
      this.look('getParents', (entry) => (entry.folder === null ? [] : [entry.folder])),
    );
  }

  moveTo(destination: Folder): this {
    return this.change('moveTo', (entry) => {
      entry.folder = destination.id;
    });
  }

  getUrl(): string {
    return `https://drive.google.com/drive/folders/${this.id}`;
  }
}

/** A file or folder as queries see it. */
export function searched(entry: DriveEntry, store: DriveStore, owner: string): SearchedItem {
  return {
    title: store.nameOf(entry),
    text: entry.type.startsWith('text/') ? Buffer.from(entry.content, 'base64').toString('utf8') : '',
    mimeType: entry.type,
    parents: entry.folder === null ? [] : entry.folder === store.rootId ? [entry.folder, 'root'] : [entry.folder],
    trashed: entry.trashed,
    starred: entry.starred,
    modified: entry.updated,
    owners: [owner, 'me'],
    writers: [owner, 'me', ...entry.editors],
    readers: [owner, 'me', ...entry.editors, ...entry.viewers],
  };
}
