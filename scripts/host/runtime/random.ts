/** A small seeded generator of 32-bit numbers (splitmix32). The state is one number, so that it can be kept. */
export class SeededRandom {
  state: number;

  constructor(seed: number) {
    this.state = seed | 0;
  }

  /** A number from 0 up to but not including 1. */
  next(): number {
    this.state = (this.state + 0x9e3779b9) | 0;
    let mixed = this.state ^ (this.state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    mixed ^= mixed >>> 15;
    return (mixed >>> 0) / 0x1_0000_0000;
  }

  /** An integer from 0 up to but not including `below`. */
  integer(below: number): number {
    return Math.floor(this.next() * below);
  }
}

/** Mixes numbers into a seed of 32 bits. */
export function mixSeed(...parts: readonly number[]): number {
  let mixed = 0x811c9dc5;
  for (const part of parts) mixed = Math.imul(mixed ^ (part | 0), 0x01000193) ^ (mixed >>> 13);
  return mixed | 0;
}
