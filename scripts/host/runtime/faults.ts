import type { Fault, Meanwhile } from './api.ts';
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

/** What is planned for single calls. A plan counts down by the calls that it is on, over all executions, and strikes once. */
export class FaultPlan {
  private planned: { readonly fault: Fault | Meanwhile; left: number }[] = [];

  add(fault: Fault | Meanwhile): void {
    this.planned.push({ fault, left: fault.nth });
  }

  clear(): void {
    this.planned = [];
  }

  /** Counts a call and gives what strikes it, if anything does. `mail` faults count sends only. */
  strike(call: BackendCall): Fault | Meanwhile | undefined {
    if (this.planned.length === 0) return undefined;
    let struck: Fault | Meanwhile | undefined;
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
