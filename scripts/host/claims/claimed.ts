import type { EnumValue } from '../runtime/contract.ts';

type Method = (...args: never[]) => unknown;

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Enumerations are numbers in the published types and objects in the host, as they are at Google. */
type Scalar<T extends number> = Same<T, number> extends true ? number : EnumValue;

/** What a host method must take where a script may pass a `T`. Objects are the membrane's to tell apart. */
type Taken<T> = T extends number
  ? Scalar<T>
  : T extends string | boolean | Date | null | undefined
    ? T
    : T extends readonly (infer E)[]
      ? readonly Taken<E>[]
      : never;

/** What a host method may give where a `T` is published. Null is the documentation's to tell: the types leave it out. */
type Given<T> = T extends void
  ? unknown
  : T extends number
    ? Scalar<T> | null
    : T extends string
      ? string | null
      : T extends boolean | Date | null | undefined
        ? T | null
        : T extends readonly (infer E)[]
          ? readonly Given<E>[] | null
          : Claimed<T> | null;

type Call<A extends readonly unknown[], R> = (...args: { [I in keyof A]: Taken<A[I]> }) => Given<R>;

/** A method of the host that answers each of up to six published overloads. */
type Overloads<F> = F extends {
  (...args: infer A): infer Q;
  (...args: infer B): infer R;
  (...args: infer C): infer S;
  (...args: infer D): infer T;
  (...args: infer E): infer U;
  (...args: infer G): infer V;
}
  ? Call<A, Q> & Call<B, R> & Call<C, S> & Call<D, T> & Call<E, U> & Call<G, V>
  : never;

/** A published class as the host may have it. */
type Claimed<P> = {
  readonly [K in keyof P as string extends K ? never : K]?: P[K] extends Method ? Overloads<P[K]> : unknown;
};

/** Stands for the compiler's answer: no object of it is ever made. */
export type Holds<Host extends Claimed<Published>, Published> = Host;
