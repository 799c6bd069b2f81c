import type { Work } from "../../../database/work.server.ts";
import { openAnswer, reviseAnswers, submitAnswers } from "../../../forms/stored/answer.server.ts";
import { deleteAnswer } from "../../../forms/stored/store.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import type { FundingRefusal } from "../contract.ts";
import { insertSending } from "./sending.store.server.ts";
import { nameOf, type OpenedApplication, openApplication } from "./service.server.ts";
import * as store from "./store.server.ts";
import { tellApplicants, tellGivers } from "./tell.server.ts";

/**
 * Sends an application, in the version that was looked at: what is sent is frozen, and is what whoever calls reads. Refused
 * while something stands in the way, and after the deadline. Sent anew, it takes the place of what was sent.
 */
export async function sendApplication(
	work: Work,
	id: string,
	version: number,
): Promise<Outcome<{ readonly number: number }, FundingRefusal>> {
	const opened = await openApplication(work, id);
	if (opened.refused) return opened;
	const { application, content, lacks, own, parties, can } = opened.done;
	if (!can.lead) return refused(own.state === "lead" ? "application-sent" : "not-allowed");
	if (version !== application.version) return refused("changed-by-another");
	if (lacks.length > 0) return refused("not-ready");
	if (application.answerId !== null) {
		const answer = (await openAnswer(work, application.answerId)).done;
		if (!answer) return refused("missing");
		const submitted = await submitAnswers(work, application.answerId, answer.answer.revision);
		if (submitted.refused) return refused("not-ready");
	}
	const number = application.sent + 1;
	await insertSending(work, { ...frozen(opened.done), number, sentBy: nameOf(work) });
	const change = { state: "sent" as const, changing: false, sent: number };
	if (!(await store.updateApplication(work, application, change))) return refused("changed-by-another");
	await record(work, {
		...{ verb: "funding-application.send", objectKind: "funding-application", objectId: id, detail: { number } },
	});
	const told = { step: number === 1 ? ("sent" as const) : ("sent-anew" as const), title: content.title, by: own.name };
	if (application.callOrganisationId !== application.organisationId)
		await tellGivers(work, application.callOrganisationId, {
			...{ ...told, link: `/funding/calls/${application.callId}/applications/${id}` },
		});
	const others = parties.filter(({ state }) => state === "approved").map((one) => one.id);
	await tellApplicants(work, others, { ...told, link: `/funding/applications/${id}` });
	return done({ number });
}

function frozen({ application, parties, lines, facts, own }: OpenedApplication) {
	const standing = parties.filter(({ state }) => state === "lead" || state === "approved");
	return {
		...{ organisationId: application.organisationId, applicationId: application.id, answerId: application.answerId },
		...{ callOrganisationId: application.callOrganisationId, callId: application.callId },
		content: {
			...{ applicant: own.name, number: application.number, facts: [...facts] },
			parties: standing.map(({ id, name, kind, part }) => ({ id, name, kind, part })),
			lines: lines.map((line) => ({ ...line, amounts: [...line.amounts] })),
		},
	};
}

/** Opens what was sent to be changed, before the deadline. What was sent holds until it is sent anew. */
export async function changeApplication(work: Work, id: string): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openApplication(work, id);
	if (opened.refused) return opened;
	const { application, can } = opened.done;
	if (!can.change) return refused("call-closed");
	const revised = application.answerId === null ? undefined : await reviseAnswers(work, application.answerId);
	if (revised?.refused) return refused("not-allowed");
	const change = { changing: true, ...(revised ? { answerId: revised.done.id } : {}) };
	if (!(await store.updateApplication(work, application, change))) return refused("changed-by-another");
	await record(work, { verb: "funding-application.reopen", objectKind: "funding-application", objectId: id });
	return done(undefined);
}

/** Withdraws an application that is sent, with the reason; takes away one that never was. */
export async function withdrawApplication(
	work: Work,
	id: string,
	reason: string,
): Promise<Outcome<{ readonly isGone: boolean }, FundingRefusal>> {
	const opened = await openApplication(work, id);
	if (opened.refused) return opened;
	const { application, content, own, parties, can } = opened.done;
	if (!can.withdraw) return refused("not-allowed");
	const isGone = application.sent === 0;
	if (isGone) {
		const answer = application.answerId === null ? undefined : (await openAnswer(work, application.answerId)).done;
		await store.deleteApplication(work, application);
		if (answer) await deleteAnswer(work, answer.answer);
	} else {
		if (reason === "") return refused("note-missing", { field: "reason" });
		const change = { state: "withdrawn" as const, changing: false, withdrawnReason: reason };
		if (!(await store.updateApplication(work, application, change))) return refused("changed-by-another");
		if (application.callOrganisationId !== application.organisationId)
			await tellGivers(work, application.callOrganisationId, {
				...{ step: "withdrawn", title: content.title, by: own.name },
				link: `/funding/calls/${application.callId}/applications/${id}`,
			});
	}
	await record(work, {
		verb: isGone ? "funding-application.remove" : "funding-application.withdraw",
		...{ objectKind: "funding-application", objectId: id },
	});
	const others = parties.filter(({ state }) => state !== "lead" && state !== "left").map((one) => one.id);
	await tellApplicants(work, others, {
		...{ step: "withdrawn", title: content.title, by: own.name, link: "/funding/portfolio" },
	});
	return done({ isGone });
}
