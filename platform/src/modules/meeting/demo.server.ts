import { newId, type Work } from "../../database/work.server.ts";
import { addDays } from "../../day.ts";
import { record } from "../../identity/audit.server.ts";
import { done, finished, type Outcome } from "../../outcome.ts";
import { demoPlaces } from "../organisation/service.server.ts";
import type { SeatFacts } from "./contract.ts";
import {
	addItem,
	addSeat,
	approveMinutes,
	createArena,
	decide,
	invite,
	openArena,
	openMeeting,
	planMeetings,
	settleDecision,
	takeUp,
	writeMinutes,
	writePresence,
} from "./service.server.ts";
import { insertMeeting } from "./store/meeting.server.ts";
import { momentOf, weeksAfter } from "./time.ts";

const arenaName = "Samarbeidsutvalg for praksis, Stjørdal";

type DemoSeat = Pick<SeatFacts, "role" | "represents" | "duty" | "name"> & { readonly at: "host" | "ntnu" | "nord" };

const seats: readonly DemoSeat[] = [
	{ at: "host", role: "Kommunalsjef helse og mestring", represents: "leader", duty: "chair", name: "Bjørn Eggemoen" },
	{ at: "host", role: "Praksiskoordinator", represents: "staff", duty: "secretary", name: "Torstein Aunemo" },
	{ at: "host", role: "Enhetsleder, sykehjem", represents: "line", duty: "member", name: "Marit Heggeli" },
	{ at: "host", role: "Hovedtillitsvalgt", represents: "union", duty: "member", name: "Grete Moe" },
	{ at: "host", role: "Leder av eldrerådet", represents: "user", duty: "member", name: "Gerd Hofstadmyr" },
	{ at: "ntnu", role: "Praksiskoordinator, helsefag", represents: "staff", duty: "member", name: "Ingrid Vollmo" },
	{ at: "nord", role: "Dekan", represents: "leader", duty: "member", name: "Liv Nordgarden" },
];

/** Who was there at the two meetings that have been held, in the order of the seats. */
const came = [
	["holder", "holder", "holder", "absent", "holder", "holder", "absent"],
	["holder", "holder", "deputy", "holder", "excused", "holder", "absent"],
] as const;

/** Stjørdal, where most of the demo's people are: it keeps the arena. */
export function demoKeeperId(): string {
	return demoPlaces().municipalities.find(({ number }) => number === "5035")?.id ?? "";
}

/**
 * An arena of the demo region that has met twice and meets again: minutes, a decision that is done, one that is late and
 * one that is open. Runs as the program on behalf of the municipality that keeps it. Once only.
 */
export async function seedMeetingDemo(work: Work): Promise<Outcome<{ arenas: number }>> {
	const { institutions } = demoPlaces();
	const host = demoKeeperId();
	const [ntnu, nord] = ["institution-1150", "institution-1174"].map(
		(key) => institutions.find((one) => one.key === key)?.id ?? "",
	);
	const there = await work.db
		.selectFrom("meeting.arena")
		.select("id")
		.where("organisation_id", "=", host)
		.where("name", "=", arenaName)
		.executeTakeFirst();
	if (there || host === "" || !ntnu || !nord) return done({ arenas: 0 });
	const { id } = finished(
		await createArena(work, {
			...{ name: arenaName, kind: "cooperation", level: "sector", meetingsAYear: 4, agreementId: null },
			...{ speaksFor: false, speaksDecidedBy: "", chairRotates: true, partyIds: [ntnu, nord] },
			purpose: "Følge opp avtalen om praksis: antall plasser, veiledere og innhold. Møtes fire ganger i året.",
		}),
	);
	const at = { host, ntnu, nord };
	const seatIds: string[] = [];
	for (const { at: party, ...seat } of seats) {
		const facts = { ...seat, partyId: at[party], email: null, deputyName: "", deputyEmail: null };
		seatIds.push(finished(await addSeat(work, id, facts)).id);
	}
	await seatDemoPeople(work);
	await held(work, id, seatIds);
	await ahead(work, id);
	await record(work, { verb: "demo.seed", objectKind: "arena", objectId: id });
	return done({ arenas: 1 });
}

/** The demo's people sit in the seats that bear their name. */
async function seatDemoPeople(work: Work): Promise<void> {
	const people = await work.db
		.selectFrom("identity.person")
		.select(["id", "name"])
		.where("demo", "=", true)
		.where(
			"name",
			"in",
			seats.map(({ name }) => name),
		)
		.execute();
	for (const { id, name } of people)
		await work.db.updateTable("meeting.seat").set({ person_id: id }).where("name", "=", name).execute();
}

