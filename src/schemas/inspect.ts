import type { z } from "astro/zod";

/** What a schema says of itself for people: in the reference of all keys, and in messages. */
export interface KeyWords {
  readonly description?: string;
  /** Values as an author may write them. */
  readonly examples?: readonly unknown[];
  /** What holds where the key is absent, in words. */
  readonly absent?: string;
  /** Where a reader or a program finds it. */
  readonly shown?: string;
}

type Definition = {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly items?: readonly z.ZodType[];
};

const definitionOf = (schema: z.ZodType): Definition => schema._zod.def as unknown as Definition;

/** @returns the schemas that say what a value may be: those inside of what makes it optional, has a default or changes it */
export function formsOf(schema: z.ZodType): z.ZodType[] {
  const { innerType, in: input, options } = definitionOf(schema);
  const inside = innerType ? [innerType] : input ? [input] : (options ?? []);
  return inside.length > 0 ? inside.flatMap(formsOf) : [schema];
}

/** @returns the keys of a mapping with their schemas; `undefined` of what is none */
export const keysOf = (schema: z.ZodType): Readonly<Record<string, z.ZodType>> | undefined =>
  formsOf(schema)
    .map((form) => definitionOf(form).shape)
    .find((shape) => shape !== undefined);

/** @returns the schema of the entries of a list, or of the values under keys that are free; `undefined` of what has none */
export const entriesOf = (schema: z.ZodType): z.ZodType | undefined =>
  formsOf(schema)
    .map((form) => definitionOf(form).element ?? definitionOf(form).valueType)
    .find((entry) => entry !== undefined);

/** @returns the schemas that a path of keys leads to; the last is that of the value itself. Shorter where a key is not known. */
export function schemasAlong(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType[] {
  const [key, ...rest] = path;
  if (key === undefined) return [schema];
  const next = keysOf(schema)?.[String(key)] ?? (keysOf(schema) ? undefined : entriesOf(schema));
  return next ? [schema, ...schemasAlong(next, rest)] : [schema];
}

/** @returns what a schema, or what it wraps, says of itself */
export function wordsOf(schema: z.ZodType): KeyWords {
  const { innerType, in: input } = definitionOf(schema);
  const inside = innerType ?? input;
  return { ...(inside && wordsOf(inside)), ...(schema.meta() as KeyWords | undefined) };
}
