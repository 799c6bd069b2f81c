import { sql } from "kysely";
import { newId, type Work } from "../../database/work.server.ts";
import { foldName } from "../../geography/search.ts";
import { isId } from "../../id.ts";
import type { Actor } from "../../identity/actor.ts";
import { record } from "../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../outcome.ts";
import { type FormContent, formDefinition, type Words } from "../definition.ts";
import { answerablePurposes, findFormPurpose } from "../purpose.ts";
import {
	definitionOfVersion,
	draftOf,
	type FormRefusal,
	type FormVersion,
	type ListedForm,
	latestOf,
	type OpenedForm,
	publishedOf,
} from "./contract.ts";
import * as store from "./store.server.ts";

/** How many changes of a draft can be undone. */
const mostSteps = 50;

/** The forms of the organisation acted for, the last changed first; none for who may not make any. */
export async function listOwnForms(work: Work): Promise<readonly ListedForm[]> {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null) return [];
	const all = await store.listForms(work, sql`f.organisation_id = ${actor.organisationId}`);
	return all.filter(({ purpose }) => findFormPurpose(purpose)?.mayEdit(actor));
}

/** The published forms the actor may begin to answer now. */
export async function listFormsToAnswer(work: Work): Promise<readonly ListedForm[]> {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null) return [];
	const all = await store.listForms(
		work,
		sql`f.closed_at is null and (f.organisation_id = ${actor.organisationId} or f.audience = 'everyone')`,
	);
	// Forms that are begun by their room are not offered by themselves.
	const offered = new Set(answerablePurposes(actor));
	return all.filter(({ purpose, published }) => published !== null && offered.has(purpose));
}

/** The organisation whose forms the actor makes: a person's own, or the one the program works for. */
function actsFor(actor: Actor): string | null {
	if (actor.kind === "person") return actor.organisationId;
	return actor.kind === "system" ? (actor.organisationId ?? null) : null;
}

/** A form with all its versions. */
export async function openForm(work: Work, formId: string): Promise<Outcome<OpenedForm, FormRefusal>> {
	const form = isId(formId) ? await store.findForm(work, formId) : undefined;
	if (!form) return refused("missing");
	const { actor } = work;
	const purpose = findFormPurpose(form.purpose);
	const isOwn = actsFor(actor) === form.organisationId;
	const edit = isOwn && (actor.kind === "system" || (purpose?.mayEdit(actor) ?? false));
	const versions = await store.listVersions(work, form);
	const published = versions.some(({ state }) => state === "published");
	const answer = published && !form.closed && (isOwn || form.audience === "everyone");
	if (!edit && !published) return refused("missing");
	return done({
		form,
		versions: edit ? versions : versions.filter(({ state }) => state === "published"),
		can: { edit, answer: answer && (purpose?.mayAnswer(actor) ?? false) },
	});
}

/** A form the actor may change. */
export async function openOwnForm(work: Work, formId: string): Promise<Outcome<OpenedForm, FormRefusal>> {
	const opened = await openForm(work, formId);
	if (opened.refused) return opened;
	return opened.done.can.edit ? opened : refused("not-allowed");
}

export type NewForm = {
	readonly purpose: string;
	readonly title: Words;
	/** A form of the same organisation to begin from; empty where null. */
	readonly copyOf: string | null;
	/** What it begins with where nothing is copied, such as what was read from a file. */
	readonly content?: FormContent;
};

/** Begins a form of the organisation acted for, as the draft of its first version. */
export async function createForm(work: Work, given: NewForm): Promise<Outcome<{ readonly id: string }, FormRefusal>> {
	const { actor } = work;
	const purpose = findFormPurpose(given.purpose);
	if (!purpose) return refused("purpose-unknown", { field: "purpose" });
	const organisationId = actsFor(actor);
	if (organisationId === null || (actor.kind !== "system" && !purpose.mayEdit(actor))) return refused("not-allowed");
	const by = actor.kind === "person" ? actor.name : "";
	let parts = given.content?.parts ?? [];
	if (given.copyOf !== null) {
		const copied = await openOwnForm(work, given.copyOf);
		if (copied.refused) return refused("missing", { field: "copyOf" });
		parts = latestOf(copied.done)?.content.parts ?? [];
	}
	const key = { organisationId, id: newId() };
	await store.insertForm(work, {
		...{ ...key, key: keyOf(given.title.nb, key.id), purpose: given.purpose, title: given.title },
		...{ audience: purpose.audience, by },
	});
	await store.insertVersion(work, key, { number: 1, content: { title: given.title, parts }, by });
	await record(work, { verb: "form.create", objectKind: "form", objectId: key.id, detail: { purpose: given.purpose } });
	return done({ id: key.id });
}

