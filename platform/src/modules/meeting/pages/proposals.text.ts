import { defineText } from "../../../language.ts";

/** What is proposed for an agenda. */
export const proposalsText = defineText({
	nb: {
		title: (count: number) => `Foreslått til sakslisten (${count})`,
		kinds: { decision: "Ikke gjort", commitment: "Henger etter", request: "Ønsket sak" },
		askedBy: (name: string) => (name === "" ? "" : `Ønsket av ${name}`),
		due: (day: string) => `frist ${day}`,
		numbers: (delivered: string, promised: string) => `${delivered} levert av ${promised} lovet`,
		take: "Sett på sakslisten",
		takeAll: "Sett alle på sakslisten",
		votes: (count: number) => (count === 1 ? "1 stemme" : `${count} stemmer`),
		lateComes: "Beslutninger over fristen kommer på sakslisten av seg selv når du kaller inn.",
	},
	nn: {
		title: (count: number) => `Foreslått til saklista (${count})`,
		kinds: { decision: "Ikkje gjort", commitment: "Heng etter", request: "Ønskt sak" },
		askedBy: (name: string) => (name === "" ? "" : `Ønskt av ${name}`),
		due: (day: string) => `frist ${day}`,
		numbers: (delivered: string, promised: string) => `${delivered} levert av ${promised} lova`,
		take: "Set på saklista",
		takeAll: "Set alle på saklista",
		votes: (count: number) => (count === 1 ? "1 røyst" : `${count} røyster`),
		lateComes: "Avgjerder over fristen kjem på saklista av seg sjølve når du kallar inn.",
	},
	en: {
		title: (count: number) => `Proposed for the agenda (${count})`,
		kinds: { decision: "Not done", commitment: "Slipping", request: "Asked for" },
		askedBy: (name: string) => (name === "" ? "" : `Asked for by ${name}`),
		due: (day: string) => `due ${day}`,
		numbers: (delivered: string, promised: string) => `${delivered} delivered of ${promised} promised`,
		take: "Put on the agenda",
		takeAll: "Put all on the agenda",
		votes: (count: number) => (count === 1 ? "1 vote" : `${count} votes`),
		lateComes: "Overdue decisions are put on the agenda when you call the meeting.",
	},
});
