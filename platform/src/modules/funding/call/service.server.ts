import { newId, type Work } from "../../../database/work.server.ts";
import { type FormContent, formDefinition, type Words } from "../../../forms/definition.ts";
import { definitionOfVersion, draftOf, latestOf, publishedOf } from "../../../forms/stored/contract.ts";
import { beginVersion, createForm, openForm, publishForm } from "../../../forms/stored/form.server.ts";
import { isId } from "../../../id.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { mayOf } from "../asker.server.ts";
import type { CallWay, FundingRefusal } from "../contract.ts";
import { findScheme } from "../scheme/service.server.ts";
import { applicationTemplate, reportPrepared, reportTemplate } from "../template/forms.ts";
import { type CallContent, type CallDraft, type CallVersion, emptyContent, type StoredCall } from "./contract.ts";
import { type CallForm, lacksOf, refuseMoney } from "./rules.ts";
import * as store from "./store.server.ts";

export type OpenedCall = {
	readonly call: StoredCall;
	/** What it says now, and what it has said; the newest first. */
	readonly versions: readonly CallVersion[];
	/** Only for those who write it. */
	readonly draft: CallDraft | null;
	readonly can: { readonly edit: boolean; readonly ask: boolean; readonly apply: boolean };
};

/** A call: published ones for everybody signed in, others for those who write them. */
export async function openCall(work: Work, id: string): Promise<Outcome<OpenedCall, FundingRefusal>> {
	const call = isId(id) ? await store.findCall(work, id) : undefined;
	if (!call) return refused("missing");
	const may = await mayOf(work);
	const isOwn = may.organisationId === call.organisationId;
	const edit = isOwn && call.withdrawnAt === null && (call.way === "outside" ? may.apply : may.makeCalls);
	const draft = edit ? await store.findDraft(work, call) : undefined;
	if (call.published === null && call.way === "here" && !edit) return refused("missing");
	if (call.way === "outside" && !(isOwn && may.apply)) return refused("missing");
	const isOut = call.published !== null && call.withdrawnAt === null;
	return done({
		...{ call, versions: await store.listVersions(work, call), draft: draft ?? null },
		can: { edit: draft !== undefined, ask: isOut && !isOwn && may.ask, apply: isOut && may.apply },
	});
}

type Writing = OpenedCall & { readonly draft: CallDraft; readonly by: string };

/** A call the actor may write. */
export async function openWriting(work: Work, id: string): Promise<Outcome<Writing, FundingRefusal>> {
	const opened = await openCall(work, id);
	if (opened.refused) return opened;
	const { draft } = opened.done;
	if (!draft) return refused("not-allowed");
	return done({ ...opened.done, draft, by: nameOf(work) });
}

function nameOf({ actor }: Work): string {
	return actor.kind === "person" ? actor.name : "";
}

/**
 * Begins a call. One that is answered here gets its two forms at once, the application's and the report's: what is asked in
 * the end is written together with what is asked in the beginning.
 */
export async function beginCall(
	work: Work,
	{ way, title, schemeId }: { readonly way: CallWay; readonly title: string; readonly schemeId: string | null },
): Promise<Outcome<{ id: string }, FundingRefusal>> {
	const may = await mayOf(work);
	if (may.organisationId === null || !(way === "here" ? may.makeCalls : may.apply)) return refused("not-allowed");
	const scheme = schemeId === null ? undefined : await findScheme(work, schemeId);
	if (schemeId !== null && !scheme) return refused("scheme-unknown", { field: "schemeId" });
	const key = { organisationId: may.organisationId, id: newId() };
	const forms = way === "here" ? await makeForms(work, title) : { application: null, report: null };
	if (forms === undefined) return refused("not-allowed");
	const regulation = scheme?.regulation ?? "";
	const prepared = way === "here" ? { ...reportPrepared } : {};
	await store.insertCall(work, key, {
		...{ way, content: { ...emptyContent, title, schemeId, regulation, prepared } },
		...{ schemeKeeper: scheme?.organisationId ?? null, by: nameOf(work) },
		...{ applicationFormId: forms.application, reportFormId: forms.report },
	});
	await record(work, { verb: "funding-call.create", objectKind: "funding-call", objectId: key.id, detail: { way } });
	return done({ id: key.id });
}