/** What other systems know a form by: readable, and the organisation's own alone. */
function keyOf(title: string, id: string): string {
	const slug = foldName(title)
		.replace(/[^a-z0-9]+/g, "-")
		.replace(/^-+|-+$/g, "")
		.slice(0, 60);
	return `${/^[a-z]/.test(slug) ? slug : `form-${slug}`}-${id.slice(-8)}`.replace(/-+/g, "-");
}

/** Changes what the draft says. `change` gives the new content, or why it cannot be. */
export async function changeForm(
	work: Work,
	formId: string,
	change: (content: FormContent) => Outcome<FormContent, FormRefusal>,
): Promise<Outcome<{ readonly revision: number }, FormRefusal>> {
	const opened = await openDraft(work, formId);
	if (opened.refused) return opened;
	const { form, draft, by } = opened.done;
	const changed = change(draft.content);
	if (changed.refused) return changed;
	await store.updateDraft(work, form, draft, { content: changed.done, by, mostSteps });
	await record(work, { verb: "form.change", objectKind: "form", objectId: formId, detail: { version: draft.number } });
	return done({ revision: draft.revision + 1 });
}

/** Takes back the last change of the draft, whoever made it. */
export async function undoChange(work: Work, formId: string): Promise<Outcome<undefined, FormRefusal>> {
	const opened = await openDraft(work, formId);
	if (opened.refused) return opened;
	const { form, draft, by } = opened.done;
	if (!(await store.undoStep(work, form, draft, by))) return refused("nothing-to-undo");
	await record(work, { verb: "form.undo", objectKind: "form", objectId: formId, detail: { version: draft.number } });
	return done(undefined);
}

type OpenedDraft = OpenedForm & { readonly draft: FormVersion; readonly by: string };

async function openDraft(work: Work, formId: string): Promise<Outcome<OpenedDraft, FormRefusal>> {
	const opened = await openOwnForm(work, formId);
	if (opened.refused) return opened;
	const draft = draftOf(opened.done);
	if (!draft) return refused("no-draft");
	return done({ ...opened.done, draft, by: work.actor.kind === "person" ? work.actor.name : "" });
}

/** Publishes the draft: from now on it is answered, and never changed. Refused while something in it is wrong. */
export async function publishForm(
	work: Work,
	formId: string,
	revision: number,
): Promise<Outcome<{ readonly number: number }, FormRefusal>> {
	const opened = await openDraft(work, formId);
	if (opened.refused) return opened;
	const { form, draft, by } = opened.done;
	// What is published is what was looked at.
	if (draft.revision !== revision) return refused("changed-by-another");
	if (!formDefinition.safeParse(definitionOfVersion(formId, draft)).success) return refused("not-ready");
	await store.markPublished(work, form, draft.number, by);
	await record(work, { verb: "form.publish", objectKind: "form", objectId: formId, detail: { version: draft.number } });
	return done({ number: draft.number });
}

/** Begins the next version, from what is published. */
export async function beginVersion(work: Work, formId: string): Promise<Outcome<undefined, FormRefusal>> {
	const opened = await openOwnForm(work, formId);
	if (opened.refused) return opened;
	if (draftOf(opened.done)) return refused("draft-stands");
	const published = publishedOf(opened.done);
	if (!published) return refused("not-published");
	await store.insertVersion(work, opened.done.form, {
		...{ number: published.number + 1, content: published.content },
		by: work.actor.kind === "person" ? work.actor.name : "",
	});
	await record(work, {
		verb: "form.change",
		objectKind: "form",
		objectId: formId,
		detail: { version: published.number + 1 },
	});
	return done(undefined);
}

/** Throws the draft away; with it the form, where it was never published. */
export async function discardDraft(
	work: Work,
	formId: string,
): Promise<Outcome<{ readonly isGone: boolean }, FormRefusal>> {
	const opened = await openDraft(work, formId);
	if (opened.refused) return opened;
	await store.deleteDraft(work, opened.done.form, opened.done.draft.number);
	await record(work, {
		...{ verb: "form.discard", objectKind: "form", objectId: formId, detail: { version: opened.done.draft.number } },
	});
	return done({ isGone: publishedOf(opened.done) === undefined });
}

/** Takes no new answers from now on, or takes them again. What was begun can still be sent. */
export async function closeForm(work: Work, formId: string, closed: boolean): Promise<Outcome<undefined, FormRefusal>> {
	const opened = await openOwnForm(work, formId);
	if (opened.refused) return opened;
	await store.setClosed(work, opened.done.form, closed);
	await record(work, { verb: closed ? "form.close" : "form.reopen", objectKind: "form", objectId: formId });
	return done(undefined);
}

/** How many changes of the draft can be undone. */
export async function countUndoable(work: Work, formId: string): Promise<number> {
	const form = isId(formId) ? await store.findForm(work, formId) : undefined;
	return form ? store.countSteps(work, form) : 0;
}
