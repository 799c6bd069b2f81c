/**
 * What services of each kind have in the demo: the shared name of a competence, heads to each ten employees, and the
 * usual share of a position. Made up, with what municipalities report in mind: part-time work, and many near sixty.
 */
export const demoStaff: Readonly<
	Record<string, readonly (readonly [name: string, ofTen: number, share: number, kind?: "besides"])[]>
> = {
	"nursing-home": [
		["Sykepleier", 2.6, 0.78],
		["Helsefagarbeider", 4.2, 0.66],
		["Vernepleier", 0.4, 0.85],
		["Assistent uten helsefaglig utdanning", 2.6, 0.35],
		["Lege", 0.2, 0.4],
		["Videreutdanning i aldring og demens", 0.4, 0.8, "besides"],
		["Demensomsorgens ABC", 2.4, 0, "besides"],
		["Praksisveileder med veilederutdanning", 0.4, 0.8, "besides"],
	],
	"home-care": [
		["Sykepleier", 3.4, 0.8],
		["Helsefagarbeider", 4.4, 0.7],
		["Vernepleier", 0.6, 0.85],
		["Assistent uten helsefaglig utdanning", 1.6, 0.4],
		["Videreutdanning i kreft og lindring", 0.3, 0.9, "besides"],
		["Avansert klinisk sykepleier", 0.2, 1, "besides"],
		["Legemiddelhåndtering", 3, 0, "besides"],
	],
	"health-centre": [
		["Sykepleier", 5, 0.9],
		["Lege", 1, 0.3],
		["Fysioterapeut", 1, 0.5],
		["Helsesykepleier", 4, 0.9, "besides"],
		["Jordmor", 1, 0.8, "besides"],
	],
	"mental-health": [
		["Sykepleier", 3, 0.9],
		["Vernepleier", 2.5, 0.9],
		["Sosionom", 2, 0.95],
		["Psykolog", 0.6, 1],
		["Helsefagarbeider", 1.5, 0.8],
		["Videreutdanning i psykisk helse", 2.6, 0.9, "besides"],
	],
	"disability-service": [
		["Vernepleier", 2.4, 0.85],
		["Helsefagarbeider", 3.4, 0.65],
		["Assistent uten helsefaglig utdanning", 4, 0.35],
	],
	"child-welfare": [
		["Barnevernspedagog", 5, 0.97],
		["Sosionom", 4, 0.97],
		["Psykolog", 0.3, 1],
	],
	rehabilitation: [
		["Fysioterapeut", 4, 0.9],
		["Ergoterapeut", 3, 0.9],
		["Sykepleier", 2, 0.8],
	],
	kindergarten: [
		["Barnehagelærer", 4, 0.93],
		["Barne- og ungdomsarbeider", 3, 0.88],
		["Spesialpedagog", 0.3, 0.8, "besides"],
	],
	school: [
		["Grunnskolelærer", 7, 0.94],
		["Barne- og ungdomsarbeider", 2, 0.7],
		["Spesialpedagog", 0.8, 0.9, "besides"],
	],
};

/** Employees a service of each kind has, from and to. */
export const demoSizes: Readonly<Record<string, readonly [number, number]>> = {
	"nursing-home": [38, 64],
	"home-care": [34, 58],
	"health-centre": [9, 14],
	"mental-health": [12, 20],
	"disability-service": [22, 40],
	"child-welfare": [16, 24],
	rehabilitation: [9, 14],
	kindergarten: [14, 22],
	school: [28, 46],
};

/** What services need in the demo, set against what they have: the competence, how much of what they have, and why. */
export const demoNeeds: Readonly<
	Record<
		string,
		readonly {
			readonly name: string;
			readonly ofHas: number;
			readonly basis: "task" | "users" | "norm" | "plan";
			readonly growth: number | null;
			/** Years until it is needed; 0 is now. */
			readonly inYears: number;
			readonly reason: string;
		}[]
	>
> = {
	"nursing-home": [
		{
			...{ name: "Sykepleier", ofHas: 1.2, basis: "task", growth: 2, inYears: 0 },
			reason: "Minst én sykepleier på hver vakt.",
		},
		{
			...{ name: "Helsefagarbeider", ofHas: 1.1, basis: "task", growth: 2, inYears: 0 },
			reason: "Færre assistenter uten utdanning i turnusen.",
		},
		{
			...{ name: "Videreutdanning i aldring og demens", ofHas: 1, basis: "plan", growth: null, inYears: 0 },
			reason: "Demensplanen: fagansvarlig på hver avdeling.",
		},
	],
	"home-care": [
		{
			...{ name: "Sykepleier", ofHas: 1.15, basis: "task", growth: 3, inYears: 0 },
			reason: "Flere får sykepleie hjemme etter kortere opphold på sykehus.",
		},
		{
			...{ name: "Helsefagarbeider", ofHas: 1.05, basis: "task", growth: 3, inYears: 0 },
			reason: "Flere eldre i kommunen.",
		},
		{
			...{ name: "Vernepleier", ofHas: 1.6, basis: "plan", growth: null, inYears: 3 },
			reason: "Nytt hverdagsrehabiliteringsteam i økonomiplanen.",
		},
	],
	"health-centre": [
		{
			...{ name: "Helsesykepleier", ofHas: 1.2, basis: "norm", growth: -1, inYears: 0 },
			reason: "Anbefalt norm for skolehelsetjenesten.",
		},
	],
	"mental-health": [
		{
			...{ name: "Psykolog", ofHas: 1.5, basis: "task", growth: null, inYears: 0 },
			reason: "Kommunen skal ha psykolog i tjenesten.",
		},
		{
			...{ name: "Videreutdanning i psykisk helse", ofHas: 1.3, basis: "task", growth: 2, inYears: 0 },
			reason: "Halvparten av dem som følger opp brukere, skal ha videreutdanning.",
		},
	],
	"disability-service": [
		{
			...{ name: "Vernepleier", ofHas: 1.4, basis: "task", growth: null, inYears: 0 },
			reason: "Vedtak om bruk av tvang krever høyere utdanning.",
		},
	],
	"child-welfare": [
		{
			...{ name: "Barnevernspedagog", ofHas: 1.1, basis: "norm", growth: null, inYears: 0 },
			reason: "Kravet til kompetanse i barnevernet fra 2031.",
		},
	],
	kindergarten: [
		{ ...{ name: "Barnehagelærer", ofHas: 1.1, basis: "norm", growth: -2, inYears: 0 }, reason: "Pedagognormen." },
	],
};
