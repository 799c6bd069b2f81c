import { newId, type Work } from "../../../database/work.server.ts";
import { dayOf } from "../../../day.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import {
	endParticipation,
	listParticipations,
	nameOrganisations,
	recordParticipation,
} from "../../organisation/service.server.ts";
import { nameOf } from "../project/service.server.ts";
import * as store from "./admission.store.server.ts";
import {
	type Applicant,
	funnelOf,
	openBatches,
	proposed,
	refuseAnswers,
	refuseDecision,
	refuseWithdrawal,
} from "./admission-rules.ts";
import type {
	Admission,
	AdmissionFacts,
	Answer,
	DecisionFacts,
	ProgrammeRefusal,
	WithdrawalFacts,
} from "./contract.ts";
import { notedProgramme, type OpenedProgramme, openProgramme, toKeepProgramme } from "./open.server.ts";

type Done<Value = undefined> = Promise<Outcome<Value, ProgrammeRefusal>>;
const kind = "programme";

/** A programme a municipality took part in before, as the register of participation knows it. */
export type Earlier = {
	readonly id: string;
	readonly title: string;
	readonly fromDate: string;
	readonly toDate: string | null;
};

/** Programmes municipalities have been in, other than this one: whoever was their project leader. */
async function earlierOf(
	work: Work,
	organisationIds: readonly string[],
	programmeId: string,
): Promise<(organisationId: string) => readonly Earlier[]> {
	const found = await listParticipations(work, organisationIds);
	return (organisationId) =>
		(found.get(organisationId) ?? [])
			.filter(({ objectKind, objectId }) => objectKind === kind && objectId !== programmeId)
			.map(({ objectId, title, fromDate, toDate }) => ({ id: objectId, title, fromDate, toDate }));
}

/** An application as the keeper looks at it. */
export type ListedAdmission = Admission & {
	readonly name: string;
	readonly batchName: string;
	readonly earlier: readonly Earlier[];
	/** Has been in no programme, by its own word and by what is known. */
	readonly isNew: boolean;
	/** The rule of admission would admit it now. */
	readonly isProposed: boolean;
};

const asApplicant = ({ id, state, sentAt, isNew }: Omit<ListedAdmission, "isProposed">): Applicant => ({
	...{ id, state, sentAt, isFirst: isNew },
});

async function listed(work: Work, { programme, batches }: OpenedProgramme): Promise<readonly ListedAdmission[]> {
	const admissions = (await store.listAdmissions(work, programme)).filter(({ state }) => state !== "draft");
	const ids = admissions.map(({ organisationId }) => organisationId);
	const names = await nameOrganisations(work, ids);
	const before = await earlierOf(work, ids, programme.id);
	const known = admissions.map((one): Omit<ListedAdmission, "isProposed"> => {
		const earlier = before(one.organisationId);
		const batchName = batches.find(({ id }) => id === one.batchId)?.name ?? "";
		const name = names.get(one.organisationId)?.name ?? "";
		return { ...one, name, batchName, earlier, isNew: one.isFirst && earlier.length === 0 };
	});
	const found = new Set(
		batches.flatMap((batch) => [
			...proposed(
				programme.admits,
				batch,
				known.filter(({ batchId }) => batchId === batch.id).map(asApplicant),
				work.today,
			),
		]),
	);
	return known.map((one) => ({ ...one, isProposed: found.has(one.id) }));
}

/** Who has applied to a programme, as far as the asker reads it, with how far they have come. */
export async function readAdmissions(work: Work, programmeId: string) {
	const opened = await openProgramme(work, programmeId);
	if (!opened) return undefined;
	const admissions = await listed(work, opened);
	if (!opened.isOwn) return { ...opened, admissions, funnel: null };
	const invited = await store.listInvitations(work, opened.programme);
	const projects = (await store.listResults(work, opened.programme)).flatMap(({ admissionId, state }) =>
		admissionId === null ? [] : [{ admissionId, state }],
	);
	const funnel = funnelOf(
		invited.map(({ partyId }) => partyId),
		admissions,
		projects,
	);
	return { ...opened, admissions, funnel };
}

