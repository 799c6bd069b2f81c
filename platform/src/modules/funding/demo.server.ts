import { newId, type Work } from "../../database/work.server.ts";
import { addDays } from "../../day.ts";
import { record } from "../../identity/audit.server.ts";
import { done, finished, type Outcome } from "../../outcome.ts";
import { demoPlaces } from "../organisation/service.server.ts";
import type { CallContent } from "./call/contract.ts";
import { listCalls } from "./call/list.server.ts";
import { beginCall, changeCall, openWriting, publishCall } from "./call/service.server.ts";
import { answerClarification, insertClarification } from "./call/store.server.ts";
import {
	answerNeeds,
	beginCollection,
	listProgress,
	listUnitsToAsk,
	openCollection,
	weighNeeds,
} from "./collect/service.server.ts";
import { addScheme, listSchemes } from "./scheme/service.server.ts";

/** The state administrators of the demo region that make calls; the first writes down the scheme. */
export function demoGivers(): readonly { readonly id: string; readonly county: string }[] {
	return demoPlaces().administrators;
}

const schemeName = "Kompetanse- og innovasjonstilskudd";

/** What both counties say alike. */
function alike(today: string): Partial<CallContent> {
	return {
		purpose:
			"Tilskuddet skal bidra til at kommunene rekrutterer, utdanner og beholder ansatte med den kompetansen helse- og omsorgstjenestene trenger.",
		regulation: "Regelverk for tilskuddsordningen, fastsatt for ett år om gangen",
		conditions:
			"Søknaden skal bygge på kommunens kompetanseplan. Brukere og tillitsvalgte skal ha vært med. Vedtak om utdanning er betinget av at den ansatte får opptak.",
		...{ municipality: true, joint: true, regional: true, lowest: 50_000 },
		carryOver:
			"Midler til utdanning følger studieåret og overføres uten ny søknad. Andre midler kan overføres etter søknad.",
		...{ opensOn: addDays(today, -20), decidesOn: addDays(today, 110), reportOn: addDays(today, 560) },
		measures: [
			{ id: "m1", name: "Ansatte på kortere kurs", about: "Telles når kurset begynner, ikke når det er ferdig." },
		],
	};
}

const categories: CallContent["categories"] = [
	{
		id: "k1",
		name: "Grunn- og videreutdanning",
		about: "Fagskole, høyskole og universitet",
		highest: null,
		novelty: "any",
	},
	{
		id: "k2",
		name: "Kortere kurs",
		about: "ABC-opplæring og andre kurs som ikke krever vikar",
		highest: 300_000,
		novelty: "any",
	},
	{
		id: "k3",
		name: "Utvikling",
		about: "Noe dere alt gjør, og vil gjøre bedre",
		highest: 800_000,
		novelty: "development",
	},
	{
		id: "k4",
		name: "Innovasjon",
		about: "Si hva som er nytt: her, i regionen eller i landet",
		highest: 1_500_000,
		novelty: "new",
	},
];

/** How the two counties differ: the days, the share applicants bear, what counts. */
function own(today: string, county: string): Partial<CallContent> {
	if (county === "50")
		return {
			...{ pot: 42_000_000, highest: 6_000_000, ownShare: 20, droppedShare: 50 },
			...{ closesOn: addDays(today, 38), spendBy: addDays(today, 500), categories },
			criteria: [
				{ id: "v1", name: "Behovet i tjenestene", about: "Slik kompetanseplanen viser det", weight: 40 },
				{ id: "v2", name: "Gjennomføring", about: "Permisjon, vikar og ledelse er avklart", weight: 30 },
				{ id: "v3", name: "Medvirkning", about: "Brukere og tillitsvalgte har vært med fra starten", weight: 15 },
				{ id: "v4", name: "Små kommuner og samarbeid", about: "", weight: 15 },
			],
		};
	return {
		...{ pot: 31_000_000, highest: 4_000_000, ownShare: 0, carries: "free" },
		...{ closesOn: addDays(today, 24), spendBy: addDays(today, 400), categories: categories.slice(0, 3) },
		criteria: [
			{ id: "v1", name: "Behovet i tjenestene", about: "", weight: 50 },
			{ id: "v2", name: "Gjennomføring", about: "", weight: 50 },
		],
	};
}

/**
 * A call of one state administrator of the demo region for the scheme both share; the first has published a second version
 * and answered a question. Runs as the program on behalf of the state administrator. Once only.
 */
