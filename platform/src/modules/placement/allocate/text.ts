import type { Language } from "../../../language.ts";
import { defineText } from "../../../language.ts";
import type { RunFinding } from "./contract.ts";

/** Why an offer was not open to a claim, by the code of the rule; `no-offer`: there was none at all. */
export const ruleText = defineText({
	nb: {
		"other-profession": "gjelder en annen utdanning",
		"other-year": "gjelder et annet studieår",
		"other-weeks": "gjelder ikke hele perioden",
		"other-setting": "er ikke det slaget sted emnet krever",
		reserved: "er holdt av til en annen institusjon",
		"travel-cap": "ligger lenger unna enn reisegrensen i runden",
		"own-travel-cap": "ligger lenger unna enn studentens egen grense",
		"only-municipality": "ligger utenfor kommunen studenten må være i",
		"excluded-site": "er et sted studenten ikke kan være på",
		"excluded-host": "hører til en praksisvert studenten ikke kan være hos",
		"setting-done": "er et slag sted studenten har vært på før",
		"no-public-transport": "kan ikke nås med kollektivtransport",
		"no-agreement": "har ikke avtale med institusjonen",
		forbidden: "er stengt for studenten av en koordinator",
		"site-declined": "er der praksisstedet har svart nei til studenten",
		"asked-elsewhere": "er der studenten var, og har fått innvilget en annen plass enn",
		"no-offer": "det er ingen tilbud i runden",
	},
	nn: {
		"other-profession": "gjeld ei anna utdanning",
		"other-year": "gjeld eit anna studieår",
		"other-weeks": "gjeld ikkje heile perioden",
		"other-setting": "er ikkje det slaget stad emnet krev",
		reserved: "er halde av til ein annan institusjon",
		"travel-cap": "ligg lenger unna enn reisegrensa i runden",
		"own-travel-cap": "ligg lenger unna enn studenten si eiga grense",
		"only-municipality": "ligg utanfor kommunen studenten må vere i",
		"excluded-site": "er ein stad studenten ikkje kan vere på",
		"excluded-host": "høyrer til ein praksisvert studenten ikkje kan vere hos",
		"setting-done": "er eit slag stad studenten har vore på før",
		"no-public-transport": "kan ikkje nåast med kollektivtransport",
		"no-agreement": "har ikkje avtale med institusjonen",
		forbidden: "er stengd for studenten av ein koordinator",
		"site-declined": "er der praksisstaden har svart nei til studenten",
		"asked-elsewhere": "er der studenten var, og har fått innvilga ein annan plass enn",
		"no-offer": "det er ingen tilbod i runden",
	},
	en: {
		"other-profession": "is for another profession",
		"other-year": "is for another year of study",
		"other-weeks": "does not cover the whole period",
		"other-setting": "is not the kind of place the course requires",
		reserved: "is kept for another institution",
		"travel-cap": "is further away than the round's travel limit",
		"own-travel-cap": "is further away than the student's own limit",
		"only-municipality": "is outside the municipality the student must be in",
		"excluded-site": "is a site the student cannot be at",
		"excluded-host": "belongs to a host the student cannot be with",
		"setting-done": "is a kind of place the student has been at before",
		"no-public-transport": "cannot be reached by public transport",
		"no-agreement": "has no agreement with the institution",
		forbidden: "has been closed to the student by a coordinator",
		"site-declined": "is where the site has said no to the student",
		"asked-elsewhere": "is where the student was, and has been granted another place than",
		"no-offer": "there are no offers in the round",
	},
});

/** What the steps of the objective are called; the engine's own names are looked up by their beginning. */
const stepWords = defineText({
	nb: {
		unplaced: (priority: string) => `uten plass, prioritet ${priority}`,
		floors: "mangler på minstetallene",
		rank: (rank: string) => `plasser på ønske ${rank}`,
		bottleneck: "lengste reise, minutter",
		burden: "samlet byrde (reise og ønsker)",
		changed: "har mistet eller byttet plass",
		ties: "loddtrekning mellom like løsninger",
	},
	nn: {
		unplaced: (priority: string) => `utan plass, prioritet ${priority}`,
		floors: "manglar på minstetala",
		rank: (rank: string) => `plassar på ønske ${rank}`,
		bottleneck: "lengste reise, minutt",
		burden: "samla bør (reise og ønske)",
		changed: "har mista eller bytt plass",
		ties: "loddtrekking mellom like løysingar",
	},
	en: {
		unplaced: (priority: string) => `without a place, priority ${priority}`,
		floors: "missing to the floors",
		rank: (rank: string) => `places at wish ${rank}`,
		bottleneck: "longest travel, minutes",
		burden: "total burden (travel and wishes)",
		changed: "lost or changed the place they had",
		ties: "draw between equal solutions",
	},
});

