import { insertMany } from "../../../database/insert-many.server.ts";
import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { type NationalGivers, type Random, random } from "../../organisation/service.server.ts";
import type { LineFacts, SendingContent } from "../apply/contract.ts";
import { sumOfLines, yearsOf } from "../apply/rules.ts";
import { totalOfScores } from "../assess/rules.ts";
import type { NationalCall } from "./calls.server.ts";
import { nationalId } from "./ids.ts";

export type Place = { readonly id: string; readonly name: string; readonly population: number };

/** What is applied for: the measure, its category, and kroner for each of the staff. */
const wishes = [
	["Sykepleie, deltid", "k1", 110_000],
	["Vernepleie, deltid", "k1", 110_000],
	["Videreutdanning i psykisk helse og rus", "k1", 90_000],
	["Videreutdanning i demens", "k1", 80_000],
	["Palliasjon, videreutdanning", "k1", 85_000],
	["Avansert klinisk allmennsykepleie", "k1", 140_000],
	["Fagbrev på jobb", "k1", 40_000],
	["Fagskole i kreftomsorg", "k1", 60_000],
	["Lederutdanning i primærhelsetjenesten", "k1", 70_000],
	["Demensomsorgens ABC", "k2", 4_000],
	["Kurs i velferdsteknologi", "k2", 6_000],
	["Mitt livs ABC", "k2", 4_000],
	["Digital hjemmeoppfølging", "k3", 25_000],
	["Bedre utskrivning fra sykehus", "k3", 30_000],
] as const;

const words = [
	"Flere slutter med pensjon enn vi har i utdanning, og vikarbruken øker.",
	"Tjenestene får flere brukere med sammensatte behov, og kompetanseplanen viser hva som mangler i hver enhet.",
	"Tiltakene er prioritert sammen med enhetslederne, tillitsvalgte og eldrerådet før søknaden ble skrevet.",
	"Permisjon og vikar er avklart med lederne, og studiestedene har bekreftet at studiet går på deltid.",
];

function linesOf({ population }: Place, years: readonly number[], chance: Random): readonly LineFacts[] {
	const [first = 0, second = first] = years;
	const most = population < 5_000 ? 3 : population < 20_000 ? 5 : 8;
	const start = chance.whole(0, wishes.length - 1);
	return Array.from({ length: chance.whole(2, most) }, (_, at): LineFacts => {
		const [title, category, each] = wishes[(start + at * 3) % wishes.length] ?? wishes[0];
		const people = Math.max(1, Math.round((population / 8_000) * chance.whole(1, 4) * (category === "k2" ? 6 : 1)));
		const applied = Math.round((people * each) / 2_000) * 1_000;
		const year = (one: number) => ({ year: one, applied, own: Math.ceil((applied * 0.3) / 1_000) * 1_000 });
		return {
			...{ title, category, people, source: chance.chance(0.6) ? "Kompetanseplan 2025–2029" : "" },
			...{ novelty: category === "k3" ? "development" : null, argued: chance.pick(words) },
			amounts: first === second ? [year(first)] : [year(first), year(second)],
		};
	});
}

/**
 * An application of every municipality to a national call, the small ones now and then with two neighbours; most of them
 * assessed by two or three, half of them decided. Made up, the same every time.
 */
