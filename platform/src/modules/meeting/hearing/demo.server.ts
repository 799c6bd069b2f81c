import type { Work } from "../../../database/work.server.ts";
import { addDays, momentBefore } from "../../../day.ts";
import { record } from "../../../identity/audit.server.ts";
import type { InvolvedRole } from "../../../involvement/rules.ts";
import { done, finished, type Outcome } from "../../../outcome.ts";
import { demoPlaces } from "../../organisation/service.server.ts";
import { demoKeeperId } from "../demo.server.ts";
import type { HearingFacts } from "./contract.ts";
import {
	addInvitee,
	closeHearing,
	createHearing,
	giveInput,
	openHearing,
	replyToInput,
	sayNoRemarks,
	sendHearing,
} from "./service.server.ts";

const planTitle = "Utkast til plan for praksis i hjemmetjenesten";
const telling = { mails: false, language: "nb" as const };

type Asked = {
	readonly role: InvolvedRole;
	readonly name: string;
	readonly at: "host" | "ntnu";
	/** What they have said; null where they had nothing to remark, left out where they have not answered. */
	readonly said?: string | null;
};

const nobody = { objectKind: null, objectId: null } as const;

const openOne: Omit<HearingFacts, "lastDay"> = {
	...{ title: planTitle, phase: "plan", showsAll: true, ...nobody },
	question:
		"Er det noe i planen som ikke passer for dere? Hva mangler for at studentene skal få god praksis hjemme hos folk?",
	body: "Fra høsten tar hjemmetjenesten imot tolv studenter i hver periode, mot seks i dag. To og to studenter følger samme veileder. Studentene får egne arbeidslister fra uke tre. Veilederne får én time i uken til forberedelse.",
};

const openAsked: readonly Asked[] = [
	{
		role: "user-council",
		name: "Gerd Hofstadmyr",
		at: "host",
		said: "De som får hjelp, må få vite på forhånd at en student kommer, og kunne si nei.",
	},
	{ role: "union", name: "Grete Moe", at: "host" },
	{ role: "leader", name: "Marit Heggeli", at: "host" },
	{ role: "partner", name: "Ingrid Vollmo", at: "ntnu" },
];

const answeredOne: Omit<HearingFacts, "lastDay"> = {
	...{ title: "Læringsutbytte for tverrprofesjonell praksis", phase: "idea", showsAll: true, ...nobody },
	question: "Kan dette læres hos dere, og hva trenger veilederne?",
	body: "Studentene skal kunne planlegge et forløp sammen med en student fra et annet fag, og forklare hva hvert fag bidrar med.",
};

const answeredAsked: readonly Asked[] = [
	{ role: "leader", name: "Marit Heggeli", at: "host", said: "Det kan læres på Halsen, men ikke om natten." },
	{ role: "union", name: "Grete Moe", at: "host", said: "Veilederne må få tid til dette i turnusen." },
	{ role: "user-council", name: "Gerd Hofstadmyr", at: "host", said: null },
];

const answers = [
	{ reply: "taken-in", because: "Nattevakter er tatt ut av forslaget." },
	{ reply: "partly", because: "Veilederne får en time i uken. Resten må avtales lokalt." },
] as const;

/** Two hearings of the demo region: one that is open, and one that is answered. Once only; runs for who holds them. */
export async function seedHearingDemo(work: Work): Promise<Outcome<{ hearings: number }>> {
	const host = demoKeeperId();
	const ntnu = demoPlaces().institutions.find(({ key }) => key === "institution-1150")?.id;
	const there = await work.db
		.selectFrom("meeting.hearing")
		.select("id")
		.where("organisation_id", "=", host)
		.where("title", "=", planTitle)
		.executeTakeFirst();
	if (there || host === "" || ntnu === undefined) return done({ hearings: 0 });
	const at = { host: null, ntnu };
	await held(ago(work, 6), { ...openOne, lastDay: addDays(work.today, 15) }, openAsked, at);
	const then = ago(work, 70);
	const id = await held(then, { ...answeredOne, lastDay: addDays(then.today, 21) }, answeredAsked, at);
	await close(ago(work, 45), id);
	await record(work, { verb: "demo.seed", objectKind: "hearing", objectId: id });
	return done({ hearings: 2 });
}

/** The same unit of work some days ago, for what has already been. */
function ago(work: Work, days: number): Work {
	return { ...work, now: momentBefore(work.now, days), today: addDays(work.today, -days) };
}

async function held(
	work: Work,
	facts: HearingFacts,
	asked: readonly Asked[],
	at: Readonly<Record<Asked["at"], string | null>>,
): Promise<string> {
	const { id } = finished(await createHearing(work, facts));
	const places: { readonly id: string; readonly said: string | null | undefined }[] = [];
	for (const { role, name, at: party, said } of asked) {
		const added = finished(await addInvitee(work, id, { role, name, email: null, partyId: at[party] }));
		places.push({ id: added.id, said });
	}
	await seatDemoPeople(work, id);
	finished(await sendHearing(work, id, 1, telling));
	for (const place of places) {
		if (place.said === null) finished(await sayNoRemarks(work, place.id));
		else if (place.said !== undefined) finished(await giveInput(work, place.id, place.said));
	}
	return id;
}

/** The demo's people are invited by account, where one bears the name. */
async function seatDemoPeople(work: Work, hearingId: string): Promise<void> {
	const people = await work.db.selectFrom("identity.person").select(["id", "name"]).where("demo", "=", true).execute();
	for (const { id, name } of people)
		await work.db
			.updateTable("meeting.hearing_invitee")
			.set({ person_id: id })
			.where("hearing_id", "=", hearingId)
			.where("name", "=", name)
			.execute();
}

async function close(work: Work, id: string): Promise<void> {
	const { inputs } = finished(await openHearing(work, id));
	for (const [index, input] of inputs.entries())
		finished(await replyToInput(work, id, input.id, { ...(answers[index] ?? answers[0]), version: input.version }));
	const { hearing } = finished(await openHearing(work, id));
	const conclusion = "Forslaget er endret og tas opp i samarbeidsutvalget.";
	finished(await closeHearing(work, id, { version: hearing.version, conclusion }, telling));
}
