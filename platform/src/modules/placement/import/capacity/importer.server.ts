import { newId, type Work } from "../../../../database/work.server.ts";
import { foldName } from "../../../../geography/search.ts";
import { type Importer, importer, type Tell } from "../../../../import/importer.server.ts";
import { inTurns, rowsInTurn } from "../../../../import/turns.ts";
import { formatShortDate, type Language } from "../../../../language.ts";
import { piecesOf } from "../../../../pieces.ts";
import { readVocabulary } from "../../../organisation/service.server.ts";
import { professionName } from "../../../organisation/text.ts";
import { nameOf } from "../../capacity/asker.server.ts";
import { hostKinds } from "../../capacity/codes.ts";
import type { OfferInAnswer } from "../../capacity/contract.ts";
import { stateOfAnswer } from "../../capacity/rules.ts";
import { type CapacitySheetRow, writtenYears } from "../../capacity/sheet.ts";
import { findPlace, insertSites, listSites } from "../../capacity/site.store.server.ts";
import { listCapacity, listOffersOf, listPromised } from "../../capacity/store.server.ts";
import { capacityText } from "../../capacity/text.ts";
import { institutionKinds } from "../../codes.ts";
import { recordEffort } from "../../effort.server.ts";
import { findPostcodes, hasPostcodes } from "../../roster/store.server.ts";
import { knownOrganisations } from "../organisations.server.ts";
import { settingFinder } from "../settings.ts";
import { type CapacityFacts, type CapacityPlan, type PlannedSite, planCapacity } from "./plan.ts";
import { capacityImportSheet } from "./sheet.ts";
import * as store from "./store.server.ts";
import type { Target } from "./targets.ts";
import { capacityFindings } from "./text.ts";

/** Reads, plans and writes capacity, with the sites it is at. */
export const capacityImporter: Importer = importer({
	sheet: async () => capacityImportSheet,
	text: capacityFindings,
	whole: (value) => ({
		...{ ...value, site: value.site ?? "", places: value.places ?? 0 },
		...{ firstDay: value.firstDay ?? "1900-01-01", lastDay: value.lastDay ?? "9999-12-31" },
	}),
	async plan(work, organisationId, { rows, absentColumns }) {
		const facts = await factsFor(
			work,
			organisationId,
			rows.map((row) => row.value),
		);
		const plan = await inTurns(planCapacity(rows, new Set(absentColumns), facts));
		const { sites, targets, contacts, created, changed, unchanged, untouched, refusals, warnings } = plan;
		return {
			...{ created, changed, unchanged, untouched, besides: sites.length, refusals, warnings },
			approved: [
				...sites,
				...contacts,
				...targets.map(({ siteId, before, mostAtOnce, lines }) => [
					...[siteId, before?.id ?? null, before?.state ?? null, mostAtOnce],
					lines.map(({ offer, changes }) => [offer, changes]),
				]),
			],
			write: (tell) => writeCapacity(work, organisationId, plan, tell),
		};
	},
});

async function factsFor(work: Work, organisationId: string, rows: readonly CapacitySheetRow[]): Promise<CapacityFacts> {
	const hosts = await knownOrganisations(work, hostKinds);
	const institutions = await knownOrganisations(work, institutionKinds);
	const { settings } = await readVocabulary(work);
	const sites = [
		...(await listSites(work, organisationId, { words: [], status: "open" })).rows,
		...(await listSites(work, organisationId, { words: [], status: "closed" })).rows,
	];
	const query = { words: [], unitIds: null, sort: "from" } as const;
	const { rows: capacity } = await listCapacity(work, organisationId, query);
	const isKnown = await findPostcodes(
		work,
		rows.map((row) => row.postcode),
	);
	const knowsPostcodes = await hasPostcodes(work);
	const language = work.actor.kind === "person" ? work.actor.language : "nb";
	return {
		...{ ownHost: hosts.byId.has(organisationId) ? organisationId : null, host: hosts.find },
		...{ institution: institutions.find, institutionIds: new Set(institutions.byId.keys()) },
		setting: settingFinder(settings),
		mayBePostcode: (postcode) => !knowsPostcodes || isKnown.has(postcode),
		...{ sites, capacity },
		offers: await listOffersOf(
			work,
			organisationId,
			capacity.map(({ id }) => id),
		),
		promised: await listPromised(work, [...new Set(capacity.map(({ siteId }) => siteId))]),
		nameOf: (offer) => offerName(language, offer),
		hostName: (hostId) => (hostId === organisationId ? null : (hosts.byId.get(hostId)?.name ?? null)),
	};
}

