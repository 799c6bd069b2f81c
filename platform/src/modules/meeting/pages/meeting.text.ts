import { defineText } from "../../../language.ts";
import { fieldsText } from "./fields.text.ts";
import { sharedText } from "./shared.text.ts";

const count = (one: string, many: string) => (number: number) => `${number} ${number === 1 ? one : many}`;

/** What the pages of one meeting say: its agenda, who comes, its minutes. */
export const meetingPageText = defineText({
	nb: {
		...fieldsText.nb,
		...sharedText.nb,
		addItem: "Legg til sak",
		noItems: "Ingen saker ennå.",
		takenUp: count("sak er satt på sakslisten", "saker er satt på sakslisten"),
		up: (title: string) => `Flytt «${title}» opp`,
		down: (title: string) => `Flytt «${title}» ned`,
		invite: "Kall inn",
		inviteAgain: "Kall inn dem som er kommet til",
		invited: (told: number, mailed: number, silent: number) =>
			[
				`${told + mailed} er kalt inn.`,
				silent === 0
					? ""
					: silent === 1
						? "Én er ikke varslet: lag en lenke."
						: `${silent} er ikke varslet: lag lenker.`,
			]
				.filter((part) => part !== "")
				.join(" "),
		whoComes: "Hvem kommer",
		notAsked: "Ikke kalt inn",
		noAnswer: "Ikke svart",
		makeLink: "Lag lenke",
		linkMade: "Lenken er laget",
		linkOnce: "Send den til medlemmet. Den vises bare nå.",
		copy: "Kopier lenken",
		writePresence: "Skriv hvem som møtte",
		changePresence: "Endre oppmøtet",
		presenceTitle: "Hvem møtte?",
		presenceName: "Navn, hvis det var en annen",
		saidBefore: (answer: string) => `Svarte før møtet: ${answer}`,
		write: "Skriv referat",
		approve: "Godkjenn referatet",
		approveBody: "Referatet låses, og alle medlemmene får beskjed om hva de skal gjøre.",
		approved: "Referatet er godkjent.",
		decisionsMade: "Beslutninger i saken",
		followed: "Beslutningen som følges opp",
		settleNow: "Lagre hvordan det står til",
		decide: "Legg til beslutning",
		decided: "Beslutningen er lagt til.",
		takeBack: "Ta bort",
		move: "Flytt møtet",
		moved: "Møtet er flyttet.",
		cancel: "Avlys møtet",
		cancelBody: "De som er kalt inn, får beskjed med grunnen.",
		calendar: "Legg i kalender",
		fromMeeting: (day: string) => `Besluttet ${day}`,
		answered: "Du har svart",
		answerForOthers: "Skriv svar for andre, eller lag en lenke",
	},
	nn: {
		...fieldsText.nn,
		...sharedText.nn,
		addItem: "Legg til sak",
		noItems: "Ingen saker enno.",
		takenUp: count("sak er sett på saklista", "saker er sette på saklista"),
		up: (title: string) => `Flytt «${title}» opp`,
		down: (title: string) => `Flytt «${title}» ned`,
		invite: "Kall inn",
		inviteAgain: "Kall inn dei som er komne til",
		invited: (told: number, mailed: number, silent: number) =>
			[
				`${told + mailed} er kalla inn.`,
				silent === 0
					? ""
					: silent === 1
						? "Éin er ikkje varsla: lag ei lenkje."
						: `${silent} er ikkje varsla: lag lenkjer.`,
			]
				.filter((part) => part !== "")
				.join(" "),
		whoComes: "Kven kjem",
		notAsked: "Ikkje kalla inn",
		noAnswer: "Ikkje svart",
		makeLink: "Lag lenkje",
		linkMade: "Lenkja er laga",
		linkOnce: "Send ho til medlemen. Ho blir berre vist no.",
		copy: "Kopier lenkja",
		writePresence: "Skriv kven som møtte",
		changePresence: "Endre oppmøtet",
		presenceTitle: "Kven møtte?",
		presenceName: "Namn, om det var ein annan",
		saidBefore: (answer: string) => `Svarte før møtet: ${answer}`,
		write: "Skriv referat",
		approve: "Godkjenn referatet",
		approveBody: "Referatet blir låst, og alle medlemene får beskjed om kva dei skal gjere.",
		approved: "Referatet er godkjent.",
		decisionsMade: "Avgjerder i saka",
		followed: "Avgjerda som blir følgd opp",
		settleNow: "Lagre korleis det står til",
		decide: "Legg til avgjerd",
		decided: "Avgjerda er lagd til.",
		takeBack: "Ta bort",
		move: "Flytt møtet",
		moved: "Møtet er flytta.",
		cancel: "Avlys møtet",
		cancelBody: "Dei som er kalla inn, får beskjed med grunnen.",
		calendar: "Legg i kalender",
		fromMeeting: (day: string) => `Avgjort ${day}`,
		answered: "Du har svart",
		answerForOthers: "Skriv svar for andre, eller lag ei lenkje",
	},
	en: {
		...fieldsText.en,
		...sharedText.en,
		addItem: "Add an item",
		noItems: "No items yet.",
		takenUp: count("item is put on the agenda", "items are put on the agenda"),
		up: (title: string) => `Move “${title}” up`,
		down: (title: string) => `Move “${title}” down`,
		invite: "Call the meeting",
		inviteAgain: "Call those who have come since",
		invited: (told: number, mailed: number, silent: number) =>
			[
				`${told + mailed} called.`,
				silent === 0
					? ""
					: silent === 1
						? "One has not been told: make a link."
						: `${silent} have not been told: make links.`,
			]
				.filter((part) => part !== "")
				.join(" "),
		whoComes: "Who is coming",
		notAsked: "Not called",
		noAnswer: "No answer",
		makeLink: "Make a link",
		linkMade: "The link is made",
		linkOnce: "Send it to the member. It is shown only now.",
		copy: "Copy the link",
		writePresence: "Write who attended",
		changePresence: "Change who attended",
		presenceTitle: "Who attended?",
		presenceName: "Name, if it was somebody else",
		saidBefore: (answer: string) => `Answered before the meeting: ${answer}`,
		write: "Write minutes",
		approve: "Approve the minutes",
		approveBody: "The minutes are locked, and every member is told what to do.",
		approved: "The minutes are approved.",
		decisionsMade: "Decisions on this item",
		followed: "The decision being followed up",
		settleNow: "Save how it stands",
		decide: "Add a decision",
		decided: "The decision is added.",
		takeBack: "Remove",
		move: "Move the meeting",
		moved: "The meeting is moved.",
		cancel: "Cancel the meeting",
		cancelBody: "Those who are called are told why.",
		calendar: "Add to calendar",
		fromMeeting: (day: string) => `Decided ${day}`,
		answered: "You have answered",
		answerForOthers: "Write the answer of others, or make a link",
	},
});