const agendas = [
	[
		{
			title: "Flere praksisplasser i hjemmetjenesten",
			minutes: "NTNU trenger ti plasser til neste høst. Hjemmetjenesten har veiledere til seks.",
			decision: { body: "Åpne seks plasser til i hjemmetjenesten fra høsten", seat: 0, weeks: 6, state: "done" },
		},
		{
			title: "Veilederkurs",
			minutes: "Kurset i Levanger ligger for langt unna for nattevakter.",
			decision: {
				body: "Prøve veilederkurset på nett med tre samlinger i Stjørdal",
				seat: 6,
				weeks: 10,
				state: "open",
			},
		},
	],
	[
		{
			title: "Erfaringer fra høstens praksis",
			minutes: "Studentene var fornøyde med veiledningen. Reiseveien er lang.",
			decision: null,
		},
		{
			title: "Tverrprofesjonell praksis",
			minutes: "Sykepleie og vernepleie kan være sammen på Halsen.",
			decision: { body: "Lage en plan for tverrprofesjonell praksis på Halsen", seat: 2, weeks: 30, state: "open" },
		},
	],
] as const;

/** The last Wednesday that is not ahead. */
function wednesdayBefore(day: string): string {
	return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 4) % 7));
}

/** Two meetings that have been held, half a year and a quarter ago. */
async function held(work: Work, arenaId: string, seatIds: readonly string[]): Promise<void> {
	for (const [index, agenda] of agendas.entries()) {
		const { arena, readers } = finished(await openArena(work, arenaId));
		const day = weeksAfter(wednesdayBefore(work.today), index === 0 ? -26 : -13);
		const [startsAt, endsAt] = [momentOf(day, "09:00"), momentOf(day, "11:00")];
		const meetingId = newId();
		await insertMeeting(
			work,
			arena,
			{ id: meetingId, startsAt, endsAt, place: "Rådhuset, møterom 2", link: null },
			readers,
		);
		const items: string[] = [];
		for (const { title } of agenda)
			items.push(finished(await addItem(work, meetingId, { kind: "decision", title, body: "" })).id);
		const ways = came[index] ?? came[0];
		finished(
			await writePresence(
				work,
				meetingId,
				seatIds.map((seatId, at) => ({ seatId, way: ways[at] ?? "absent", name: "" })),
			),
		);
		for (const [at, { minutes, decision }] of agenda.entries()) {
			const itemId = items[at] ?? "";
			const version = finished(await openMeeting(work, meetingId)).items.find(({ id }) => id === itemId)?.version ?? 1;
			finished(await writeMinutes(work, meetingId, itemId, { minutes, outcome: "noted", version }));
			if (decision === null) continue;
			const dueOn = weeksAfter(day, decision.weeks);
			const facts = { body: decision.body, seatId: seatIds[decision.seat] ?? null, ownerName: "", dueOn };
			const { id } = finished(await decide(work, meetingId, itemId, facts));
			if (decision.state === "done")
				finished(await settleDecision(work, arenaId, id, { state: "done", note: "Åpnet i august.", version: 1 }));
		}
		const { meeting } = finished(await openMeeting(work, meetingId));
		const weekAfter = weeksAfter(day, 1);
		const then = { ...work, now: momentOf(weekAfter, "12:00"), today: weekAfter };
		finished(await approveMinutes(then, meetingId, meeting.version));
	}
}

/** The next meeting, in two weeks: what is not done comes first on its agenda, and everybody is called. */
async function ahead(work: Work, arenaId: string): Promise<void> {
	const day = weeksAfter(wednesdayBefore(work.today), 3);
	const facts = { day, from: "09:00", to: "11:00", place: "Rådhuset, møterom 2", link: null };
	const { ids } = finished(await planMeetings(work, arenaId, { ...facts, count: 1, weeksBetween: 13 }));
	const meetingId = ids[0] ?? "";
	finished(await addItem(work, meetingId, { kind: "discussion", title: "Praksis våren som kommer", body: "" }));
	finished(await takeUp(work, meetingId, ({ kind }) => kind === "decision"));
	const { meeting } = finished(await openMeeting(work, meetingId));
	finished(await invite(work, meetingId, meeting.version, { mails: false, language: "nb" }));
}