/** A step of the objective, as the engine names it, in words. */
export function stepText(name: string, language: Language): string {
	const text = stepWords[language];
	const priority = /^priority (\d+) unplaced$/.exec(name)?.[1];
	if (priority !== undefined) return text.unplaced(priority);
	const rank = /^rank = (\d+)$/.exec(name)?.[1];
	if (rank !== undefined) return text.rank(rank);
	if (name === "missing to floors") return text.floors;
	if (name === "largest minutes") return text.bottleneck;
	if (name === "burden" || name === "changed" || name === "ties") return text[name];
	return name;
}

const findingWords = defineText({
	nb: {
		"lock-unknown": (d: Words) =>
			`Låsen av ${d("claim")} til ${d("offer")} gjelder noe som ikke er i runden, eller er nummer to for samme student. Den er ikke brukt.`,
		"lock-against-rule": (d: Words) =>
			`${d("claim")} er låst til ${d("offer")} mot regelen: tilbudet ${d("rule")}. Låsen gjelder.`,
		"locks-over-limit": (d: Words) =>
			`${d("id")} har plass til ${d("places")}, men ${d("locked")} er låst dit. Låsene gjelder. Øk plassene eller fjern låser.`,
		"floor-crosses-floor": (d: Words) =>
			`Et minstetall i kommune ${d("id")} overlapper et annet uten at det ene omfatter det andre. Det er ikke brukt, bare målt. Del dem opp.`,
		"mixture-crosses": (d: Words) =>
			`Kravet om flere utdanninger på ${d("id")} kan ikke brukes sammen med de andre grensene der. Det er ikke brukt.`,
		"floors-make-limits-cross": () => "Minstetallene går på tvers av grensene på stedene. Beregningen tar lengre tid.",
		"tolerance-not-with-crossing-rules": () =>
			"Slingringsmonnet er ikke brukt, fordi noen regler går på tvers av hverandre.",
		"bottleneck-not-with-crossing-rules": () =>
			"Kortest mulig lengste reise er ikke søkt, fordi noen regler går på tvers av hverandre. I stedet er samlet byrde minst mulig.",
		"no-ties": () => "Det er for mange plasser til å avgjøre like løsninger ved trukket rekkefølge.",
		"travel-unknown": (d: Words) =>
			d("minutes") === "0"
				? `Reisetiden er ukjent for ${d("pairs")} par av student og tilbud. Reisevei teller ikke for dem.`
				: `Reisetiden er ukjent for ${d("pairs")} par av student og tilbud. De regnes som ${d("minutes")} minutter, medianen av de kjente.`,
		"public-transport-unknown": (d: Words) =>
			`${d("claims")} studenter må kunne reise kollektivt, men ingen har sagt hvilke steder som kan nås slik. Regelen er ikke brukt.`,
		"comparisons-without-crossing-rules": () =>
			"Sammenligningene tar ikke hensyn til grupper, kvoter og andre regler som går på tvers.",
	},
	nn: {
		"lock-unknown": (d: Words) =>
			`Låsen av ${d("claim")} til ${d("offer")} gjeld noko som ikkje er i runden, eller er nummer to for same student. Han er ikkje brukt.`,
		"lock-against-rule": (d: Words) =>
			`${d("claim")} er låst til ${d("offer")} mot regelen: tilbodet ${d("rule")}. Låsen gjeld.`,
		"locks-over-limit": (d: Words) =>
			`${d("id")} har plass til ${d("places")}, men ${d("locked")} er låste dit. Låsane gjeld. Auk plassane eller fjern låsar.`,
		"floor-crosses-floor": (d: Words) =>
			`Eit minstetal i kommune ${d("id")} overlappar eit anna utan at det eine omfattar det andre. Det er ikkje brukt, berre målt. Del dei opp.`,
		"mixture-crosses": (d: Words) =>
			`Kravet om fleire utdanningar på ${d("id")} kan ikkje brukast saman med dei andre grensene der. Det er ikkje brukt.`,
		"floors-make-limits-cross": () => "Minstetala går på tvers av grensene på stadene. Utrekninga tek lengre tid.",
		"tolerance-not-with-crossing-rules": () =>
			"Slingringsmonnet er ikkje brukt, fordi nokre reglar går på tvers av kvarandre.",
		"bottleneck-not-with-crossing-rules": () =>
			"Kortast mogleg lengste reise er ikkje søkt, fordi nokre reglar går på tvers av kvarandre. I staden er samla bør minst mogleg.",
		"no-ties": () => "Det er for mange plassar til å avgjere like løysingar ved trekt rekkjefølgje.",
		"travel-unknown": (d: Words) =>
			d("minutes") === "0"
				? `Reisetida er ukjend for ${d("pairs")} par av student og tilbod. Reiseveg tel ikkje for dei.`
				: `Reisetida er ukjend for ${d("pairs")} par av student og tilbod. Dei blir rekna som ${d("minutes")} minutt, medianen av dei kjende.`,
		"public-transport-unknown": (d: Words) =>
			`${d("claims")} studentar må kunne reise kollektivt, men ingen har sagt kva stader som kan nåast slik. Regelen er ikkje brukt.`,
		"comparisons-without-crossing-rules": () =>
			"Samanlikningane tek ikkje omsyn til grupper, kvotar og andre reglar som går på tvers.",
	},
	en: {
		"lock-unknown": (d: Words) =>
			`The lock of ${d("claim")} to ${d("offer")} names something that is not in the round, or is a second one for the same student. It is not used.`,
		"lock-against-rule": (d: Words) =>
			`${d("claim")} is locked to ${d("offer")} against the rule: the offer ${d("rule")}. The lock holds.`,
		"locks-over-limit": (d: Words) =>
			`${d("id")} has room for ${d("places")}, but ${d("locked")} are locked there. The locks hold. Add places or remove locks.`,
		"floor-crosses-floor": (d: Words) =>
			`A floor in municipality ${d("id")} overlaps another, and neither is within the other. It is not used, only measured. Divide them.`,
		"mixture-crosses": (d: Words) =>
			`The demand for several professions at ${d("id")} cannot be combined with the other limits there. It is not used.`,
		"floors-make-limits-cross": () => "The floors cross the limits of the sites. The run takes longer.",
		"tolerance-not-with-crossing-rules": () => "The tolerance is not used, because some rules cross each other.",
		"bottleneck-not-with-crossing-rules": () =>
			"The shortest possible longest travel is not sought, because some rules cross each other. The total burden is the least instead.",
		"no-ties": () => "There are too many places for equal solutions to be settled by a draw.",
		"travel-unknown": (d: Words) =>
			d("minutes") === "0"
				? `The way is not known for ${d("pairs")} pairs of student and offer. Travel does not count for them.`
				: `The way is not known for ${d("pairs")} pairs of student and offer. They count as ${d("minutes")} minutes, the median of those known.`,
		"public-transport-unknown": (d: Words) =>
			`${d("claims")} students must be able to travel by public transport, but nobody has said which sites can be reached that way. The rule is not used.`,
		"comparisons-without-crossing-rules": () =>
			"The comparisons pay no heed to groups, quotas and other rules that cross.",
	},
});

type Words = (field: string) => string;

/**
 * A finding in words.
 * @param nameOf what people call an id or a number in the finding's detail; the value itself where nothing else is known.
 */
export function runFindingText(
	{ code, detail }: RunFinding,
	language: Language,
	nameOf: (field: string, value: string) => string = (_, value) => value,
): string {
	const rules = ruleText[language];
	return findingWords[language][code]((field) => {
		const value = String(detail[field] ?? "");
		const rule = field === "rule" ? Object.entries(rules).find(([known]) => known === value)?.[1] : undefined;
		return rule ?? nameOf(field, value);
	});
}
