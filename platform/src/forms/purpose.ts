import type { Actor } from "../identity/actor.ts";
import { mayReadLog } from "../identity/rules.ts";
import type { Words } from "./definition.ts";
import type { KnownFact } from "./lint.ts";

/** What forms can be for, as a room says it. */
export type FormPurpose = {
	readonly title: Words;
	/** When to choose it, in a sentence. */
	readonly about: Words;
	/** Who may read what is published and begin to answer: the keeper's own people, or everybody signed in. */
	readonly audience: "own" | "everyone";
	/** Whether colleagues write a draft of answers together from the start. */
	readonly shared: boolean;
	/** Whether it can be chosen in the list of forms; others are begun by their room. */
	readonly isFree: boolean;
	/** Facts the room holds already, which the linter looks for. */
	readonly known?: readonly KnownFact[];
	mayEdit(actor: Actor): boolean;
	mayAnswer(actor: Actor): boolean;
};

const purposes = new Map<string, FormPurpose>();

/** A room tells what forms are for in it. Called once per purpose, at start-up. */
export function registerFormPurpose(name: string, purpose: FormPurpose): void {
	const other = purposes.get(name);
	if (other && other !== purpose) throw new Error(`form purpose ${name} is registered twice`);
	purposes.set(name, purpose);
}

export function findFormPurpose(name: string): FormPurpose | undefined {
	return purposes.get(name);
}

/** Those whose forms this actor may make in the list of forms. */
export function freePurposes(actor: Actor): readonly (readonly [string, FormPurpose])[] {
	return [...purposes].filter(([, purpose]) => purpose.isFree && purpose.mayEdit(actor));
}

/** What is offered to the actor to answer by itself; other forms are begun by their room. */
export function answerablePurposes(actor: Actor): readonly string[] {
	return [...purposes].flatMap(([name, purpose]) => (purpose.isFree && purpose.mayAnswer(actor) ? [name] : []));
}

/** What an organisation asks its own: of needs, of plans, of how something went. Belongs to no room. */
export const ownSurvey: FormPurpose = {
	title: { nb: "Spørsmål til egne", nn: "Spørsmål til eigne", en: "Questions to one's own" },
	about: {
		nb: "Det dere spør egne enheter og ansatte om, for eksempel behov til neste år. Også de uten konto kan svare, med en lenke.",
		nn: "Det de spør eigne einingar og tilsette om, til dømes behov til neste år. Også dei utan konto kan svare, med ei lenkje.",
		en: "What you ask your own units and staff, such as needs for next year. Those without an account can answer by a link.",
	},
	...{ audience: "own", shared: false, isFree: true },
	mayEdit: mayReadLog,
	mayAnswer: (actor) => actor.kind === "person" && actor.organisationId !== null && actor.roles.length > 0,
};
