import type { z } from "astro/zod";

/** Documentation of a key, for the generated reference and for messages. */
interface KeyWords {
  readonly description?: string;
  /** Example values. */
  readonly examples?: readonly unknown[];
  /** What applies where the key is absent. */
  readonly absent?: string;
  /** Where the value is shown. */
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

/** @returns the underlying schemas of a value, without optional, default and transform wrappers */
export function formsOf(schema: z.ZodType): z.ZodType[] {
  const { innerType, in: input, options } = definitionOf(schema);
  const inside = innerType ? [innerType] : input ? [input] : (options ?? []);
  return inside.length > 0 ? inside.flatMap(formsOf) : [schema];
}

/** Keys with the schemas of their values. */
type Keys = Readonly<Record<string, z.ZodType>>;

/** @returns the keys of each object that a value may be; empty where it may be none */
export const objectsOf = (schema: z.ZodType): Keys[] =>
  formsOf(schema)
    .map((form) => definitionOf(form).shape)
    .filter((keys) => keys !== undefined);

/** @returns the keys of all objects that a value may be, a shared one as the first has it; `undefined` for other schemas */
export function keysOf(schema: z.ZodType): Keys | undefined {
  const [first, ...others] = objectsOf(schema);
  return first && { ...first, ...Object.assign({}, ...others), ...first };
}

/** @returns the schema of the elements of an array or the values of a record; `undefined` for other schemas */
export const entriesOf = (schema: z.ZodType): z.ZodType | undefined =>
  formsOf(schema)
    .map((form) => definitionOf(form).element ?? definitionOf(form).valueType)
    .find((entry) => entry !== undefined);

/** @returns the schemas along a path of keys, ending with that of the value; shorter where a key is unknown */
export function schemasAlong(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType[] {
  const [key, ...rest] = path;
  if (key === undefined) return [schema];
  const next = keysOf(schema)?.[String(key)] ?? (keysOf(schema) ? undefined : entriesOf(schema));
  return next ? [schema, ...schemasAlong(next, rest)] : [schema];
}

/** @returns the documentation of a schema or of the one that it wraps */
export function wordsOf(schema: z.ZodType): KeyWords {
  const { innerType, in: input } = definitionOf(schema);
  const inside = innerType ?? input;
  return { ...(inside && wordsOf(inside)), ...(schema.meta() as KeyWords | undefined) };
}
