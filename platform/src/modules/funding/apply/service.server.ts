import { sql } from "kysely";
import { newId, type Work } from "../../../database/work.server.ts";
import { checkAnswers } from "../../../forms/check.ts";
import { beginAnswer, openAnswer } from "../../../forms/stored/answer.server.ts";
import { definitionOfVersion } from "../../../forms/stored/contract.ts";
import { openForm } from "../../../forms/stored/form.server.ts";
import { type AnswerValues, askedPlaces } from "../../../forms/walk.ts";
import { isId } from "../../../id.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, type Refusal, refused } from "../../../outcome.ts";
import { mayOf } from "../asker.server.ts";
import { findDecision } from "../assess/store.server.ts";
import type { CallContent, CallVersion, StoredCall } from "../call/contract.ts";
import { standingOf } from "../call/rules.ts";
import { openCall } from "../call/service.server.ts";
import * as collected from "../collect/store.server.ts";
import type { CallStanding, FundingRefusal } from "../contract.ts";
import type { Application, HeldFact, Line, ListedApplication, Party, Sending } from "./contract.ts";
import { type Lack, lacksOf, unitMark, yearsOf } from "./rules.ts";
import { listApplicationsOf, listSendings } from "./sending.store.server.ts";
import * as store from "./store.server.ts";

export type OpenedApplication = {
	readonly application: Application;
	readonly call: StoredCall;
	/** What the call says in the version the application is written to. */
	readonly content: CallContent;
	/** The call's newest version, where it is a later one. */
	readonly newer: CallVersion | null;
	readonly standing: CallStanding;
	/** The last day to send, by the call as it stands now. */
	readonly closesOn: string | null;
	/** The form the call asks to be answered; null where the call lives outside. */
	readonly form: { readonly id: string; readonly number: number } | null;
	readonly parties: readonly Party[];
	readonly lines: readonly Line[];
	readonly facts: readonly HeldFact[];
	readonly years: readonly number[];
	/** The newest first. */
	readonly sendings: readonly Sending[];
	/** The party the actor acts for. */
	readonly own: Party;
	readonly lacks: readonly Lack[];
	readonly can: {
		/** Writes what is the lead's: the answers, the facts, who applies. */
		readonly lead: boolean;
		/** Writes the lines and the part of its own party. */
		readonly lines: boolean;
		readonly change: boolean;
		readonly withdraw: boolean;
	};
};

export function nameOf({ actor }: Work): string {
	return actor.kind === "person" ? actor.name : "";
}

/** What a call says in one of its versions, or as it was noted from outside. */
async function contentOf(work: Work, { callId, number }: Application) {
	const opened = (await openCall(work, callId)).done;
	if (!opened) return undefined;
	const [newest] = opened.versions;
	const bound = opened.versions.find((one) => one.number === number);
	const content = bound?.content ?? opened.draft?.content;
	return content && { call: opened.call, bound, content, newest };
}

/** An application one takes part in: the lead, or one that applies with it. Nobody else finds it, sent or not. */
export async function openApplication(work: Work, id: string): Promise<Outcome<OpenedApplication, FundingRefusal>> {
	const may = await mayOf(work);
	const application = isId(id) && may.apply ? await store.findApplication(work, id) : undefined;
	const parties = application ? await store.listParties(work, application) : [];
	const own = parties.find((one) => one.id === may.organisationId && one.state !== "left");
	const said = application && own && (await contentOf(work, application));
	if (!application || !own || !said) return refused("missing");
	const { call, bound, content, newest } = said;
	const days = newest?.content ?? content;
	const standing = standingOf(call, days, work.today);
	const lines = await store.listLines(
		work,
		sql`l.organisation_id = ${application.organisationId} and l.application_id = ${id}`,
	);
	const years = yearsOf(content, work.today);
	const isWritten = application.state === "draft" || application.changing;
	const isDecided = Boolean((await findDecision(work, id))?.decidedAt);
	const isLead = own.state === "lead";
	const answers = isLead ? await lacksOfAnswers(work, application) : [];
	const form = bound ? { id: bound.applicationFormId, number: bound.applicationNumber } : null;
	return done({
		...{ application, call, content, standing, parties, lines, years, own, form, closesOn: days.closesOn },
		newer: newest !== undefined && bound !== undefined && newest.number > bound.number ? newest : null,
		facts: await store.listTaken(work, application),
		sendings: await listSendings(
			work,
			sql`s.organisation_id = ${application.organisationId} and s.application_id = ${id}`,
		),
		lacks: lacksOf({ application, content, standing, lines, parties, answers, years }),
		can: {
			lead: isLead && isWritten,
			lines: isWritten && own.state !== "invited",
			change: isLead && application.state === "sent" && !application.changing && standing === "open",
			withdraw: isLead && application.state !== "withdrawn" && !isDecided,
		},
	});
}

async function lacksOfAnswers(work: Work, { answerId }: Application): Promise<readonly Refusal[]> {
	const opened = answerId === null ? undefined : (await openAnswer(work, answerId)).done;
	return opened ? checkAnswers(opened.definition, opened.answers, "draft").warnings : [];
}

/** The answers of an application as one of its parties reads them, with the form they are given to. */
export async function readAnswersOf(work: Work, { application, form, own }: OpenedApplication) {
	const opened = form && (await openForm(work, form.id)).done;
	const version = opened?.versions.find((one) => one.number === form?.number);
	if (!form || !version) return null;
	const definition = definitionOfVersion(form.id, version);
	if (own.state === "lead") {
		const answer = application.answerId === null ? undefined : (await openAnswer(work, application.answerId)).done;
		return answer ? { definition, values: answer.answers.values } : null;
	}
	return { definition, values: store.readGiven(await store.findAnswersOf(work, application)) };
}