/** The newest application of the organisation acted for, drafts too; null: it has none. */
export async function findOwn(work: Work, { programme, asker }: Pick<OpenedProgramme, "programme" | "asker">) {
	if (asker.organisationId === null) return null;
	const own = await store.listOwnAdmissions(work, asker.organisationId);
	return own.findLast(({ programmeId }) => programmeId === programme.id) ?? null;
}

/** One application with its programme; undefined for one that is not the asker's to read. */
export async function openAdmission(work: Work, id: string) {
	const admission = isId(id) ? await store.findAdmission(work, id) : undefined;
	const opened = admission && (await openProgramme(work, admission.programmeId));
	if (!opened) return undefined;
	const others = await listed(work, opened);
	const names = await nameOrganisations(work, [admission.organisationId]);
	const isOwn = opened.asker.organisationId === admission.organisationId;
	return {
		...{ opened, admission, others, name: names.get(admission.organisationId)?.name ?? "" },
		listed: others.find((one) => one.id === id) ?? null,
		answers: await store.listAnswers(work, admission),
		can: {
			write: isOwn && opened.can.apply && admission.state === "draft",
			send: isOwn && opened.can.send && admission.state === "draft",
			decide: opened.can.keep && (admission.state === "sent" || admission.state === "waiting"),
			withdraw:
				((isOwn && opened.can.send) || opened.can.keep) && ["sent", "waiting", "admitted"].includes(admission.state),
		},
	};
}

export type Application = { readonly facts: AdmissionFacts; readonly answers: readonly Answer[] };

/** What is wrong with an application, and its answers with what was asked as it is worded now. */
function judged(
	opened: OpenedProgramme,
	{ facts, answers }: Application,
	sending: boolean,
	today: string,
): Outcome<store.KeptAnswer[], ProgrammeRefusal> {
	const { programme, batches, expectations } = opened;
	const batch = batches.find(({ id }) => id === facts.batchId);
	if (!batch) return refused("batch-unknown", { field: "batchId" });
	if (!openBatches(programme, [batch], today).length) return refused("batch-past", { field: "batchId" });
	const refusals = refuseAnswers(answers, expectations, sending);
	if (refusals.length > 0) return refusedAll(refusals);
	return done(
		expectations.flatMap(({ id, expects }) => {
			const answer = answers.find(({ expectationId }) => expectationId === id);
			return answer ? [{ ...answer, expects, because: answer.accepted ? "" : answer.because }] : [];
		}),
	);
}

/** Writes an application for the organisation acted for, as a draft nobody else reads, or changes that draft. */
export async function writeApplication(
	work: Work,
	programmeId: string,
	application: Application,
): Done<{ id: string; version: number }> {
	const opened = await openProgramme(work, programmeId);
	if (!opened) return refused("missing");
	const { programme, asker, can, isOwn } = opened;
	if (isOwn) return refused("own-programme");
	if (!can.apply || asker.organisationId === null) return refused("not-allowed");
	const answers = judged(opened, application, false, work.today);
	if (answers.refused) return answers;
	const before = await findOwn(work, opened);
	const goesOn = before !== null && before.state !== "withdrawn" && before.state !== "declined";
	if (goesOn && before.state !== "draft") return refused("applied-already");
	const key = { organisationId: asker.organisationId, id: goesOn ? before.id : newId() };
	if (goesOn) {
		if (!(await store.updateAdmission(work, before, { facts: application.facts })))
			return refused("changed-by-another");
	} else await store.insertAdmission(work, key, programme, application.facts);
	await store.replaceAnswers(work, key, answers.done);
	await notedProgramme(work, "apply", programmeId);
	return done({ id: key.id, version: goesOn ? before.version + 1 : 1 });
}