async function makeForms(work: Work, title: string) {
	const application = await makeForm(work, "funding-application", applicationTemplate(formTitle("application", title)));
	const report = await makeForm(work, "funding-report", reportTemplate(formTitle("report", title)));
	return application === undefined || report === undefined ? undefined : { application, report };
}

async function makeForm(work: Work, purpose: string, content: FormContent): Promise<string | undefined> {
	return (await createForm(work, { purpose, title: content.title, copyOf: null, content })).done?.id;
}

function formTitle(what: "application" | "report", title: string): Words {
	const short = title.slice(0, 160);
	return what === "application"
		? { nb: `Søknad: ${short}`, nn: `Søknad: ${short}`, en: `Application: ${short}` }
		: { nb: `Rapport: ${short}`, nn: `Rapport: ${short}`, en: `Report: ${short}` };
}

/** Makes a form of the call anew, where its draft was thrown away. */
export async function remakeForm(
	work: Work,
	id: string,
	which: "application" | "report",
): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openWriting(work, id);
	if (opened.refused) return opened;
	const { call, draft, by } = opened.done;
	const isThere = which === "application" ? draft.applicationFormId : draft.reportFormId;
	if (call.way !== "here" || isThere !== null) return refused("missing");
	const title = formTitle(which, draft.content.title);
	const content = which === "application" ? applicationTemplate(title) : reportTemplate(title);
	const formId = await makeForm(work, `funding-${which}`, content);
	if (formId === undefined) return refused("not-allowed");
	const schemeKeeper = await keeperOf(work, draft.content.schemeId);
	const form = which === "application" ? { applicationFormId: formId } : { reportFormId: formId };
	if (!(await store.updateDraft(work, call, draft.revision, { content: draft.content, schemeKeeper, by, ...form })))
		return refused("changed-by-another");
	await record(work, { verb: "funding-call.change", objectKind: "funding-call", objectId: id });
	return done(undefined);
}

async function keeperOf(work: Work, schemeId: string | null): Promise<string | null> {
	return schemeId === null ? null : ((await findScheme(work, schemeId))?.organisationId ?? null);
}

/** Writes some of what a call says, in the revision it was read in. Days and amounts that contradict each other are refused. */
export async function changeCall(
	work: Work,
	id: string,
	{ version, ...change }: Partial<CallContent> & { readonly version: number },
): Promise<Outcome<{ readonly version: number }, FundingRefusal>> {
	const opened = await openWriting(work, id);
	if (opened.refused) return opened;
	const { call, draft, by } = opened.done;
	if (version !== draft.revision) return refused("changed-by-another");
	const content = { ...draft.content, ...change };
	const refusals = refuseMoney(content);
	if (refusals.length > 0) return refusedAll(refusals);
	const schemeKeeper = await keeperOf(work, content.schemeId);
	if (content.schemeId !== null && schemeKeeper === null) return refused("scheme-unknown", { field: "schemeId" });
	if (!(await store.updateDraft(work, call, version, { content, schemeKeeper, by })))
		return refused("changed-by-another");
	await record(work, { verb: "funding-call.change", objectKind: "funding-call", objectId: id });
	return done({ version: version + 1 });
}

/** The two forms of a call as they stand in their newest version, for those who write it. */
export async function readForms(
	work: Work,
	{ applicationFormId, reportFormId }: Pick<CallDraft, "applicationFormId" | "reportFormId">,
): Promise<{ readonly application: CallForm; readonly report: CallForm }> {
	return { application: await readForm(work, applicationFormId), report: await readForm(work, reportFormId) };
}

