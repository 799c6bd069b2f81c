import { createContext, use } from "react";
import type { Refusal } from "../outcome.ts";

/** What a person typed, by field name: comes back with the refusals, so that nothing has to be typed again. */
export type Given = Readonly<Record<string, string | readonly string[]>>;

/** What a page sends back with 422. `parseForm` makes it; after a refused command the page puts the two together. */
export type RefusedForm = { readonly refusals: readonly Refusal[]; readonly given: Given };

/** A value as a field can show it. Dates are plain dates, YYYY-MM-DD. */
export type FieldValue = string | number | boolean | null | undefined | readonly string[];

export type FormState = {
	/** Goes before each field's id, for pages with several forms. */
	readonly prefix: string;
	readonly refused: RefusedForm | undefined;
	readonly values: Readonly<Record<string, FieldValue>>;
	readonly labels: Readonly<Record<string, string>>;
	readonly say: (refusal: Refusal) => string;
	readonly busy: boolean;
};

export const FormContext = createContext<FormState>({
	prefix: "",
	refused: undefined,
	values: {},
	labels: {},
	say: (refusal) => refusal.code,
	busy: false,
});

/** The form around this component. */
export function useFormState(): FormState {
	return use(FormContext);
}

/** The id of a field's control: where a link in the error summary leads. */
export function fieldId(prefix: string, name: string): string {
	return prefix + name;
}