/** Who is to be asked, where a form asks for a person: whoever begins, to be changed. */
async function contactOf(work: Work, formId: string, number: number): Promise<AnswerValues> {
	const { actor } = work;
	const version = (await openForm(work, formId)).done?.versions.find((one) => one.number === number);
	if (!version || actor.kind !== "person") return {};
	const [asked] = askedPlaces(version.content.parts, {}).filter(({ part }) => part.kind === "person");
	if (!asked) return {};
	const found = await work.db
		.selectFrom("identity.person")
		.select("email")
		.where("id", "=", actor.personId)
		.executeTakeFirst();
	return { [`${asked.path}.name`]: actor.name, ...(found?.email ? { [`${asked.path}.email`]: found.email } : {}) };
}

/**
 * Begins an application to a call as it says now. What the units need and was decided to apply for comes along as lines,
 * where it is wanted. Nobody but the applicant, and those it asks to apply with it, sees it before it is sent.
 */
export async function beginApplication(
	work: Work,
	callId: string,
	{ joint, withNeeds }: { readonly joint: boolean; readonly withNeeds: boolean },
): Promise<Outcome<{ readonly id: string }, FundingRefusal>> {
	const may = await mayOf(work);
	const { organisationId } = may;
	if (!may.apply || organisationId === null) return refused("not-allowed");
	const opened = await openCall(work, callId);
	if (opened.refused) return opened;
	const { call, versions, draft, can } = opened.done;
	const [newest] = versions;
	const content = newest?.content ?? draft?.content;
	if (!content || !(call.way === "outside" ? can.edit : can.apply)) return refused("missing");
	const standing = standingOf(call, content, work.today);
	if (standing !== "open" && standing !== "coming") return refused("call-closed");
	const others = await listApplicationsOf(work, organisationId);
	if (!joint && others.some((one) => one.callId === callId && !one.joint && one.state !== "withdrawn"))
		return refused("application-stands");
	const answer = newest && (await beginAnswers(work, newest));
	if (answer?.refused) return refused("not-allowed");
	const collection = await collected.findCollection(
		work,
		sql`organisation_id = ${organisationId} and call_id = ${callId}`,
	);
	const id = newId();
	const key = { organisationId, id };
	await store.insertApplication(work, {
		...{ ...key, callOrganisationId: call.organisationId, callId, number: newest?.number ?? null, joint },
		...{ collectionId: (withNeeds && collection?.id) || null, answerId: answer?.done?.id ?? null },
		reference: `${work.today.slice(0, 4)}-${id.slice(-8).toUpperCase()}`,
		by: nameOf(work),
	});
	await store.insertParty(work, key, { id: organisationId, state: "lead", by: nameOf(work) });
	if (withNeeds && collection) await bringNeeds(work, key, collection.id, yearsOf(content, work.today)[0] ?? 0);
	await record(work, {
		...{ verb: "funding-application.begin", objectKind: "funding-application", objectId: id, detail: { call: callId } },
	});
	return done({ id });
}

/** Begins to answer the form a version of a call froze, with what is known already. */
export async function beginAnswers(
	work: Work,
	{ applicationFormId, applicationNumber }: CallVersion,
	values?: AnswerValues,
) {
	return beginAnswer(work, applicationFormId, {
		number: applicationNumber,
		values: values ?? (await contactOf(work, applicationFormId, applicationNumber)),
	});
}

async function bringNeeds(
	work: Work,
	key: { readonly organisationId: string; readonly id: string },
	collectionId: string,
	year: number,
): Promise<void> {
	const needs = await collected.listNeeds(
		work,
		sql`k.organisation_id = ${key.organisationId} and k.collection_id = ${collectionId} and n.decision = 'in'`,
	);
	await store.writeLines(
		work,
		key,
		key.organisationId,
		needs
			.toSorted((one, other) => (one.priority ?? 1000) - (other.priority ?? 1000))
			.map(({ title, category, people, applied, own, reason, unitName }) => ({
				...{ title, category, people, novelty: null, argued: reason, amounts: [{ year, applied, own }] },
				source: `${unitName}${unitMark}${title}`.slice(0, 300),
			})),
	);
}

/** The applications one takes part in. */
export async function listApplications(work: Work): Promise<readonly ListedApplication[]> {
	const may = await mayOf(work);
	return may.apply && may.organisationId !== null ? listApplicationsOf(work, may.organisationId) : [];
}

/** Lines of one's own in every application under way or sent, with what they are applied to; for what is sought twice. */
export async function listOwnLines(work: Work) {
	const mine = (await listApplications(work)).filter(({ state }) => state !== "withdrawn");
	if (mine.length === 0) return [];
	const { organisationId } = await mayOf(work);
	const places = new Map(mine.map((one) => [one.id, one.title]));
	const found: { readonly title: string; readonly source: string; readonly place: string }[] = [];
	for (const [id, place] of places)
		for (const { title, source } of await store.listLines(
			work,
			sql`l.application_id = ${id} and l.party_id = ${organisationId}`,
		))
			found.push({ title, source, place: `${place} (${mine.find((one) => one.id === id)?.reference ?? ""})` });
	return found;
}
