import { defineText } from "../../../../language.ts";

/** What is said of places that a coordinator has moved by hand: to coordinators and to the student alike. */
export const byHandText = defineText({
	nb: {
		title: "Flyttet av koordinator",
		moved: "Beregningen foreslo noe annet. En koordinator har gitt studenten denne plassen.",
		taken: "Beregningen ga studenten en plass. En koordinator har tatt den bort.",
		along: "Studenten ble flyttet med for å gjøre plass til en annen student.",
		reason: (said: string) => `Begrunnelse: ${said}`,
		noReason: "Koordinatoren har ikke skrevet noen begrunnelse.",
		"moved-away": "Beregningen ga studenten denne plassen. En koordinator har flyttet studenten derfra.",
		"not-chosen": "Beregningen ga ikke denne plassen, og koordinatoren har valgt en annen.",
		proof: (count: string) =>
			count === "1"
				? "Beregningen er kontrollert av et eget program. Etterpå er én plass flyttet for hånd."
				: `Beregningen er kontrollert av et eget program. Etterpå er det gjort ${count} flyttinger for hånd.`,
		ask: "Begrunnelse",
		askHint: "Studenten kan lese dette. Skriv ikke om helse eller om andre studenter.",
		optional: "valgfritt",
		hinders: {
			full: "fullt",
			"site-limit": "stedet tar ikke flere samtidig",
			quota: "kvoten er brukt opp",
			promised: "plassene er lovet bort",
			lost: "fullt etter beregningen",
		},
		limited: "Resten er opptatt av andre, eller kan ikke brukes samtidig.",
		changed: "Plassene her er endret siden beregningen.",
		lost: "Stedet har ikke lenger plass til studenten: plasser er tatt av andre eller trukket tilbake siden beregningen. Med denne flyttingen kan ikke planen publiseres. Velg et annet sted, eller beregn på nytt.",
		worse: (count: string) =>
			count === "1" ? "1 er flyttet for hånd. Planen er nå:" : `${count} er flyttet for hånd. Planen er nå:`,
		asGood: (count: string) =>
			count === "1"
				? "1 er flyttet for hånd. Planen er fortsatt like god som den beste."
				: `${count} er flyttet for hånd. Planen er fortsatt like god som den beste.`,
		unknown: (count: string) =>
			count === "1"
				? "1 er flyttet for hånd. Det er ikke regnet ut hva det koster."
				: `${count} er flyttet for hånd. Det er ikke regnet ut hva det koster.`,
		optimal: "Før flyttingene fantes det ingen bedre plan. Et eget kontrollprogram har gått gjennom beviset.",
		lines: {
			worse: (said: string) =>
				`${said} ${said === "1" ? "minutt" : "minutter"} dårligere enn den beste, når ønsker og reisevei regnes sammen`,
			better: (said: string) =>
				`${said} ${said === "1" ? "minutt" : "minutter"} bedre på ønsker og reisevei regnet sammen`,
			lost: (count: number, said: string) =>
				count === 1 ? "én student mer står uten plass" : `${said} flere studenter står uten plass`,
			won: (count: number, said: string) =>
				count === 1 ? "én student mer har fått plass" : `${said} flere studenter har fått plass`,
		},
	},
	nn: {
		title: "Flytt av koordinator",
		moved: "Utrekninga føreslo noko anna. Ein koordinator har gitt studenten denne plassen.",
		taken: "Utrekninga gav studenten ein plass. Ein koordinator har teke han bort.",
		along: "Studenten vart flytt med for å gjere plass til ein annan student.",
		reason: (said: string) => `Grunngiving: ${said}`,
		noReason: "Koordinatoren har ikkje skrive noka grunngiving.",
		"moved-away": "Utrekninga gav studenten denne plassen. Ein koordinator har flytt studenten derifrå.",
		"not-chosen": "Utrekninga gav ikkje denne plassen, og koordinatoren har valt ein annan.",
		proof: (count: string) =>
			count === "1"
				? "Utrekninga er kontrollert av eit eige program. Etterpå er éin plass flytt for hand."
				: `Utrekninga er kontrollert av eit eige program. Etterpå er det gjort ${count} flyttingar for hand.`,
		ask: "Grunngiving",
		askHint: "Studenten kan lese dette. Skriv ikkje om helse eller om andre studentar.",
		optional: "valfritt",
		hinders: {
			full: "fullt",
			"site-limit": "staden tek ikkje fleire samtidig",
			quota: "kvoten er brukt opp",
			promised: "plassane er lova bort",
			lost: "fullt etter utrekninga",
		},
		limited: "Resten er oppteken av andre, eller kan ikkje brukast samtidig.",
		changed: "Plassane her er endra sidan utrekninga.",
		lost: "Staden har ikkje lenger plass til studenten: plassar er tekne av andre eller trekte tilbake sidan utrekninga. Med denne flyttinga kan ikkje planen publiserast. Vel ein annan stad, eller rekn ut på nytt.",
		worse: (count: string) =>
			count === "1" ? "1 er flytt for hand. Planen er no:" : `${count} er flytte for hand. Planen er no:`,
		asGood: (count: string) =>
			count === "1"
				? "1 er flytt for hand. Planen er framleis like god som den beste."
				: `${count} er flytte for hand. Planen er framleis like god som den beste.`,
		unknown: (count: string) =>
			count === "1"
				? "1 er flytt for hand. Det er ikkje rekna ut kva det kostar."
				: `${count} er flytte for hand. Det er ikkje rekna ut kva det kostar.`,
		optimal: "Før flyttingane fanst det ingen betre plan. Eit eige kontrollprogram har gått gjennom beviset.",
		lines: {
			worse: (said: string) => `${said} minutt dårlegare enn den beste, når ønske og reiseveg blir rekna saman`,
			better: (said: string) => `${said} minutt betre på ønske og reiseveg rekna saman`,
			lost: (count: number, said: string) =>
				count === 1 ? "éin student meir står utan plass" : `${said} fleire studentar står utan plass`,
			won: (count: number, said: string) =>
				count === 1 ? "éin student meir har fått plass" : `${said} fleire studentar har fått plass`,
		},
	},
	en: {
		title: "Moved by a coordinator",
		moved: "The run proposed something else. A coordinator has given the student this place.",
		taken: "The run gave the student a place. A coordinator has taken it away.",
		along: "The student was moved along to make room for another student.",
		reason: (said: string) => `Reason: ${said}`,
		noReason: "The coordinator has not written a reason.",
		"moved-away": "The run gave the student this place. A coordinator has moved the student from it.",
		"not-chosen": "The run did not give this place, and the coordinator has chosen another.",
		proof: (count: string) =>
			count === "1"
				? "The run is checked by a separate program. After it, one place was moved by hand."
				: `The run is checked by a separate program. After it, ${count} moves were made by hand.`,
		ask: "Reason",
		askHint: "The student can read this. Do not write about health or about other students.",
		optional: "optional",
		hinders: {
			full: "full",
			"site-limit": "the site takes no more at once",
			quota: "the quota is used up",
			promised: "the places are promised away",
			lost: "full since the run",
		},
		limited: "The rest is taken by others, or cannot be used at the same time.",
		changed: "The places here have changed since the run.",
		lost: "The site no longer has room for the student: places have been taken by others or taken back since the run. With this move the plan cannot be published. Choose another site, or run again.",
		worse: (count: string) => `${count} moved by hand. The plan is now:`,
		asGood: (count: string) => `${count} moved by hand. The plan is still as good as the best.`,
		unknown: (count: string) => `${count} moved by hand. What it costs is not worked out.`,
		optimal: "Before the moves no better plan existed. A separate checker has gone through the proof.",
		lines: {
			worse: (said: string) =>
				`${said} ${said === "1" ? "minute" : "minutes"} worse than the best, wishes and travel counted together`,
			better: (said: string) =>
				`${said} ${said === "1" ? "minute" : "minutes"} better on wishes and travel counted together`,
			lost: (count: number, said: string) =>
				count === 1 ? "one more student is without a place" : `${said} more students are without a place`,
			won: (count: number, said: string) =>
				count === 1 ? "one more student has a place" : `${said} more students have a place`,
		},
	},
});
