import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { finished } from "../../../outcome.ts";
import type { Theme } from "../codes.ts";
import { insertInterest } from "../coverage/store.server.ts";
import { addExchange } from "../exchange/service.server.ts";
import type { ResultAnswer } from "../follow/contract.ts";
import * as follow from "../follow/store.server.ts";
import { accessIn, type Opened } from "../open.server.ts";
import { insertAsked } from "../yearly/store.server.ts";
import type { DemoPlace } from "./agreements.ts";

type Ids = Readonly<Record<DemoPlace, string>>;

/** What was delivered on each promise of the agreement, in its order: so many days ago, so much. */
const delivered: readonly (readonly (readonly [number, number, string])[])[] = [
	[
		[715, 8, "Høstens siste gruppe"],
		[560, 57, "Plasser i vår- og høstrunden"],
	],
	[
		[560, 21, "Veilederkurs, to samlinger"],
		[90, 16, "Veilederkurs på nett"],
	],
	[
		[540, 24, "Kurs for nye veiledere"],
		[100, 12, "Kurs i vår"],
	],
	[
		[500, 2, "Psykisk helse, og rehabilitering"],
		[60, 1, "Videreutdanning i demensomsorg"],
	],
	[[480, 2, "Tidlig innsats hjemme, og trygg utskriving"]],
];

const said = (verdicts: string, comment: string): ResultAnswer => {
	const [fits = "3", supervision = "3", places = "3", recruitment = "3", research = "unknown"] = verdicts.split(" ");
	return {
		...{ "fits-needs": verdictOf(fits), supervision: verdictOf(supervision), "more-places": verdictOf(places) },
		...{ recruitment: verdictOf(recruitment), research: verdictOf(research), comment },
	};
};

function verdictOf(word: string): ResultAnswer["research"] {
	return (["1", "2", "3", "4", "5"] as const).find((one) => one === word) ?? "unknown";
}

/** What each party said the agreement had led to: years before this one, and what they answered. */
const results: readonly (readonly [number, DemoPlace, string, ResultAnswer])[] = [
	[2, "stjordal", "Torstein Aunemo", said("2 2 3 2", "Vi har ikke merket noe ennå.")],
	[2, "ntnu", "Ingrid Vollmo", said("3 3 3 ? 2", "")],
	[1, "stjordal", "Torstein Aunemo", said("3 4 4 3 2", "Veilederkurset på nett har gjort at flere kan delta.")],
	[1, "ntnu", "Ingrid Vollmo", said("4 4 3 ? 3", "Vi får plassene tidligere enn før.")],
	[1, "nord", "Liv Nordgarden", said("4 3 4 3 2", "Vi skulle gjerne forsket mer sammen.")],
];

const wanted: readonly (readonly [DemoPlace, Theme, DemoPlace | null, string])[] = [
	["stjordal", "digital-competence", "ntnu", "Vi innfører ny journal og trenger opplæring."],
	["ntnu", "innovation", "stjordal", "Vi søker sammen med kommuner om innovasjonsmidler."],
	["levanger", "interprofessional-practice", null, "Vi har plass til grupper fra våren."],
];

/** What has come of the first agreement of the demo, what each side says of it, and what goes on around it. */
export async function seedAround(work: Work, opened: Opened, ids: Ids): Promise<void> {
	const { agreement, commitments, parties } = opened;
	const { readers } = accessIn(agreement.state, { agreement, parties });
	for (const [index, promise] of commitments.entries())
		for (const [daysAgo, amount, note] of delivered[index] ?? []) {
			const day = { deliveredOn: addDays(work.today, -daysAgo), amount, note };
			const by = { commitmentId: promise.id, writtenFor: promise.partyId, writtenBy: null };
			await follow.insertDelivery(work, agreement, { ...day, ...by }, readers);
		}
	const year = Number(work.today.slice(0, 4));
	for (const [before, place, answeredBy, answer] of results)
		await follow.writeResult(
			{ ...work, now: new Date(work.now.getTime() - (365 * before - 110) * 86_400_000) },
			agreement,
			{ year: year - before, partyId: ids[place], answeredBy, answer },
			readers,
		);
	const asked = { ...work, today: addDays(work.today, -270) };
	for (const { organisationId } of parties)
		await insertAsked(asked, agreement, { year: year - 1, partyId: organisationId, way: "told" });
	for (const [place, theme, withPlace, note] of wanted)
		await insertInterest(work, ids[place], { theme, withId: withPlace === null ? null : ids[withPlace], note });
	const between = { agreementId: agreement.id, homeId: ids.stjordal, guestId: ids.nord };
	finished(
		await addExchange(work, {
			...{ ...between, kind: "shared-position", personName: "Kari Nes", title: "Sykepleier og høgskolelektor" },
			...{
				homeShare: 80,
				guestShare: 20,
				financing: "Hver betaler sin del.",
				lectures: null,
				firstDay: addDays(work.today, -400),
			},
			tasks: "Veileder i hjemmetjenesten, og underviser i hjemmesykepleie på andre året.",
			lastDay: addDays(work.today, 330),
		}),
	);
	finished(
		await addExchange(work, {
			...{
				...between,
				kind: "job-shadowing",
				personName: null,
				title: "Hospitering ved Halsen for vitenskapelig ansatte",
			},
			...{
				guestId: ids.ntnu,
				homeShare: null,
				guestShare: null,
				financing: "",
				lectures: null,
				tasks: "To uker i tjenesten.",
			},
			...{ firstDay: addDays(work.today, 60), lastDay: addDays(work.today, 74) },
		}),
	);
}
