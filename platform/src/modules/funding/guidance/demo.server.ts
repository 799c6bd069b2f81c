import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, finished, type Outcome } from "../../../outcome.ts";
import { advise, askGuidance, listGuidance, nameGuides, readGuides } from "./service.server.ts";

const subject = "Lønn til vikar som egenandel";

/** Who guides at the state administrator: one who does, and one who supervises too. Runs as the program on its behalf. */
export async function seedGuides(work: Work): Promise<Outcome<{ guides: number }>> {
	const people = (await readGuides(work)) ?? [];
	if (people.some(({ is }) => is !== "none")) return done({ guides: 0 });
	const kinds = { "Tuva Reinås": "guide", "Håvard Myhrvang": "both" } as const;
	const said = Object.entries(kinds).flatMap(([name, kind]) =>
		people.filter((one) => one.name === name).map(({ personId }) => [personId, kind] as const),
	);
	finished(await nameGuides(work, new Map(said)));
	return done({ guides: said.length });
}

/** What a municipality asks about: once only. Runs as the program on its behalf. */
export async function seedGuidanceAsked(work: Work, giverId: string): Promise<Outcome<{ asked: number }>> {
	if ((await listGuidance(work)).length > 0) return done({ asked: 0 });
	const ask = async (about: string, body: string) =>
		finished(await askGuidance(work, { giverId, subject: about, body }));
	const { id } = await ask(
		subject,
		"To sykepleiere skal ta videreutdanning på deltid. Kan lønnen til vikaren regnes som egenandelen vår?",
	);
	await ask(
		"Søke sammen med Inderøy og Verdal",
		"Vi mangler folk til å skrive søknaden alene. Hva må være avtalt mellom kommunene før fristen?",
	);
	await record(work, { verb: "demo.seed", objectKind: "funding-guidance", objectId: id });
	return done({ asked: 2 });
}

/** Advice on the first of it. Runs as the program on behalf of who gives it. */
export async function seedGuidanceAdvised(work: Work): Promise<Outcome<{ advised: number }>> {
	const asked = (await listGuidance(work)).find((one) => one.subject === subject && one.state === "waiting");
	if (!asked) return done({ advised: 0 });
	const body =
		"Ja, når vikaren er nødvendig for at den ansatte kan ta utdanningen. Før lønnen som egne midler i regnskapet.";
	finished(
		await advise(work, asked.id, { body, restsOn: "Regelverket for ordningen, og utlysningen punkt om egenandel" }),
	);
	return done({ advised: 1 });
}
