import type { Fault } from './api.ts';
import type { BackendCall } from './contract.ts';

const SERVER_ERROR = "We're sorry, a server error occurred. Please wait a bit and try again.";

/** Ends an execution from inside: nothing that the script does afterwards has an effect. */
export class EndOfExecution extends Error {
  readonly status: 'killed' | 'timed out' | 'suspended';
  constructor(status: 'killed' | 'timed out' | 'suspended', message: string) {
    super(message);
    this.status = status;
  }
}

/** The planned failures. A fault counts down by the calls that it is on, over all executions, and strikes once. */
export class FaultPlan {
  private planned: { readonly fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.planned.push({ fault, left: fault.nth });
  }

  clear(): void {
    this.planned = [];
  }

  /** Counts a call and gives the fault that strikes it, if one does. `mail` faults count sends only. */
  strike(call: BackendCall): Fault | undefined {
    if (this.planned.length === 0) return undefined;
    let struck: Fault | undefined;
    for (const plan of this.planned) {
      const { on } = plan.fault;
      if (on !== 'any' && on !== call.kind && on !== call.method) continue;
      plan.left -= 1;
      if (plan.left === 0) struck ??= plan.fault;
    }
    this.planned = this.planned.filter((plan) => plan.left > 0);
    return struck;
  }
}

/** The text of the exception that a fault throws. */
export function faultMessage(fault: Fault): string {
  return fault.message ?? SERVER_ERROR;
}