export async function seedFundingDemo(work: Work, county: string): Promise<Outcome<{ calls: number }>> {
	const standing = (await listSchemes(work)).find(({ name }) => name === schemeName);
	const isFirst = county === demoGivers()[0]?.county;
	if (isFirst ? standing : (standing?.calls ?? 0) > 1) return done({ calls: 0 });
	const schemeId =
		standing?.id ??
		finished(
			await addScheme(work, {
				...{ name: schemeName, directorate: "Helsedirektoratet", address: null },
				purpose: "Kompetanse og nye måter å arbeide på i de kommunale helse- og omsorgstjenestene.",
				regulation: "Regelverk for tilskuddsordningen, fastsatt for ett år om gangen",
			}),
		).id;
	const title = `${schemeName} ${Number(work.today.slice(0, 4)) + 1}`;
	const { id } = finished(await beginCall(work, { way: "here", title, schemeId }));
	const revise = async (change: Partial<CallContent>, note: string) => {
		const { draft } = finished(await openWriting(work, id));
		const { version } = finished(await changeCall(work, id, { ...change, version: draft.revision }));
		return finished(await publishCall(work, id, { version, note }));
	};
	const said = { ...alike(work.today), ...own(work.today, county) };
	if (isFirst) {
		await revise({ ...said, pot: 40_000_000 }, "");
		await revise({ pot: 42_000_000 }, "Rammen er økt med to millioner kroner.");
		await seedQuestions(work, id);
	} else await revise(said, "");
	await record(work, { verb: "demo.seed", objectKind: "funding-call", objectId: id });
	return done({ calls: 1 });
}

/** One question that is answered to all, and one that waits. */
async function seedQuestions(work: Work, id: string): Promise<void> {
	const { call } = finished(await openWriting(work, id));
	const askerId = demoPlaces().municipalities.find(({ number }) => number === "5037")?.id ?? "";
	const first = newId();
	await insertClarification(work, call, {
		...{ id: first, number: 1, askerId },
		question: "Vi vet ikke hvem som får opptak før i juli. Kan vi søke for flere enn dem vi er sikre på?",
	});
	await answerClarification(work, call, {
		...{ id: first, by: "" },
		answer:
			"Ja. Vedtaket gjøres betinget av opptak, og beløpet følger dem som faktisk begynner. Si i søknaden hvor mange dere regner med.",
	});
	await insertClarification(work, call, {
		...{ id: newId(), number: 2, askerId },
		question: "Kan tre kommuner søke sammen om kurs, og hver for seg om utdanning?",
	});
}

/** What services of the demo wish for: the measure, the category, people, kroner and own kroner, and why. */
const wishes = [
	["Videreutdanning i demens", "k1", 2, 240_000, 80_000, "To slutter med pensjon i løpet av året."],
	["Helsefagarbeider til sykepleier, deltid", "k1", 1, 180_000, 60_000, "Ingen søkere på siste utlysning."],
	["ABC-opplæring i miljøbehandling", "k2", 12, 60_000, 20_000, "Mange nye medarbeidere."],
	["Lederutdanning", "k1", 1, 90_000, 30_000, "Ny avdelingsleder fra høsten."],
	["Velferdsteknologi i hjemmet", "k3", 4, 350_000, 120_000, "Bygger på prøveordningen som går nå."],
	["Palliasjon, videreutdanning", "k1", 1, 120_000, 40_000, "Bare én har dette i dag, uten stedfortreder."],
] as const;

/**
 * A collection of needs in a municipality of the demo region: most units have answered, and some needs are weighed. Runs as
 * the program on behalf of the municipality, after the calls are there. Once only.
 */
export async function seedNeedsDemo(work: Work): Promise<Outcome<{ needs: number }>> {
	const giver = demoGivers()[0]?.id;
	const call = (await listCalls(work)).find(
		({ organisationId, standing }) => organisationId === giver && standing === "open",
	);
	if (!call || (await listProgress(work)).has(call.id)) return done({ needs: 0 });
	const units = (await listUnitsToAsk(work)).slice(0, 9).map(({ id }) => id);
	const message = "Se kompetanseplanen før dere svarer, og si hva som haster mest.";
	const facts = { answerBy: addDays(work.today, 14), message, units };
	const { id } = finished(await beginCollection(work, call.id, facts));
	const { asked } = finished(await openCollection(work, id));
	for (const [at, one] of asked.entries()) {
		if (at > wishes.length) continue;
		const rows = wishes.slice(at, at + 1 + (at % 2)).map(([title, category, people, applied, own, reason]) => ({
			...{ title, category, people, applied, own, reason },
		}));
		finished(await answerNeeds(work, one.id, { rows, version: one.version }));
	}
	const { needs } = finished(await openCollection(work, id));
	const weighings = needs.slice(0, 5).map((need, at) => ({
		...{ id: need.id, priority: at + 1, decision: at === 4 ? ("out" as const) : ("in" as const) },
		because: at === 4 ? "Kan vente til neste år: to er alt under utdanning." : "",
	}));
	finished(await weighNeeds(work, id, weighings));
	await record(work, { verb: "demo.seed", objectKind: "funding-collection", objectId: id });
	return done({ needs: needs.length });
}

/** The municipality of the demo region whose coordinator gathers needs. */
export function demoApplicantId(): string {
	return demoPlaces().municipalities.find(({ number }) => number === "5037")?.id ?? "";
}