/** Writes an application and sends it: from now on it is not changed. Who binds the municipality sends. */
export async function sendApplication(work: Work, programmeId: string, application: Application): Done<{ id: string }> {
	const opened = await openProgramme(work, programmeId);
	if (!opened) return refused("missing");
	if (!opened.can.send) return refused("not-allowed");
	const whole = judged(opened, application, true, work.today);
	if (whole.refused) return whole;
	const written = await writeApplication(work, programmeId, application);
	if (written.refused) return written;
	const key = { organisationId: opened.asker.organisationId ?? "", ...written.done };
	const step = { state: "sent", sentAt: work.now, sentBy: nameOf(work) } as const;
	if (!(await store.updateAdmission(work, key, { step }))) return refused("changed-by-another");
	await notedProgramme(work, "send", programmeId);
	return done({ id: key.id });
}

/** Asks a municipality to apply; once. */
export async function inviteTo(work: Work, programmeId: string, partyId: string): Done {
	const opened = await toKeepProgramme(work, programmeId);
	if (opened.refused) return opened;
	const { programme } = opened.done;
	if (programme.state === "draft") return refused("not-open");
	const name = (await nameOrganisations(work, [partyId])).get(partyId);
	if (name?.kind !== "municipality" || partyId === programme.organisationId)
		return refused("party-unknown", { field: "partyId" });
	if (!(await store.insertInvitation(work, programme, partyId, nameOf(work))))
		return refused("already-invited", { field: "partyId" });
	await notedProgramme(work, "invite", programmeId);
	return done(undefined);
}

/** Takes away an application that is not sent. */
export async function removeApplication(work: Work, id: string): Done {
	const found = await openAdmission(work, id);
	if (!found) return refused("missing");
	if (found.admission.state !== "draft") return refused("already-sent");
	if (!found.can.write) return refused("not-allowed");
	await store.deleteAdmission(work, found.admission);
	await notedProgramme(work, "withdraw", found.admission.programmeId);
	return done(undefined);
}

/** Answers an application by the rule of admission; a place that is given is written in the municipality's participation. */
export async function decideAdmission(work: Work, id: string, { version, decision, because }: DecisionFacts): Done {
	const found = await openAdmission(work, id);
	if (!found?.listed) return refused("missing");
	const { opened, admission, others, listed: one } = found;
	const { programme, batches, can } = opened;
	if (!can.keep) return refused("not-allowed");
	if (programme.state === "closed") return refused("is-closed");
	const batch = batches.find((each) => each.id === admission.batchId);
	if (!batch) return refused("batch-unknown");
	const refusals = refuseDecision({ decision, because }, asApplicant(one), {
		...{ admits: programme.admits, batch, today: work.today },
		applicants: others.filter(({ batchId }) => batchId === batch.id).map(asApplicant),
	});
	if (refusals.length > 0) return refusedAll(refusals);
	const step = {
		...{ state: decision, decidedOn: work.today, decidedBy: nameOf(work), because },
		...(decision === "admitted" ? { admittedOn: work.today } : {}),
	};
	if (!(await store.updateAdmission(work, { ...admission, version }, { step }))) return refused("changed-by-another");
	if (decision === "admitted")
		await recordParticipation(work, {
			...{ organisationId: admission.organisationId, objectKind: kind, objectId: programme.id, title: programme.title },
			...{ role: "participant", fromDate: work.today, toDate: null, published: true },
		});
	await notedProgramme(work, "decide", programme.id, { decision });
	return done(undefined);
}

/** Gives up a place, or takes back an application, with the day and why; by the municipality or whoever keeps the programme. */
export async function withdrawAdmission(work: Work, id: string, { version, ...facts }: WithdrawalFacts): Done {
	const found = await openAdmission(work, id);
	if (!found) return refused("missing");
	const { admission, can } = found;
	if (!can.withdraw) return refused("not-allowed");
	const sentOn = admission.sentAt === null ? null : dayOf(admission.sentAt);
	const refusals = refuseWithdrawal(admission, facts, { today: work.today, sentOn });
	if (refusals.length > 0) return refusedAll(refusals);
	const step = { state: "withdrawn", ...facts } as const;
	if (!(await store.updateAdmission(work, { ...admission, version }, { step }))) return refused("changed-by-another");
	const { organisationId, programmeId } = admission;
	await endParticipation(work, { kind, id: programmeId }, facts.withdrawnOn, organisationId);
	await notedProgramme(work, "withdraw", programmeId);
	return done(undefined);
}
