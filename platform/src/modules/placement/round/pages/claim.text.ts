import { defineText } from "../../../../language.ts";

/** Why a student has a place, or has not: said to coordinators and to the student alike, never with another's name. */
export const whyText = defineText({
	nb: {
		title: "Hvorfor denne plassen?",
		wishes: "Ønskene, ett for ett",
		noWishes: "Det er ikke lagt inn ønsker.",
		rank: (rank: number) => `Ønske ${rank}`,
		given: "Dette ønsket ble oppfylt.",
		rules: "Her var det ingen plass som passet:",
		"nothing-offered": "Her ble det ikke tilbudt noen plass i runden.",
		locked: "En koordinator har låst studenten til en annen plass.",
		"no-place": "Alle plassene her er låst til andre.",
		"rules-cross": "Vi fant ingen plan som oppfyller dette ønsket og samtidig holder alle reglene for runden.",
		crossing: {
			together: "Studentene som skal være sammen, kan ikke alle få plass her.",
			"least-together": "Her må flere komme samtidig, og det er ikke mulig å samle nok studenter.",
			professions: "Her må studenter fra flere utdanninger komme samtidig, og det er ikke mulig.",
			quota: "Kvoten institusjonen har hos denne praksisverten, stenger for det.",
			limit: "Grensen for hvor mange som kan være her samtidig, stenger for det.",
		},
		cost: {
			intro: "Plassen kunne vært gitt, men det ville gjort planen dårligere:",
			places: (count: number, said: string) =>
				count === 1 ? "én student mer ville stått uten plass" : `${said} flere studenter ville stått uten plass`,
			others: (count: number, said: string) =>
				count === 1 ? "én annen student måtte flyttes" : `${said} andre studenter måtte flyttes`,
			loses: (count: number, said: string) =>
				count === 1
					? "én annen student ville mistet plassen til en som nå står uten"
					: `${said} andre studenter ville mistet plassen til noen som nå står uten`,
			worse: (said: string) =>
				`planen ville blitt ${said} ${said === "1" ? "minutt" : "minutter"} dårligere når ønsker og reisevei regnes sammen`,
			better: (said: string) =>
				`planen ville blitt ${said} ${said === "1" ? "minutt" : "minutter"} bedre når ønsker og reisevei regnes sammen`,
			step: (name: string, change: string) => `${name}: ${change}`,
			equal: "Planen ville vært like god. Den publiserte trekningen avgjorde.",
		},
		noneBetter: "Planen er regnet ut på nytt med dette ønsket oppfylt. Beregningen fant ingen måte som koster mindre.",
		bestFound: "Planen er regnet ut på nytt med dette ønsket oppfylt. Det kan finnes en måte som koster mindre.",
		bestFoundLeast: (said: string) =>
			`Planen er regnet ut på nytt med dette ønsket oppfylt. Det kan finnes en måte som koster mindre, men den koster minst ${said} minutter.`,
		chain: "Hvem måtte flyttet",
		you: "Studenten",
		another: "En annen student",
		noPlace: "ingen plass",
		from: (who: string, from: string, to: string) => `${who}: fra ${from} til ${to}`,
		travel: (minutes: string) => `ca. ${minutes} min reisevei`,
		removed: "Plasser som ikke var aktuelle",
		removedLine: (offers: string, rule: string) => `${offers} ${rule}`,
		notExact: "Tallene er beregnet på de mest aktuelle plassene, ikke på alle.",
		rulesTitle: "Reglene for runden",
		proof: "Planen er kontrollert av et eget program: ingen annen plan er bedre etter disse reglene.",
		move: {
			title: "Flytt for hånd",
			lead: "Velg en annen plass. Du ser hva det koster før du lagrer.",
			offer: "Ny plass",
			none: "Ingen plass",
			see: "Se hva det koster",
			costs: "Hva flyttingen koster",
			full: (name: string, count: string, places: string) => `${name} får ${count}, men har plass til ${places}.`,
			breaks: {
				together: "Studenter som skal være sammen, kommer fra hverandre.",
				"least-together": "Et sted der flere må komme samtidig, får for få.",
				professions: "Et sted som skal ha flere utdanninger samtidig, får for få utdanninger.",
				quota: "Institusjonen får flere hos praksisverten enn kvoten tillater.",
			},
			free: "Flyttingen koster ingenting.",
			do: "Flytt studenten",
			moved: "Studenten er flyttet.",
			undo: "Angre flyttingen",
			undone: "Flyttingen er angret.",
			lock: "Lås plassen",
			unlock: "Lås opp plassen",
			locked: "Plassen er låst. Nye beregninger beholder den.",
			unlocked: "Plassen er låst opp.",
			tag: "Flyttet for hånd",
		},
		refusals: {
			"run-missing": "Beregningen finnes ikke.",
			"claim-missing": "Studenten er ikke i denne beregningen.",
			"not-open": "En regel stenger denne plassen for studenten.",
			"no-room": "Det er ikke plass. Flytt noen derfra først.",
			"changed-by-another": "Noen andre har flyttet i planen mens du så på den. Siden viser planen slik den er nå.",
			"nothing-to-undo": "Dette er alt angret.",
			"no-place-to-lock": "Studenten har ingen plass å låse.",
			"locked-here": "Plassen er låst. Lås den opp før du flytter studenten.",
		},
		facts: {
			course: "Emne",
			days: "Praksis",
			site: "Plass i planen",
			wish: "Ønske",
			travel: "Reisevei",
			institution: "Institusjon",
			priority: "Prioritet",
		},
		priorities: (priority: number) =>
			priority === 0
				? "Først: mister et semester uten plass"
				: priority === 1
					? "Vanlig"
					: `Etter dem med vanlig prioritet (${priority})`,
	},
	nn: {
		title: "Kvifor denne plassen?",
		wishes: "Ønska, eitt for eitt",
		noWishes: "Det er ikkje lagt inn ønske.",
		rank: (rank: number) => `Ønske ${rank}`,
		given: "Dette ønsket vart oppfylt.",
		rules: "Her var det ingen plass som passa:",
		"nothing-offered": "Her vart det ikkje tilbode nokon plass i runden.",
		locked: "Ein koordinator har låst studenten til ein annan plass.",
		"no-place": "Alle plassane her er låste til andre.",
		"rules-cross": "Vi fann ingen plan som oppfyller dette ønsket og samtidig held alle reglane for runden.",
		crossing: {
			together: "Studentane som skal vere saman, kan ikkje alle få plass her.",
			"least-together": "Her må fleire kome samtidig, og det er ikkje mogleg å samle nok studentar.",
			professions: "Her må studentar frå fleire utdanningar kome samtidig, og det er ikkje mogleg.",
			quota: "Kvoten institusjonen har hos denne praksisverten, stengjer for det.",
			limit: "Grensa for kor mange som kan vere her samtidig, stengjer for det.",
		},
		cost: {
			intro: "Plassen kunne vore gitt, men det ville gjort planen dårlegare:",
			places: (count: number, said: string) =>
				count === 1 ? "éin student meir ville stått utan plass" : `${said} fleire studentar ville stått utan plass`,
			others: (count: number, said: string) =>
				count === 1 ? "éin annan student måtte flyttast" : `${said} andre studentar måtte flyttast`,
			loses: (count: number, said: string) =>
				count === 1
					? "éin annan student ville mista plassen til ein som no står utan"
					: `${said} andre studentar ville mista plassen til nokon som no står utan`,
			worse: (said: string) => `planen ville vorte ${said} minutt dårlegare når ønske og reiseveg blir rekna saman`,
			better: (said: string) => `planen ville vorte ${said} minutt betre når ønske og reiseveg blir rekna saman`,
			step: (name: string, change: string) => `${name}: ${change}`,
			equal: "Planen ville vore like god. Den publiserte trekninga avgjorde.",
		},
		noneBetter: "Planen er rekna ut på nytt med dette ønsket oppfylt. Utrekninga fann ingen måte som kostar mindre.",
		bestFound: "Planen er rekna ut på nytt med dette ønsket oppfylt. Det kan finnast ein måte som kostar mindre.",
		bestFoundLeast: (said: string) =>
			`Planen er rekna ut på nytt med dette ønsket oppfylt. Det kan finnast ein måte som kostar mindre, men han kostar minst ${said} minutt.`,
		chain: "Kven måtte flytta",
		you: "Studenten",
		another: "Ein annan student",
		noPlace: "ingen plass",
		from: (who: string, from: string, to: string) => `${who}: frå ${from} til ${to}`,
		travel: (minutes: string) => `om lag ${minutes} min reiseveg`,
		removed: "Plassar som ikkje var aktuelle",
		removedLine: (offers: string, rule: string) => `${offers} ${rule}`,
		notExact: "Tala er rekna på dei mest aktuelle plassane, ikkje på alle.",
		rulesTitle: "Reglane for runden",
		proof: "Planen er kontrollert av eit eige program: ingen annan plan er betre etter desse reglane.",
		move: {
			title: "Flytt for hand",
			lead: "Vel ein annan plass. Du ser kva det kostar før du lagrar.",
			offer: "Ny plass",
			none: "Ingen plass",
			see: "Sjå kva det kostar",
			costs: "Kva flyttinga kostar",
			full: (name: string, count: string, places: string) => `${name} får ${count}, men har plass til ${places}.`,
			breaks: {
				together: "Studentar som skal vere saman, kjem frå kvarandre.",
				"least-together": "Ein stad der fleire må kome samtidig, får for få.",
				professions: "Ein stad som skal ha fleire utdanningar samtidig, får for få utdanningar.",
				quota: "Institusjonen får fleire hos praksisverten enn kvoten tillèt.",
			},
			free: "Flyttinga kostar ingenting.",
			do: "Flytt studenten",
			moved: "Studenten er flytt.",
			undo: "Angre flyttinga",
			undone: "Flyttinga er angra.",
			lock: "Lås plassen",
			unlock: "Lås opp plassen",
			locked: "Plassen er låst. Nye utrekningar held på han.",
			unlocked: "Plassen er låst opp.",
			tag: "Flytt for hand",
		},
		refusals: {
			"run-missing": "Utrekninga finst ikkje.",
			"claim-missing": "Studenten er ikkje i denne utrekninga.",
			"not-open": "Ein regel stengjer denne plassen for studenten.",
			"no-room": "Det er ikkje plass. Flytt nokon derifrå først.",
			"changed-by-another": "Nokon andre har flytt i planen medan du såg på han. Sida viser planen slik han er no.",
			"nothing-to-undo": "Dette er alt angra.",
			"no-place-to-lock": "Studenten har ingen plass å låse.",
			"locked-here": "Plassen er låst. Lås han opp før du flyttar studenten.",
		},
		facts: {
			course: "Emne",
			days: "Praksis",
			site: "Plass i planen",
			wish: "Ønske",
			travel: "Reiseveg",
			institution: "Institusjon",
			priority: "Prioritet",
		},
		priorities: (priority: number) =>
			priority === 0
				? "Først: mistar eit semester utan plass"
				: priority === 1
					? "Vanleg"
					: `Etter dei med vanleg prioritet (${priority})`,
	},
	en: {
		title: "Why this place?",
		wishes: "The wishes, one by one",
		noWishes: "No wishes have been stated.",
		rank: (rank: number) => `Wish ${rank}`,
		given: "This wish was met.",
		rules: "No place here fitted:",
		"nothing-offered": "No place was offered here in the round.",
		locked: "A coordinator has locked the student to another place.",
		"no-place": "All places here are locked to others.",
		"rules-cross": "We found no plan that meets this wish and keeps every rule of the round.",
		crossing: {
			together: "The students who are to be together cannot all have a place here.",
			"least-together": "Several must come at once here, and not enough students can be gathered.",
			professions: "Students of several professions must come at once here, and that is not possible.",
			quota: "The institution's quota with this host stops it.",
			limit: "The limit on how many can be here at once stops it.",
		},
		cost: {
			intro: "The place could have been given, but it would have made the plan worse:",
			places: (count: number, said: string) =>
				count === 1 ? "one more student would be without a place" : `${said} more students would be without a place`,
			others: (count: number, said: string) =>
				count === 1 ? "one other student would have to move" : `${said} other students would have to move`,
			loses: (count: number, said: string) =>
				count === 1
					? "one other student would lose the place to somebody who has none now"
					: `${said} other students would lose their place to somebody who has none now`,
			worse: (said: string) =>
				`the plan would be ${said} ${said === "1" ? "minute" : "minutes"} worse when wishes and travel are counted together`,
			better: (said: string) =>
				`the plan would be ${said} ${said === "1" ? "minute" : "minutes"} better when wishes and travel are counted together`,
			step: (name: string, change: string) => `${name}: ${change}`,
			equal: "The plan would have been as good. The published draw decided.",
		},
		noneBetter: "The plan has been worked out anew with this wish met. No way that costs less was found.",
		bestFound: "The plan has been worked out anew with this wish met. There may be a way that costs less.",
		bestFoundLeast: (said: string) =>
			`The plan has been worked out anew with this wish met. There may be a way that costs less, but at least ${said} minutes.`,
		chain: "Who would have moved",
		you: "The student",
		another: "Another student",
		noPlace: "no place",
		from: (who: string, from: string, to: string) => `${who}: from ${from} to ${to}`,
		travel: (minutes: string) => `about ${minutes} min travel`,
		removed: "Places that were not open",
		removedLine: (offers: string, rule: string) => `${offers} ${rule}`,
		notExact: "The numbers are worked out on the most likely places, not on all of them.",
		rulesTitle: "The rules of the round",
		proof: "The plan has been checked by a program of its own: no other plan is better under these rules.",
		move: {
			title: "Move by hand",
			lead: "Choose another place. You see what it costs before you save.",
			offer: "New place",
			none: "No place",
			see: "See what it costs",
			costs: "What the move costs",
			full: (name: string, count: string, places: string) => `${name} gets ${count}, but has room for ${places}.`,
			breaks: {
				together: "Students who are to be together are parted.",
				"least-together": "A site where several must come at once gets too few.",
				professions: "A site that is to have several professions at once gets too few of them.",
				quota: "The institution gets more students with the host than its quota allows.",
			},
			free: "The move costs nothing.",
			do: "Move the student",
			moved: "The student is moved.",
			undo: "Undo the move",
			undone: "The move is undone.",
			lock: "Lock the place",
			unlock: "Unlock the place",
			locked: "The place is locked. New runs keep it.",
			unlocked: "The place is unlocked.",
			tag: "Moved by hand",
		},
		refusals: {
			"run-missing": "There is no such run.",
			"claim-missing": "The student is not in this run.",
			"not-open": "A rule closes this place to the student.",
			"no-room": "There is no room. Move somebody from there first.",
			"changed-by-another":
				"Somebody else has moved in the plan while you looked at it. The page shows the plan as it is now.",
			"nothing-to-undo": "This has been undone already.",
			"no-place-to-lock": "The student has no place to lock.",
			"locked-here": "The place is locked. Unlock it before you move the student.",
		},
		facts: {
			course: "Course",
			days: "Placement",
			site: "Place in the plan",
			wish: "Wish",
			travel: "Travel",
			institution: "Institution",
			priority: "Priority",
		},
		priorities: (priority: number) =>
			priority === 0
				? "First: loses a semester without a place"
				: priority === 1
					? "Usual"
					: `After those of usual priority (${priority})`,
	},
});
