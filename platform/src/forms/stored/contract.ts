import { z } from "zod";
import type { Answers, FormContent, FormDefinition, Words } from "../definition.ts";

/** A form as its list shows it. */
export type ListedForm = {
	readonly id: string;
	readonly title: Words;
	readonly purpose: string;
	/** The newest published version; null where none is. */
	readonly published: number | null;
	/** The number of the version that is being made; null where none is. */
	readonly draft: number | null;
	/** How many answers have been submitted, to any version. */
	readonly answers: number;
	readonly changedAt: Date;
	readonly closed: boolean;
};

export type FormVersion = {
	readonly number: number;
	readonly state: "draft" | "published";
	readonly content: FormContent;
	readonly revision: number;
	readonly changedAt: Date;
	readonly changedBy: string;
	readonly publishedAt: Date | null;
	readonly publishedBy: string | null;
};

export type StoredForm = {
	readonly id: string;
	readonly organisationId: string;
	readonly key: string;
	readonly purpose: string;
	readonly title: Words;
	readonly audience: "own" | "everyone";
	readonly closed: boolean;
};

export type OpenedForm = {
	readonly form: StoredForm;
	/** The newest first. */
	readonly versions: readonly FormVersion[];
	readonly can: { readonly edit: boolean; readonly answer: boolean };
};

/** What the newest version says: the draft where there is one. */
export function latestOf({ versions }: OpenedForm): FormVersion | undefined {
	return versions[0];
}

export function draftOf({ versions }: OpenedForm): FormVersion | undefined {
	return versions.find(({ state }) => state === "draft");
}

export function publishedOf({ versions }: OpenedForm): FormVersion | undefined {
	return versions.find(({ state }) => state === "published");
}

/** A version as the definition that answers are read by. */
export function definitionOfVersion(
	formId: string,
	{ number, content }: Pick<FormVersion, "number" | "content">,
): FormDefinition {
	return { id: formId, version: number, title: content.title, parts: [...content.parts] };
}

export type StoredAnswer = {
	readonly id: string;
	readonly organisationId: string;
	readonly askerId: string;
	readonly formId: string;
	readonly number: number;
	readonly personId: string | null;
	readonly byLink: boolean;
	readonly shared: boolean;
	readonly answeredFor: string;
	readonly state: "draft" | "submitted";
	readonly revision: number;
	readonly changedAt: Date;
	readonly changedBy: string;
	readonly submittedAt: Date | null;
	readonly submittedBy: string | null;
};

export type OpenedAnswer = {
	readonly answer: StoredAnswer;
	readonly answers: Answers;
	readonly definition: FormDefinition;
	readonly can: {
		readonly write: boolean;
		/** Let colleagues write with one. */
		readonly share: boolean;
		readonly discard: boolean;
	};
};

export type FormRefusal =
	| "missing"
	| "not-allowed"
	| "purpose-unknown"
	| "part-unknown"
	| "changed-by-another"
	| "not-here"
	| "not-in-table"
	| "nothing-to-undo"
	| "not-ready"
	| "no-draft"
	| "draft-stands"
	| "closed"
	| "not-published"
	| "submitted"
	| "nothing-asked"
	| "has-answers";

const title = z.string().max(200);
/** What is asked of who begins a form: from nothing, as a copy of one, or from a file that was exported. */
export const newForm = z.object({
	...{ purpose: z.string(), titleNb: title.min(1), titleNn: title.optional(), titleEn: title.optional() },
	...{ copyOf: z.string().nullable(), file: z.file().max(1_000_000).nullable() },
});
