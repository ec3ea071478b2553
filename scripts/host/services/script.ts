import { ApiError, type EnumValue, type Execution } from '../runtime/contract.ts';
import { enumValue } from '../runtime/signatures.ts';
import { type TriggerRecord, triggersOf } from '../runtime/trigger-store.ts';
import { type Document, SCOPE, Trigger, TriggerBuilder } from './triggers.ts';

/** What stands for the account when a script calls Google itself. */
export const OAUTH_TOKEN = 'ya29.local-host-token';

export class AuthorizationInfo {
  static readonly api = 'Script.AuthorizationInfo';
  private readonly scopes: readonly string[];

  constructor(scopes: readonly string[]) {
    this.scopes = scopes;
  }

  getAuthorizationStatus(): EnumValue {
    return enumValue('Script.AuthorizationStatus', 'NOT_REQUIRED');
  }

  getAuthorizationUrl(): string | null {
    return null;
  }

  getAuthorizedScopes(): readonly string[] {
    return this.scopes;
  }
}

/** The web app that the script may be published as (reference: script/Service). */
export class Service {
  static readonly api = 'Script.Service';
  private readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }

  /** Null unless a web app is deployed, which the host takes for granted where the script has a doGet or doPost. */
  getUrl(): string | null {
    const { files, scriptId } = this.execution.world;
    const deployed = Object.values(files).some((source) => /\bfunction\s+do(Get|Post)\b/.test(source));
    return deployed ? `https://script.google.com/macros/s/${scriptId}/exec` : null;
  }

  isEnabled(): boolean {
    return this.getUrl() !== null;
  }
}

/** Longest life of a state token, in seconds (reference: script/StateTokenBuilder). */
const STATE_TOKEN_SECONDS = 3600;

/** Builds what a callback of another server is recognised by (reference: script/StateTokenBuilder). */
export class StateTokenBuilder {
  static readonly api = 'Script.StateTokenBuilder';
  private readonly execution: Execution;
  private method = '';
  private seconds = 60;
  private readonly values: Record<string, string> = {};

  constructor(execution: Execution) {
    this.execution = execution;
  }

  withMethod(method: string): this {
    this.method = method;
    return this;
  }

  withArgument(name: string, value: string): this {
    this.values[name] = value;
    return this;
  }

  withTimeout(seconds: number): this {
    if (seconds < 1 || seconds > STATE_TOKEN_SECONDS) throw new ApiError('Invalid argument: seconds');
    this.seconds = seconds;
    return this;
  }

  createToken(): string {
    if (!this.method) throw new ApiError('Invalid argument: method');
    const { method, values } = this;
    const until = this.execution.now() + this.seconds * 1000;
    return Buffer.from(JSON.stringify({ method, values, until })).toString('base64url');
  }
}

/** Triggers, authorisation and publishing (reference: script/ScriptApp). */
export class ScriptApp {
  static readonly api = 'Script.ScriptApp';
  private readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }

  newTrigger(functionName: string): TriggerBuilder {
    return new TriggerBuilder(this.execution, functionName);
  }

  deleteTrigger(trigger: Trigger): void {
    this.execution.requireScope('ScriptApp.deleteTrigger', SCOPE);
    const removed = this.execution.backend({ kind: 'trigger', method: 'ScriptApp.deleteTrigger' }, () =>
      triggersOf(this.execution.world).remove(trigger.record.id),
    );
    if (!removed)
      throw new ApiError('Unexpected error while getting the method or property deleteTrigger on object ScriptApp.');
  }

  getProjectTriggers(): Trigger[] {
    return this.list('ScriptApp.getProjectTriggers', () => true);
  }

  getScriptTriggers(): Trigger[] {
    return this.getProjectTriggers();
  }

  getUserTriggers(document: Document): Trigger[] {
    const id = document.getId();
    return this.list('ScriptApp.getUserTriggers', (record) => record.sourceId === id);
  }

  private list(method: string, wanted: (record: TriggerRecord) => boolean): Trigger[] {
    this.execution.requireScope(method, SCOPE);
    const records = this.execution.backend({ kind: 'trigger', method }, () =>
      triggersOf(this.execution.world).records.filter(
        (one) => one.user === this.execution.effectiveUser && wanted(one),
      ),
    );
    return records.map((record) => new Trigger(record));
  }

  getAuthorizationInfo(): AuthorizationInfo {
    return new AuthorizationInfo(this.execution.scopes ?? []);
  }

  requireAllScopes(): void {
    this.execution.backend({ kind: 'free', method: 'ScriptApp.requireAllScopes' }, () => undefined);
  }

  requireScopes(): void {
    this.execution.backend({ kind: 'free', method: 'ScriptApp.requireScopes' }, () => undefined);
  }

  getInstallationSource(): EnumValue {
    return enumValue('Script.InstallationSource', 'NONE');
  }

  getScriptId(): string {
    return this.execution.world.scriptId;
  }

  getProjectKey(): string {
    return this.execution.world.scriptId;
  }

  getOAuthToken(): string {
    this.execution.requireScope('ScriptApp.getOAuthToken', 'script.external_request');
    return OAUTH_TOKEN;
  }

  /** Null: the host grants no `openid` scope. */
  getIdentityToken(): string | null {
    return null;
  }

  newStateToken(): StateTokenBuilder {
    return new StateTokenBuilder(this.execution);
  }

  getService(): Service {
    return new Service(this.execution);
  }

  invalidateAuth(): void {
    this.execution.backend({ kind: 'free', method: 'ScriptApp.invalidateAuth' }, () => undefined);
  }
}
