import { defineText } from "../../../../language.ts";
import type { StudentTold } from "../reconsider.server.ts";

/** What is said of a student who asks for another place, and of the answer. */
export const reconsiderText = defineText({
	nb: {
		title: "Studenten ber om ny vurdering",
		asked: (day: string) => `Spurt ${day}`,
		dueOn: (day: string) => `Studenten skal ha svar innen ${day}.`,
		overdue: (day: string) => `Studenten skulle hatt svar innen ${day}.`,
		decision: "Svar",
		granted: "Innvilg: studenten skal få en annen plass",
		refused: "Ikke innvilg: plassen blir stående",
		reason: "Begrunnelse til studenten",
		reasonHint: "Studenten leser dette. Praksisstedet gjør det ikke.",
		effect:
			"Innvilger du, beholder studenten plassen til en ny er publisert. Neste beregning sender ikke studenten til det samme praksisstedet.",
		send: "Lagre svaret",
		sent: {
			account: "Svaret er lagret, og studenten finner det i innboksen.",
			mail: "Svaret er lagret, og studenten får det på e-post.",
			none: "Svaret er lagret, men studenten har ikke fått beskjed. Lag en lenke og gi den til studenten.",
		} satisfies Record<StudentTold, string>,
		again: "Endre svaret",
		fact: "Svar på ny vurdering",
		waits: (day: string) => `Kommer innen ${day}`,
		answers: { granted: "Innvilget", refused: "Ikke innvilget" },
		keeps: "Studenten beholder plassen til en ny er publisert.",
		replanTitle: "Finn en annen plass",
		replanLead:
			"Flytt studenten til et annet sted og se hva det koster andre, eller beregn på nytt. Publiser etterpå: studenten beholder plassen til da.",
		toBoard: "Se andre plasser og hva de koster",
		toRuns: "Beregn på nytt",
		elsewhere: "De som kjører runden, har fått beskjed og finner en annen plass.",
		openTitle: (count: number) =>
			count === 1 ? "Én student skal få en annen plass" : `${count} studenter skal få en annen plass`,
		openLead:
			"Ny vurdering er innvilget. Flytt dem på tavla, eller beregn på nytt, og publiser. De beholder plassen til da.",
		more: (count: number) => `Se alle ${count}`,
		studentTitle: "Ny vurdering av plassen",
		studentWaits: (day: string) =>
			`Du har bedt om ny vurdering og får svar innen ${day}. Du beholder plassen til da. Godtar du plassen likevel, trekker du ønsket.`,
		studentGranted: "Du skal få en annen plass. Du beholder denne til den nye er klar.",
		studentRefused: "Plassen blir stående. Du kan godta den, eller be om ny vurdering igjen hvis noe er endret.",
	},
	nn: {
		title: "Studenten ber om ny vurdering",
		asked: (day: string) => `Spurt ${day}`,
		dueOn: (day: string) => `Studenten skal ha svar innan ${day}.`,
		overdue: (day: string) => `Studenten skulle hatt svar innan ${day}.`,
		decision: "Svar",
		granted: "Innvilg: studenten skal få ein annan plass",
		refused: "Ikkje innvilg: plassen blir ståande",
		reason: "Grunngiving til studenten",
		reasonHint: "Studenten les dette. Praksisstaden gjer det ikkje.",
		effect:
			"Innvilgar du, held studenten på plassen til ein ny er publisert. Neste utrekning sender ikkje studenten til den same praksisstaden.",
		send: "Lagre svaret",
		sent: {
			account: "Svaret er lagra, og studenten finn det i innboksen.",
			mail: "Svaret er lagra, og studenten får det på e-post.",
			none: "Svaret er lagra, men studenten har ikkje fått beskjed. Lag ei lenkje og gi henne til studenten.",
		},
		again: "Endre svaret",
		fact: "Svar på ny vurdering",
		waits: (day: string) => `Kjem innan ${day}`,
		answers: { granted: "Innvilga", refused: "Ikkje innvilga" },
		keeps: "Studenten held på plassen til ein ny er publisert.",
		replanTitle: "Finn ein annan plass",
		replanLead:
			"Flytt studenten til ein annan stad og sjå kva det kostar andre, eller rekn ut på nytt. Publiser etterpå: studenten held på plassen til då.",
		toBoard: "Sjå andre plassar og kva dei kostar",
		toRuns: "Rekn ut på nytt",
		elsewhere: "Dei som køyrer runden, har fått beskjed og finn ein annan plass.",
		openTitle: (count: number) =>
			count === 1 ? "Éin student skal få ein annan plass" : `${count} studentar skal få ein annan plass`,
		openLead:
			"Ny vurdering er innvilga. Flytt dei på tavla, eller rekn ut på nytt, og publiser. Dei held på plassen til då.",
		more: (count: number) => `Sjå alle ${count}`,
		studentTitle: "Ny vurdering av plassen",
		studentWaits: (day: string) =>
			`Du har bede om ny vurdering og får svar innan ${day}. Du held på plassen til då. Godtek du plassen likevel, trekkjer du ønsket.`,
		studentGranted: "Du skal få ein annan plass. Du held på denne til den nye er klar.",
		studentRefused: "Plassen blir ståande. Du kan godta han, eller be om ny vurdering igjen om noko er endra.",
	},
	en: {
		title: "The student asks for reconsideration",
		asked: (day: string) => `Asked on ${day}`,
		dueOn: (day: string) => `The student is to have an answer by ${day}.`,
		overdue: (day: string) => `The student should have had an answer by ${day}.`,
		decision: "Answer",
		granted: "Grant: the student is to have another place",
		refused: "Do not grant: the place stands",
		reason: "Reason for the student",
		reasonHint: "The student reads this. The site does not.",
		effect:
			"If you grant it, the student keeps the place until another is published. The next run does not send the student to the same site.",
		send: "Save the answer",
		sent: {
			account: "The answer is saved, and the student finds it in the inbox.",
			mail: "The answer is saved, and the student gets it by e-mail.",
			none: "The answer is saved, but the student has not been told. Make a link and give it to the student.",
		},
		again: "Change the answer",
		fact: "Answer to reconsideration",
		waits: (day: string) => `Comes by ${day}`,
		answers: { granted: "Granted", refused: "Not granted" },
		keeps: "The student keeps the place until another is published.",
		replanTitle: "Find another place",
		replanLead:
			"Move the student to another site and see what it costs others, or run again. Then publish: the student keeps the place until then.",
		toBoard: "See other places and what they cost",
		toRuns: "Run again",
		elsewhere: "Those who run the round have been told, and find another place.",
		openTitle: (count: number) =>
			count === 1 ? "One student is to have another place" : `${count} students are to have another place`,
		openLead:
			"Reconsideration is granted. Move them on the board, or run again, and publish. They keep their places until then.",
		more: (count: number) => `See all ${count}`,
		studentTitle: "Reconsideration of the place",
		studentWaits: (day: string) =>
			`You have asked for reconsideration and get an answer by ${day}. You keep the place until then. If you accept the place after all, the request is withdrawn.`,
		studentGranted: "You are to have another place. You keep this one until the new one is ready.",
		studentRefused: "The place stands. You can accept it, or ask again if something has changed.",
	},
});
