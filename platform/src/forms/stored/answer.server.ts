import { sql } from "kysely";
import { newId, type Work } from "../../database/work.server.ts";
import { isId } from "../../id.ts";
import { record } from "../../identity/audit.server.ts";
import { issueLink, spendLink } from "../../identity/link-token.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../outcome.ts";
import { askedValues } from "../answers.ts";
import { checkAnswers } from "../check.ts";
import type { Answers, FormDefinition } from "../definition.ts";
import { findFormPurpose } from "../purpose.ts";
import type { FormCode } from "../refusals.ts";
import type { AnswerValues } from "../walk.ts";
import {
	definitionOfVersion,
	type FormRefusal,
	type OpenedAnswer,
	publishedOf,
	type StoredAnswer,
} from "./contract.ts";
import { copyFiles, dropFiles, insertFiles, listFileNames, type SentFile } from "./file.server.ts";
import { openForm, openOwnForm } from "./form.server.ts";
import * as store from "./store.server.ts";

/** What links to answers are for. */
export const answerPurpose = "form-answer";

function nameOf(work: Work, answer?: StoredAnswer): string {
	return work.actor.kind === "person" ? work.actor.name : (answer?.answeredFor ?? "");
}

/**
 * Begins to answer the newest published version, on behalf of the organisation acted for. A draft is private to who began
 * it until it is shared with colleagues or sent.
 * @param given.values what is known already, by path, for a room that fills in; nothing else
 * @param given.number the published version to answer, where a room has bound it
 */
export async function beginAnswer(
	work: Work,
	formId: string,
	{
		answeredFor = "",
		values = {},
		number,
	}: { readonly answeredFor?: string; readonly values?: AnswerValues; readonly number?: number } = {},
): Promise<Outcome<{ readonly id: string }, FormRefusal>> {
	const opened = await openForm(work, formId);
	if (opened.refused) return opened;
	const { form, can, versions } = opened.done;
	const { actor } = work;
	const isBound = (one: (typeof versions)[number]) => one.number === number && one.state === "published";
	const published = number === undefined ? publishedOf(opened.done) : versions.find(isBound);
	if (!published) return refused("not-published");
	if (form.closed) return refused("closed");
	const isProgram = actor.kind === "system";
	if (!(isProgram || (can.answer && actor.kind === "person")) || !actor.organisationId) return refused("not-allowed");
	const id = newId();
	await store.insertAnswer(work, {
		...{ organisationId: actor.organisationId, id, askerId: form.organisationId, formId, number: published.number },
		...{ personId: isProgram ? null : actor.personId, byLink: false },
		...{ shared: findFormPurpose(form.purpose)?.shared ?? false, answeredFor, values },
		by: isProgram ? "" : actor.name,
	});
	await record(work, { verb: "form-answer.begin", objectKind: "form-answer", objectId: id, detail: { form: formId } });
	return done({ id });
}

/**
 * Asks somebody without an account: makes a draft that only the link can open, and the link. Who may change the form may
 * ask. The path holds a secret that is stored nowhere else.
 */
export async function askByLink(
	work: Work,
	formId: string,
	asked: {
		readonly name: string;
		readonly email: string | null;
		readonly reason: string;
		readonly days: number;
		readonly values?: AnswerValues;
	},
): Promise<Outcome<{ readonly id: string; readonly path: string }, FormRefusal>> {
	const opened = await openOwnForm(work, formId);
	if (opened.refused) return opened;
	const { form } = opened.done;
	const published = publishedOf(opened.done);
	if (!published) return refused("not-published");
	if (form.closed) return refused("closed");
	const id = newId();
	await store.insertAnswer(work, {
		...{ organisationId: form.organisationId, id, askerId: form.organisationId, formId, number: published.number },
		...{ personId: null, byLink: true, shared: false, answeredFor: asked.name, values: asked.values ?? {}, by: "" },
	});
	const { path } = await issueLink(work, {
		...{ purpose: answerPurpose, objectKind: "form-answer", objectId: id, reason: asked.reason, days: asked.days },
		...{ recipientName: asked.name, recipientEmail: asked.email },
	});
	return done({ id, path });
}

/** Answers with the version they were given to: one's own, colleagues' that are shared, those sent to one's organisation, the link's. */
export async function openAnswer(work: Work, answerId: string): Promise<Outcome<OpenedAnswer, FormRefusal>> {
	if (!isId(answerId)) return refused("missing");
	const { actor } = work;
	if (actor.kind === "link" && (actor.purpose !== answerPurpose || actor.objectId !== answerId))
		return refused("missing");
	const [found] = await store.findAnswers(work, sql`id = ${answerId}`);
	if (!found) return refused("missing");
	const definition = await definitionFor(work, found.answer);
	if (!definition) return refused("missing");
	const write = found.answer.state === "draft";
	const isOwn = actor.kind === "person" && found.answer.personId === actor.personId;
	return done({
		...found,
		definition,
		can: { write, share: write && isOwn && !found.answer.shared, discard: write && isOwn },
	});
}

async function definitionFor(
	work: Work,
	{ askerId, formId, number }: Pick<StoredAnswer, "askerId" | "formId" | "number">,
): Promise<FormDefinition | undefined> {
	const versions = await store.listVersions(work, { organisationId: askerId, id: formId });
	const version = versions.find((one) => one.number === number);
	return version && definitionOfVersion(formId, version);
}

