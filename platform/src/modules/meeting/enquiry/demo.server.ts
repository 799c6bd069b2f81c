import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { system } from "../../../identity/actor.ts";
import { done, finished, type Outcome } from "../../../outcome.ts";
import { demoPlaces } from "../../organisation/service.server.ts";
import type { Asks, Reason } from "./codes.ts";
import { openEnquiry } from "./open.server.ts";
import { remindOfEnquiry } from "./remind.server.ts";
import { answerEnquiry, refuseEnquiry, sendEnquiries } from "./service.server.ts";

type DemoEnquiry = {
	readonly from: "host" | "ntnu" | "nord";
	readonly to: "host" | "ntnu" | "nord";
	readonly asks: Asks;
	readonly subject: string;
	readonly body: string;
	/** How long ago it was sent, and when an answer was wished for, days from then. */
	readonly daysAgo: number;
	readonly within: number;
	readonly outcome:
		| { readonly after: number; readonly answer: string }
		| { readonly after: number; readonly reason: Reason; readonly words: string }
		| "waits"
		| "late";
};

const demoEnquiries: readonly DemoEnquiry[] = [
	{
		...{ from: "ntnu", to: "host", asks: "places", daysAgo: 3, within: 14, outcome: "waits" },
		subject: "Fire plasser til i hjemmetjenesten i april",
		body: "Fire studenter på tredje år mangler plass i april og mai. Kan hjemmetjenesten på Halsen ta imot dem? Vi stiller med veileder på campus én dag i uka.",
	},
	{
		...{ from: "nord", to: "host", asks: "meeting", daysAgo: 24, within: 14, outcome: "late" },
		subject: "Møte om vernepleierpraksis",
		body: "Vi vil gjerne møtes om praksis for vernepleierstudenter fra neste høst. Tre kvarter på nett holder.",
	},
	{
		...{ from: "host", to: "ntnu", asks: "lecturer", daysAgo: 40, within: 14 },
		subject: "Foreleser til fagdag om velferdsteknologi",
		body: "Vi har fagdag for alle enhetene i mars. Har dere noen som kan snakke om velferdsteknologi i en time?",
		outcome: {
			after: 6,
			answer: "Ja. Førstelektoren vår i omsorgsteknologi kommer gjerne. Vi tar kontakt om tid og sted.",
		},
	},
	{
		...{ from: "host", to: "nord", asks: "project-partner", daysAgo: 60, within: 21 },
		subject: "Partner i søknad om innovasjonsmidler",
		body: "Vi søker om midler til et prosjekt om mestring hjemme, og trenger en forskningspartner.",
		outcome: {
			after: 9,
			reason: "no-capacity",
			words: "Fristen er for nær for oss i år. Spør oss gjerne igjen før neste utlysning.",
		},
	},
];

const letters = { mails: false, language: "nb" } as const;

/** Enquiries of the demo region: one that waits, one nobody has answered, one answered and one refused. Once only. */
export async function seedEnquiryDemo(work: Work, host: string): Promise<Outcome<{ enquiries: number }>> {
	const { institutions } = demoPlaces();
	const [ntnu = "", nord = ""] = ["institution-1150", "institution-1174"].map(
		(key) => institutions.find((one) => one.key === key)?.id ?? "",
	);
	const there = await work.db
		.selectFrom("meeting.enquiry")
		.select("id")
		.where("subject", "=", demoEnquiries[0]?.subject ?? "")
		.executeTakeFirst();
	if (there || host === "" || ntnu === "" || nord === "") return done({ enquiries: 0 });
	const at = { host, ntnu, nord };
	for (const one of demoEnquiries) {
		const asker = at[one.from];
		const sent = ago(work, one.daysAgo, asker);
		const facts = { asks: one.asks, subject: one.subject, body: one.body, theme: null, unitName: "" };
		const dueOn = addDays(sent.today, one.within);
		const to = { receiverIds: [at[one.to]], arenaIds: [] };
		const { ids } = finished(await sendEnquiries(sent, { ...facts, dueOn, ...to }, letters));
		const id = ids[0] ?? "";
		if (one.outcome === "waits") continue;
		if (one.outcome === "late") {
			finished(await remindOfEnquiry(ago(work, one.daysAgo - one.within - 1, asker), id, letters));
			finished(await remindOfEnquiry(ago(work, one.daysAgo - one.within - 4, asker), id, letters));
			continue;
		}
		const later = ago(work, one.daysAgo - one.outcome.after, at[one.to]);
		const { version } = finished(await openEnquiry(later, id)).enquiry;
		finished(
			"answer" in one.outcome
				? await answerEnquiry(later, id, { body: one.outcome.answer, version })
				: await refuseEnquiry(later, id, { reason: one.outcome.reason, body: one.outcome.words, version }),
		);
		// What was told long ago has been read.
		await work.db.deleteFrom("notice.notice").where("link", "=", `/enquiries/${id}`).execute();
	}
	return done({ enquiries: demoEnquiries.length });
}

/** The same unit of work so many days ago, on behalf of an organisation. */
function ago(work: Work, days: number, organisationId: string): Work {
	const now = new Date(work.now.getTime() - days * 86_400_000);
	return { ...work, now, today: addDays(work.today, -days), actor: system("demo", organisationId) };
}