async function readForm(work: Work, formId: string | null): Promise<CallForm> {
	const opened = formId === null ? undefined : (await openForm(work, formId)).done;
	const latest = opened && latestOf(opened);
	if (formId === null || !latest) return null;
	const definition = definitionOfVersion(formId, latest);
	return { definition, isReady: latest.state === "published" || formDefinition.safeParse(definition).success };
}

/** What a published version of a form asks; undefined where it is not there. */
export async function readPublishedForm(work: Work, formId: string, number: number) {
	const opened = (await openForm(work, formId)).done;
	const version = opened?.versions.find((one) => one.number === number && one.state === "published");
	return version && definitionOfVersion(formId, version);
}

/**
 * Publishes what the draft says as the next version, with its forms. From then on it is never changed: the next version
 * says what is new, and binds only those who apply to it. Refused while something is lacking, such as a report question
 * that nothing prepares.
 */
export async function publishCall(
	work: Work,
	id: string,
	{ version, note }: { readonly version: number; readonly note: string },
): Promise<Outcome<{ readonly number: number }, FundingRefusal>> {
	const opened = await openWriting(work, id);
	if (opened.refused) return opened;
	const { call, draft, by } = opened.done;
	if (call.way === "outside") return refused("not-allowed");
	if (version !== draft.revision) return refused("changed-by-another");
	if (call.published !== null && note === "") return refused("note-missing", { field: "note" });
	const { application, report } = await readForms(work, draft);
	if (lacksOf(draft.content, application, report).length > 0) return refused("not-ready");
	const { schemeId, opensOn, closesOn } = draft.content;
	const schemeKeeper = await keeperOf(work, schemeId);
	if (schemeId === null || schemeKeeper === null || opensOn === null || closesOn === null) return refused("not-ready");
	const applicationForm = await publishNewest(work, draft.applicationFormId);
	const reportForm = await publishNewest(work, draft.reportFormId);
	if (!applicationForm || !reportForm) return refused("not-ready");
	const number = (call.published ?? 0) + 1;
	await store.insertVersion(work, call, {
		...{ number, content: draft.content, schemeKeeper, schemeId, opensOn, closesOn, note, by },
		...{ application: applicationForm, report: reportForm },
	});
	await record(work, {
		...{ verb: "funding-call.publish", objectKind: "funding-call", objectId: id, detail: { version: number } },
	});
	return done({ number });
}

async function publishNewest(work: Work, formId: string | null) {
	const opened = formId === null ? undefined : (await openForm(work, formId)).done;
	if (formId === null || !opened) return undefined;
	const draft = draftOf(opened);
	if (!draft) {
		const published = publishedOf(opened);
		return published && { formId, number: published.number };
	}
	const outcome = await publishForm(work, formId, draft.revision);
	return outcome.done && { formId, number: outcome.done.number };
}

/** Begins the next version of one of a call's forms, where it is published. */
export async function reopenForm(work: Work, id: string, formId: string): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openWriting(work, id);
	if (opened.refused) return opened;
	const { applicationFormId, reportFormId } = opened.done.draft;
	if (formId !== applicationFormId && formId !== reportFormId) return refused("missing");
	const begun = await beginVersion(work, formId);
	return begun.refused ? refused("not-ready") : done(undefined);
}

/** Withdraws a published call, with the reason; takes away one that was never published. */
export async function withdrawCall(
	work: Work,
	id: string,
	reason: string,
): Promise<Outcome<{ readonly isGone: boolean }, FundingRefusal>> {
	const opened = await openWriting(work, id);
	if (opened.refused) return opened;
	const { call } = opened.done;
	const isGone = call.published === null;
	if (isGone) await store.deleteCall(work, call);
	else if (reason === "") return refused("note-missing", { field: "reason" });
	else await store.markWithdrawn(work, call, reason);
	await record(work, {
		verb: isGone ? "funding-call.remove" : "funding-call.withdraw",
		...{ objectKind: "funding-call", objectId: id },
	});
	return done({ isGone });
}
