import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import type { Request } from "../request/contract.ts";
import { insertLetter } from "../request/letters.store.server.ts";
import { findRequest, insertRequests, updateRequest, writeAnswer } from "../request/store.server.ts";
import { type DemoCourse, demoCourses } from "./courses.ts";
import { periodIn, type Term } from "./days.ts";
import { demoId } from "./ids.ts";

type DemoRequest = {
	readonly course: string;
	readonly term: "next" | "later";
	readonly weeksOn: number;
	/** Number of the municipality that is asked. */
	readonly host: string;
	readonly places: number;
	/** Days from today to the last day to answer; before today: overdue. Null: a draft. */
	readonly answerIn: number | null;
	readonly message?: string;
	/** How many of the host's published places it was answered with, and why not the rest. */
	readonly answered?: { readonly most: number; readonly reason: Request["unmetReason"]; readonly message?: string };
};

/** Made up: something to answer for each municipality with a coordinator to be, something answered, late or refused for each institution. */
const demoRequests: readonly DemoRequest[] = [
	{
		...{ course: "syk3", term: "next", weeksOn: 2, host: "5035", places: 4, answerIn: 9 },
		message: "Vi har fått flere studenter enn ventet i tredje år. Hjemmetjenesten er best, psykisk helse går også.",
	},
	{ course: "nsyk1", term: "later", weeksOn: 6, host: "5035", places: 8, answerIn: 20 },
	{
		...{ course: "syk3", term: "next", weeksOn: 2, host: "5037", places: 3, answerIn: 4 },
		answered: { most: 2, reason: "no-supervisor", message: "Den tredje håper vi å finne til høsten." },
	},
	{
		...{ course: "syk3", term: "next", weeksOn: 2, host: "5025", places: 2, answerIn: 4 },
		answered: { most: 0, reason: "no-capacity", message: "Vi har permisjoner i hele våren, dessverre." },
	},
	{ course: "syk3", term: "next", weeksOn: 2, host: "5001", places: 6, answerIn: -3 },
	{ course: "syk3", term: "next", weeksOn: 2, host: "5031", places: 2, answerIn: null },
	{ course: "nsyk1", term: "later", weeksOn: 6, host: "5006", places: 10, answerIn: 20 },
	{ course: "usyk2", term: "next", weeksOn: 0, host: "5501", places: 5, answerIn: 6 },
	{
		...{ course: "usyk2", term: "next", weeksOn: 0, host: "5601", places: 3, answerIn: 2 },
		answered: { most: 2, reason: "no-supervisor" },
	},
];

/** Who sent them, where the demo has a person for it. */
const senders: Readonly<Record<string, string>> = {
	"institution-1150": "Ingrid Vollmo",
	"institution-1130": "Biret Hætta",
};

type Region = {
	readonly institutionOf: (key: string) => string;
	readonly hostOf: (number: string) => string | undefined;
	readonly terms: { readonly next: Term; readonly later: Term };
};

/** Orders between the institutions and municipalities of the demo region: some wait for an answer, some have one. */
export async function makeRequests(work: Work, { institutionOf, hostOf, terms }: Region): Promise<void> {
	for (const [at, given] of demoRequests.entries()) {
		const course = demoCourses.find(({ key }) => key === given.course);
		const hostId = hostOf(given.host);
		if (!course || hostId === undefined) continue;
		const organisationId = institutionOf(course.institution);
		const id = demoId(`request:${at}`);
		await insertRequests(work, organisationId, [requestOf(work, course, given, { id, hostId, organisationId, terms })]);
		if (given.answerIn === null) continue;
		const sentAt = new Date(work.now.getTime() - 12 * 86_400_000);
		await updateRequest(work, { organisationId, id, version: 1 }, { state: "sent", sent_at: sentAt });
		const request = await findRequest(work, id);
		if (!request) continue;
		const byName = senders[course.institution];
		if (byName !== undefined)
			await insertLetter({ ...work, now: sentAt }, request, { kind: "sent", way: "told", recipient: null, byName });
		if (given.answered) await answer(work, request, given.answered);
	}
}

function requestOf(
	work: Work,
	course: DemoCourse,
	given: DemoRequest,
	about: {
		readonly id: string;
		readonly hostId: string;
		readonly organisationId: string;
		readonly terms: Region["terms"];
	},
) {
	const { programme, name: courseName, profession, year: yearOfStudy, settings, weeks } = course;
	const { id, hostId, organisationId: institutionId } = about;
	return {
		...{
			id,
			hostId,
			institutionId,
			periodId: null,
			programme,
			courseName,
			profession,
			yearOfStudy,
			settings: [...settings],
		},
		...periodIn(about.terms[given.term], weeks, given.weeksOn),
		...{ places: given.places, message: given.message ?? null },
		answerBy: given.answerIn === null ? null : addDays(work.today, given.answerIn),
	};
}

type Answered = NonNullable<DemoRequest["answered"]>;

async function answer(
	work: Work,
	request: NonNullable<Awaited<ReturnType<typeof findRequest>>>,
	{ most, reason, message }: Answered,
): Promise<void> {
	const { rows } = await sql<{ organisationId: string; offerId: string; siteName: string; places: number }>`
		select o.organisation_id "organisationId", o.id "offerId", s.name "siteName", o.places from placement.offer o
		join placement.site s on s.organisation_id = o.organisation_id and s.id = o.site_id
		where o.host_id = ${request.hostId} and o.published and o.profession = ${request.profession}
			and ${request.yearOfStudy} = any(o.years) and s.setting = any(${[...request.settings]}::text[])
			and o.first_day <= ${request.firstDay} and o.last_day >= ${request.lastDay}
		order by o.id`.execute(work.db);
	let rest = most;
	const lines = rows.flatMap(({ organisationId, offerId, siteName, places }) => {
		const given = Math.min(rest, places);
		rest -= given;
		return given === 0 ? [] : [{ offerOrganisationId: organisationId, offerId, siteName, places: given }];
	});
	await writeAnswer(work, request, lines);
	await updateRequest(work, request, {
		...{
			state: "answered",
			answered_at: new Date(work.now.getTime() - 3 * 86_400_000),
			answer_message: message ?? null,
		},
		...{ answered_by: "Praksiskoordinator", unmet_reason: reason },
	});
}