/** Writes a draft in the revision it was read in. Whatever is answered is kept: a draft is never refused for what it says. */
export async function saveAnswers(
	work: Work,
	answerId: string,
	{
		values,
		revision,
		files = [],
	}: {
		readonly values: AnswerValues;
		readonly revision: number | null;
		/** New files the values name. */
		readonly files?: readonly SentFile[];
	},
): Promise<Outcome<{ readonly version: number }, FormRefusal>> {
	const opened = await openAnswer(work, answerId);
	if (opened.refused) return opened;
	const { answer, can } = opened.done;
	if (!can.write) return refused("submitted");
	if (revision !== answer.revision) return refused("changed-by-another");
	if (!(await store.updateAnswer(work, answer, { values, by: nameOf(work, answer) })))
		return refused("changed-by-another");
	await insertFiles(work, answer, files);
	await record(work, { verb: "form-answer.change", objectKind: "form-answer", objectId: answerId });
	return done({ version: answer.revision + 1 });
}

/** Sends answers in: judged by their version, and from then on never changed. What was not asked is not sent. */
export async function submitAnswers(
	work: Work,
	answerId: string,
	revision: number,
): Promise<Outcome<undefined, FormRefusal | FormCode | "link-spent">> {
	const opened = await openAnswer(work, answerId);
	if (opened.refused) return opened;
	const { answer, answers, definition, can } = opened.done;
	if (!can.write) return refused("submitted");
	if (revision !== answer.revision) return refused("changed-by-another");
	const { refusals } = checkAnswers(definition, answers, "submission");
	if (refusals.length > 0) return refusedAll(refusals);
	const by = nameOf(work, answer);
	const values = askedValues(definition.parts, answers.values);
	await dropFiles(work, answer, values);
	if (!(await store.updateAnswer(work, answer, { values, submittedBy: by, by }))) return refused("changed-by-another");
	if (work.actor.kind === "link") {
		const spent = await spendLink(work, answerPurpose);
		if (spent.refused) return spent;
	}
	await record(work, {
		verb: "form-answer.submit",
		objectKind: "form-answer",
		objectId: answerId,
	});
	return done(undefined);
}

/** Lets colleagues at the same organisation read and write the draft. */
export async function shareAnswers(work: Work, answerId: string): Promise<Outcome<undefined, FormRefusal>> {
	const opened = await openAnswer(work, answerId);
	if (opened.refused) return opened;
	const { answer, can } = opened.done;
	if (!can.share) return refused("not-allowed");
	await store.updateAnswer(work, answer, { shared: true, by: nameOf(work) });
	await record(work, { verb: "form-answer.share", objectKind: "form-answer", objectId: answerId });
	return done(undefined);
}

/** Throws a draft away. */
export async function discardAnswers(work: Work, answerId: string): Promise<Outcome<undefined, FormRefusal>> {
	const opened = await openAnswer(work, answerId);
	if (opened.refused) return opened;
	if (!opened.done.can.discard) return refused("not-allowed");
	await store.deleteAnswer(work, opened.done.answer);
	await record(work, { verb: "form-answer.discard", objectKind: "form-answer", objectId: answerId });
	return done(undefined);
}

/** Begins a draft that says what sent answers say, files and all, to be changed and sent anew: sent ones never change. */
export async function reviseAnswers(
	work: Work,
	answerId: string,
): Promise<Outcome<{ readonly id: string }, FormRefusal>> {
	const opened = await openAnswer(work, answerId);
	if (opened.refused) return opened;
	const { answer, answers } = opened.done;
	const { actor } = work;
	if (actor.kind === "link" || actor.kind === "nobody" || actor.organisationId !== answer.organisationId)
		return refused("not-allowed");
	const id = newId();
	const names = new Map(Object.keys(await listFileNames(work, answer)).map((fileId) => [fileId, newId()] as const));
	const values = Object.fromEntries(
		Object.entries(answers.values).map(([path, value]) => [
			path,
			typeof value === "object" ? value.map((one) => names.get(one) ?? one) : value,
		]),
	);
	await store.insertAnswer(work, {
		...{ organisationId: answer.organisationId, id, askerId: answer.askerId, formId: answer.formId },
		...{ number: answer.number, personId: actor.kind === "person" ? actor.personId : null, byLink: false },
		...{ shared: answer.shared, answeredFor: answer.answeredFor, values, by: nameOf(work) },
	});
	await copyFiles(work, answer, id, names);
	await record(work, {
		...{ verb: "form-answer.begin", objectKind: "form-answer", objectId: id, detail: { form: answer.formId } },
	});
	return done({ id });
}

export type GivenAnswers = { readonly answer: StoredAnswer; readonly answers: Answers };

/** What has been sent in to a form, to any version, the newest first. */
export function listAnswersTo(work: Work, formId: string): Promise<readonly GivenAnswers[]> {
	return store.findAnswers(work, sql`form_id = ${formId} and state = 'submitted'`);
}

/** The actor's own answers and drafts, and drafts colleagues share. */
export function listOwnAnswers(work: Work): Promise<readonly GivenAnswers[]> {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null) return Promise.resolve([]);
	return store.findAnswers(
		work,
		sql`organisation_id = ${actor.organisationId} and (person_id = ${actor.personId} or (shared and state = 'draft'))`,
	);
}
