import { ApiError, type Execution } from '../runtime/contract.ts';
import type { BlobSource } from './blob.ts';
import { drive, File, FileIterator, Folder, FolderIterator, idsOf, searched } from './drive-files.ts';
import { NO_SUCH_FILE } from './drive-item.ts';
import { driveQuery } from './drive-query.ts';
import { type DriveEntry, type DriveStore, FOLDER_TYPE } from './drive-store.ts';

const SCOPES = ['drive', 'drive.readonly', 'drive.file'];

/** Drive, as far as forms, files and folders need it (reference: drive/DriveApp). */
export class DriveApp {
  static readonly api = 'Drive.DriveApp';
  private readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }

  private find(member: string, id: string, folder: boolean): string {
    this.execution.requireScope(`DriveApp.${member}`, ...SCOPES);
    const found = drive(this.execution, `DriveApp.${member}`, (store) => store.find(id)?.type);
    if (found === undefined || (found === FOLDER_TYPE) !== folder) throw new ApiError(NO_SUCH_FILE);
    return id;
  }

  private search(member: string, fits: (entry: DriveEntry, store: DriveStore) => boolean): string[] {
    return this.searchAll(member, (entry, store) => !entry.trashed && fits(entry, store));
  }

  private searchAll(member: string, fits: (entry: DriveEntry, store: DriveStore) => boolean): string[] {
    this.execution.requireScope(`DriveApp.${member}`, ...SCOPES);
    return drive(this.execution, `DriveApp.${member}`, (store) =>
      store
        .all()
        .filter((entry) => entry.id !== store.rootId && fits(entry, store))
        .map(({ id }) => id),
    );
  }

  getFileById(id: string): File {
    return new File(this.execution, this.find('getFileById', id, false));
  }

  getFolderById(id: string): Folder {
    return new Folder(this.execution, this.find('getFolderById', id, true));
  }

  getRootFolder(): Folder {
    this.execution.requireScope('DriveApp.getRootFolder', ...SCOPES);
    return new Folder(
      this.execution,
      drive(this.execution, 'DriveApp.getRootFolder', (store) => store.rootId),
    );
  }

  getFiles(): FileIterator {
    return new FileIterator(
      this.execution,
      this.search('getFiles', ({ type }) => type !== FOLDER_TYPE),
    );
  }

  getFilesByName(name: string): FileIterator {
    const ids = this.search('getFilesByName', (one, store) => one.type !== FOLDER_TYPE && store.nameOf(one) === name);
    return new FileIterator(this.execution, ids);
  }

  getFilesByType(mimeType: string): FileIterator {
    return new FileIterator(
      this.execution,
      this.search('getFilesByType', ({ type }) => type === mimeType),
    );
  }

  getFolders(): FolderIterator {
    return new FolderIterator(
      this.execution,
      this.search('getFolders', ({ type }) => type === FOLDER_TYPE),
    );
  }

  getFoldersByName(name: string): FolderIterator {
    const ids = this.search('getFoldersByName', (one) => one.type === FOLDER_TYPE && one.name === name);
    return new FolderIterator(this.execution, ids);
  }

  createFile(source: BlobSource | string, content?: string, mimeType?: string): File {
    return this.getRootFolder().createFile(source, content, mimeType);
  }

  createFolder(name: string): Folder {
    return this.getRootFolder().createFolder(name);
  }

  searchFiles(params: string): FileIterator {
    return new FileIterator(this.execution, this.queried('searchFiles', params, false));
  }

  searchFolders(params: string): FolderIterator {
    return new FolderIterator(this.execution, this.queried('searchFolders', params, true));
  }

  /** A query that does not ask about the trash finds what lies there too (guide: drive/api/guides/search-files). */
  private queried(member: string, params: string, folders: boolean): string[] {
    const fits = driveQuery(params);
    const { owner } = this.execution.world;
    return this.searchAll(
      member,
      (entry, store) => (entry.type === FOLDER_TYPE) === folders && fits(searched(entry, store, owner)),
    );
  }

  getTrashedFiles(): FileIterator {
    const ids = this.searchAll('getTrashedFiles', ({ type, trashed }) => trashed && type !== FOLDER_TYPE);
    return new FileIterator(this.execution, ids);
  }

  getTrashedFolders(): FolderIterator {
    const ids = this.searchAll('getTrashedFolders', ({ type, trashed }) => trashed && type === FOLDER_TYPE);
    return new FolderIterator(this.execution, ids);
  }

  continueFileIterator(continuationToken: string): FileIterator {
    return new FileIterator(this.execution, idsOf(continuationToken));
  }

  continueFolderIterator(continuationToken: string): FolderIterator {
    return new FolderIterator(this.execution, idsOf(continuationToken));
  }
}