const anyProfession: Readonly<Record<Language, string>> = {
	nb: "Alle utdanninger",
	nn: "Alle utdanningar",
	en: "Any profession",
};

const placesWords: Readonly<Record<Language, (places: number) => string>> = {
	nb: (places) => (places === 1 ? "1 plass" : `${places} plasser`),
	nn: (places) => (places === 1 ? "1 plass" : `${places} plassar`),
	en: (places) => (places === 1 ? "1 place" : `${places} places`),
};

function offerName(
	language: Language,
	{
		profession,
		years,
		firstDay,
		lastDay,
		places,
	}: Pick<OfferInAnswer, "profession" | "years" | "firstDay" | "lastDay" | "places">,
): string {
	const who = profession === null ? anyProfession[language] : professionName(language, profession);
	const list = writtenYears(years);
	const what = list === null ? who : `${who}, ${capacityText[language].years(list)}`;
	return `${what}, ${formatShortDate(language, firstDay)}–${formatShortDate(language, lastDay)}: ${placesWords[language](places)}`;
}

/** Sites, then capacity, then offers: each piece by piece, so that everybody else gets their turn. */
async function writeCapacity(
	work: Work,
	organisationId: string,
	{ sites, targets, contacts }: CapacityPlan,
	tell: Tell,
): Promise<void> {
	const by = nameOf(work);
	const made = new Map(sites.map((site) => [site.id, newId()]));
	await writeSites(work, organisationId, sites, made);
	await store.updateContacts(work, organisationId, contacts);
	const whole = targets.map((target) => ({
		...{ ...target, id: target.before?.id ?? newId(), siteId: made.get(target.siteId) ?? target.siteId },
		state: stateOfAnswer(true, target.before?.state ?? "asked", "keeper"),
	}));
	let written = 0;
	for (const piece of piecesOf(whole, rowsInTurn)) {
		await store.insertEntered(
			work,
			organisationId,
			piece.filter(({ before }) => before === null),
			by,
		);
		await store.updateAnswered(
			work,
			organisationId,
			piece.flatMap(({ id, before, mostAtOnce, state }) => (before === null ? [] : [{ id, mostAtOnce, state }])),
			by,
		);
		const offers = piece.flatMap(({ id: capacityId, siteId, hostId, state, lines }) =>
			lines.map(({ offer }) => ({
				...{ ...offer, id: offer.id ?? newId(), capacityId, siteId, hostId, published: state === "published" },
			})),
		);
		for (const some of piecesOf(offers, rowsInTurn)) await store.upsertOffers(work, organisationId, some);
		written += piece.length;
		await tell(written, whole.length);
	}
	await recordAnswers(work, organisationId, targets);
}

async function writeSites(
	work: Work,
	organisationId: string,
	sites: readonly PlannedSite[],
	made: ReadonlyMap<string, string>,
): Promise<void> {
	const { byId } = await knownOrganisations(work, ["municipality"]);
	const places = new Map<string, Awaited<ReturnType<typeof findPlace>>>();
	for (const piece of piecesOf(sites, rowsInTurn)) {
		const rows: Parameters<typeof insertSites>[2][number][] = [];
		for (const { id, hostId, name, setting, postcode, contact } of piece) {
			// Where nobody has said where a municipality's site is, it is somewhere in the municipality.
			const number = postcode === null ? (byId.get(hostId)?.number ?? null) : null;
			const key = `${postcode} ${number}`;
			const place = places.get(key) ?? (await findPlace(work, postcode, number));
			places.set(key, place);
			const { municipalityNumber, latitude, longitude } = place;
			rows.push({
				...{ id: made.get(id) ?? newId(), hostId, unitId: null, name, setting, postcode, municipalityNumber },
				...{
					latitude,
					longitude,
					housingNote: null,
					contactName: contact.name,
					contactEmail: contact.email,
					published: true,
				},
				searchName: foldName(name),
			});
		}
		await insertSites(work, organisationId, rows);
	}
}

/** What was asked for in a collection has been answered, and counts as a step somebody took for each. */
async function recordAnswers(work: Work, organisationId: string, targets: readonly Target[]): Promise<void> {
	const answered = new Map<string, number>();
	for (const { before } of targets)
		if (before !== null && before.collectionId !== null && before.state === "asked")
			answered.set(before.collectionId, (answered.get(before.collectionId) ?? 0) + 1);
	for (const [collectionId, times] of answered)
		await recordEffort(work, { kind: "touch", what: "capacity-answered", times, collectionId, organisationId });
}
