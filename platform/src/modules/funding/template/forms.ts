import type { FormContent, FormPart, Words } from "../../../forms/definition.ts";

const words = (nb: string, nn: string, en: string): Words => ({ nb, nn, en });

/** What an application asks to begin with, beside its measures and amounts, which every application has: why, how they were chosen, and who answers. */
export function applicationTemplate(title: Words): FormContent {
	const parts: readonly FormPart[] = [
		{
			...{ kind: "longText", id: "goal", required: true, maximum: 3000 },
			label: words("Hva skal tilskuddet føre til?", "Kva skal tilskotet føre til?", "What shall the grant lead to?"),
			help: words(
				"Skriv hva som skal bli annerledes i tjenestene, og hvordan dere ser det.",
				"Skriv kva som skal bli annleis i tenestene, og korleis de ser det.",
				"Write what shall be different in the services, and how you will see it.",
			),
		},
		{
			...{ kind: "yesNo", id: "planned", required: true },
			label: words(
				"Er tiltakene med i kompetanseplanen?",
				"Er tiltaka med i kompetanseplanen?",
				"Are the measures in the competence plan?",
			),
		},
		{
			...{ kind: "longText", id: "whyNot", required: true, maximum: 1000 },
			visible: { question: "planned", is: ["no"] },
			label: words("Hvorfor søker dere likevel?", "Kvifor søkjer de likevel?", "Why do you apply nevertheless?"),
		},
		{
			...{ kind: "longText", id: "involved", required: true, maximum: 2000 },
			label: words(
				"Hvordan har brukere og tillitsvalgte vært med?",
				"Korleis har brukarar og tillitsvalde vore med?",
				"How have users and unions taken part?",
			),
		},
		{
			...{ kind: "person", id: "contact", required: true },
			label: words("Kontaktperson", "Kontaktperson", "Contact"),
		},
	];
	return { title, parts };
}

/** What a report asks to begin with; nothing that was not applied for, awarded or followed. */
export function reportTemplate(title: Words): FormContent {
	const number = (id: string, label: Words): FormPart => ({
		...{ kind: "number", id, label, required: true, whole: true, minimum: 0 },
	});
	const parts: readonly FormPart[] = [
		{
			kind: "money",
			id: "used",
			required: true,
			minimum: 0,
			label: words("Brukt av tilskuddet", "Brukt av tilskotet", "Used of the grant"),
		},
		number("started", words("Antall som begynte", "Talet på dei som byrja", "How many began")),
		number(
			"underway",
			words(
				"Antall under utdanning med dette tilskuddet",
				"Talet på dei som er under utdanning med dette tilskotet",
				"How many are in education with this grant",
			),
		),
		number(
			"underwayAll",
			words(
				"Antall under utdanning i alt",
				"Talet på dei som er under utdanning i alt",
				"How many are in education in all",
			),
		),
		number("completed", words("Antall som fullførte", "Talet på dei som fullførte", "How many completed")),
		number(
			"droppedOut",
			words("Antall som sluttet underveis", "Talet på dei som slutta undervegs", "How many dropped out"),
		),
		{
			...{ kind: "longText", id: "deviations", maximum: 3000 },
			label: words(
				"Hva ble annerledes enn planlagt, og hvorfor?",
				"Kva vart annleis enn planlagt, og kvifor?",
				"What became different from what was planned, and why?",
			),
		},
		{
			...{ kind: "longText", id: "learnt", required: true, maximum: 3000 },
			label: words("Hva førte tilskuddet til?", "Kva førte tilskotet til?", "What did the grant lead to?"),
		},
	];
	return { title, parts };
}

/** What prepares the questions of the template, so that nobody types what is known. */
export const reportPrepared: Readonly<Record<string, string>> = {
	used: "fact ledger-used",
	started: "fact study-started",
	underway: "fact study-underway-financed",
	underwayAll: "fact study-underway-all",
	completed: "fact study-completed",
	droppedOut: "fact study-dropped-out",
};