export async function makeNationalApplications(
	work: Work,
	call: NationalCall,
	givers: NationalGivers,
	places: readonly Place[],
): Promise<number> {
	const chance = random(357);
	const years = yearsOf(call.content, work.today);
	const rows = new Map<string, object[]>();
	const add = (table: string, row: object) => {
		const some = rows.get(table) ?? [];
		some.push(row);
		rows.set(table, some);
	};
	const asker = { asker_id: givers.organisationId, form_id: call.applicationFormId, number: call.applicationNumber };
	const callKey = { call_organisation_id: givers.organisationId, call_id: call.id };
	for (const [index, place] of places.entries()) {
		const [id, answerId] = [nationalId(`application:${place.id}`), nationalId(`answer:${place.id}`)];
		const joint = place.population < 5_000 && index % 9 === 0;
		const parties = joint ? [0, 1, 2].flatMap((next) => places[(index + next) % places.length] ?? []) : [place];
		const sentAt = new Date(work.now.getTime() - chance.whole(21, 60) * 86_400_000);
		const by = "Rådgiver tilskudd";
		const lines = parties.flatMap((party) =>
			linesOf(party, years, chance).map((line, at) => ({
				...{ ...line, id: nationalId(`line:${place.id}:${party.id}:${at}`), partyId: party.id },
			})),
		);
		const given = {
			...{ goal: words.join(" "), planned: "yes", involved: words.slice(2).join(" ") },
			...{ "contact.name": by, "contact.email": "tilskudd@example.no" },
		};
		add("form.answer", {
			...{ organisation_id: place.id, id: answerId, ...asker, shared: true, by_link: false, answered_for: "", given },
			...{
				state: "submitted",
				revision: 2,
				begun_at: sentAt,
				changed_at: sentAt,
				changed_by: by,
				submitted_at: sentAt,
			},
			submitted_by: by,
		});
		add("funding.application", {
			...{ organisation_id: place.id, id, ...callKey, number: call.number, answer_id: answerId, joint, state: "sent" },
			...{ changing: false, sent: 1, created_at: sentAt, created_by: by, version: 1 },
			reference: `${work.today.slice(0, 4)}-${id.slice(-8).toUpperCase()}`,
		});
		for (const party of parties)
			add("funding.application_party", {
				...{
					organisation_id: place.id,
					application_id: id,
					party_id: party.id,
					part: "",
					moved_at: sentAt,
					version: 1,
				},
				...{ state: party.id === place.id ? "lead" : "approved", moved_by: by, because: "" },
			});
		for (const [sort, { partyId, ...line }] of lines.entries())
			add("funding.application_line", {
				organisation_id: place.id,
				application_id: id,
				party_id: partyId,
				...line,
				sort,
			});
		const content: SendingContent = {
			...{ applicant: place.name, number: call.number, lines },
			parties: parties.map((party) => ({ id: party.id, name: party.name, kind: "municipality", part: "" })),
			facts: [
				{
					...{ key: "organisation-population", label: "Innbyggere", value: String(place.population) },
					...{ source: "SSB", asOf: addDays(work.today, -300) },
				},
			],
		};
		add("funding.sending", {
			...{ organisation_id: place.id, application_id: id, number: 1, ...callKey, answer_id: answerId, content },
			...{ ...sumOfLines(lines), sent_at: sentAt, sent_by: by },
		});
		for (const row of judgements(work, { place, id, lines, call, givers, index }, chance)) add(row.table, row.values);
	}
	for (const [table, some] of rows) await insertMany(work, table, some);
	return places.length;
}

type ToJudge = {
	readonly place: Place;
	readonly id: string;
	readonly lines: readonly LineFacts[];
	readonly call: NationalCall;
	readonly givers: NationalGivers;
	readonly index: number;
};

/** What two or three give an application, and what is decided; nobody has looked at one in ten. */
function judgements(work: Work, { place, id, lines, call, givers, index }: ToJudge, chance: Random) {
	if (index % 10 === 9) return [];
	const { criteria } = call.content;
	const key = { organisation_id: givers.organisationId, application_id: id, applicant_id: place.id };
	const judges = givers.people
		.slice(0, chance.whole(2, 3))
		.map((_, at) => givers.people[(index + at * 7) % givers.people.length]);
	const base = chance.whole(3, 8);
	const assessed = judges.flatMap((judge) => {
		if (!judge) return [];
		const scores = Object.fromEntries(
			criteria.map((one) => [one.id, Math.min(10, Math.max(0, base + chance.whole(-2, 2)))]),
		);
		const values = {
			...key,
			person_id: judge.id,
			person_name: judge.name,
			impartial: true,
			scores,
			comment: chance.pick(words),
		};
		return [{ total: totalOfScores(criteria, scores) ?? 0, values: { ...values, changed_at: work.now, version: 1 } }];
	});
	const mean = assessed.reduce((sum, { total }) => sum + total, 0) / Math.max(assessed.length, 1);
	const isEligible = index % 40 !== 3;
	const isGranted = isEligible && mean >= 45;
	const isDecided = index % 2 === 0;
	const share = (kroner: number) => Math.floor((kroner * 0.6) / 1_000) * 1_000;
	const years = new Map<number, number>();
	for (const { amounts } of lines)
		for (const { year, applied } of amounts) years.set(year, (years.get(year) ?? 0) + share(applied));
	const decision = {
		...{ ...key, call_id: call.id, eligible: isEligible, conditional: true, version: 2 },
		eligible_because: isEligible ? "" : "Søknaden bygger ikke på en vedtatt kompetanseplan.",
		...{ outcome: isGranted ? "granted" : "refused", because: isDecided ? chance.pick(words) : "" },
		granted: isGranted ? [...years].map(([year, kroner]) => ({ year, kroner })) : [],
		...{ decided_at: isDecided ? work.now : null, decided_by: isDecided ? (judges[0]?.name ?? "") : null },
		appeal_by: isDecided ? addDays(work.today, 21) : null,
	};
	return [
		...assessed.map(({ values }) => ({ table: "funding.assessment", values })),
		{ table: "funding.decision", values: decision },
	];
}
