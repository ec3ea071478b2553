import { createHash } from 'node:crypto';
import type { Execution } from '../runtime/contract.ts';

/** A user, as scripts see one (reference: base/User). The address is empty where Apps Script does not tell it. */
export class User {
  static readonly api = 'Base.User';
  private readonly email: string;

  constructor(email: string) {
    this.email = email;
  }

  getEmail(): string {
    return this.email;
  }

  getUserLoginId(): string {
    return this.email;
  }

  toString(): string {
    return this.email;
  }
}

/** Who runs the script, where and in which language (reference: base/Session). */
export class Session {
  static readonly api = 'Base.Session';
  private readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }

  getActiveUser(): User {
    return new User(this.execution.activeUser);
  }

  getEffectiveUser(): User {
    this.execution.requireScope('Session.getEffectiveUser', 'userinfo.email');
    return new User(this.execution.effectiveUser);
  }

  getUser(): User {
    return this.getActiveUser();
  }

  getActiveUserLocale(): string {
    return this.execution.world.locale.split('_')[0] ?? 'en';
  }

  getScriptTimeZone(): string {
    return this.execution.world.timeZone;
  }

  getTimeZone(): string {
    return this.execution.world.timeZone;
  }

  getTemporaryActiveUserKey(): string {
    return createHash('sha256')
      .update(`${this.execution.world.scriptId}:${this.execution.activeUser}`)
      .digest('base64');
  }
}
