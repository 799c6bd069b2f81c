/**
 * What people also call the settings, in sheets they already have: everyday words beside the names of the vocabulary. One
 * word means one setting; what could mean two is left out.
 */
const words: Readonly<Record<string, readonly string[]>> = {
	"nursing-home": [
		...["Sjukehjem", "Sykeheim", "Omsorgssenter", "Bo- og omsorgssenter", "Omsorgsheim", "Helsehus", "Helsetun"],
		...["Helse- og omsorgssenter", "Sykehjemsavdeling", "Sjukeheimsavdeling", "Aldershjem"],
	],
	"home-care": [
		...["Hjemmesykepleie", "Hjemmesykepleien", "Heimesjukepleie", "Heimesjukepleia", "Hjemmetjenesten", "Heimetenesta"],
		...["Hjemmetjenester", "Heimetenester", "Hjemmebaserte tjenester", "Heimebaserte tenester", "Hjemmebasert omsorg"],
	],
	"assisted-living": [
		...["Omsorgsbolig", "Omsorgsboliger", "Omsorgsbustad", "Omsorgsbustader", "Bofellesskap", "Bufellesskap"],
		...["Bemannet bolig", "Heldøgns omsorgsbolig", "Bemanna bustad"],
	],
	"health-centre": ["Helsestasjonen", "Helsestasjonstjeneste", "Helsestasjonstjenesten"],
	"school-health": ["Skolehelsetjenesten", "Skulehelsetenesta"],
	"emergency-clinic": ["Legevakten", "Legevakta", "Kommunal legevakt"],
	"gp-office": ["Legekontor", "Legesenter", "Fastlege", "Fastlegepraksis"],
	"mental-health": [
		...["Psykisk helse", "Psykisk helsetjeneste", "Psykisk helseteneste", "Psykisk helsearbeid", "Rus", "Rustjeneste"],
		...["Rus og psykisk helse", "Psykisk helse og rusarbeid"],
	],
	rehabilitation: ["Rehabiliteringsavdeling", "Rehabiliteringstjeneste", "Habilitering og rehabilitering"],
	"intermediate-ward": ["KAD", "ØHD", "KØH", "Kommunal akutt døgnenhet", "Øyeblikkelig hjelp døgn"],
	"day-centre": ["Dagtilbud", "Dagtilbod", "Dagaktivitet", "Aktivitetssenter", "Dagsenteret"],
	"disability-service": [
		...["Tjenester til funksjonshemmede", "Bo- og aktivitetstilbud", "Miljøtjeneste", "Miljøteneste", "Miljøtjenesten"],
		...["Miljøarbeidertjeneste", "Miljøarbeidertjenesten", "Habilitering", "Bo og avlastning", "Avlastning"],
	],
	kindergarten: ["Barnehager", "Barnehagar"],
	school: ["Grunnskole", "Grunnskule", "Barneskole", "Barneskule", "Ungdomsskole", "Ungdomsskule", "Skoler"],
	"pedagogical-service": ["PPT", "PP-tjeneste", "PP-tjenesten", "PP-teneste", "Pedagogisk-psykologisk tjenesten"],
	"child-welfare": [
		...["Barneverntjeneste", "Barneverntjenesten", "Barnevernstjeneste", "Barnevernstjenesten", "Barnevernet"],
		...["Barnevernteneste", "Barneverntenesta", "Barnevernstenesta"],
	],
	"nav-office": ["NAV", "Nav"],
	"refugee-service": ["Flyktningtjenesten", "Flyktningtenesta", "Introduksjonssenter", "Bosetting og integrering"],
	"hospital-ward": ["Sykehus", "Sjukehus", "Sengepost"],
};

/** Everyday words for a setting, by its code. */
export function settingWords(code: string): readonly string[] {
	return words[code] ?? [];
}

/** The settings that have any. */
export const settingCodes: readonly string[] = Object.keys(words);
