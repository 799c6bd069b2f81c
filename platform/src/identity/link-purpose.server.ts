import type { Language } from "../language.ts";
import { linkText } from "./pages/link.text.ts";

/** What a purpose adds to the page that says who asked and why: what to press, and where it leads. */
export type LinkPurpose = {
	/** The page where the one thing is done, e.g. `/link/${token}/join`. */
	path(token: string): string;
	/** What the button says, e.g. "Svar på forespørselen". */
	action(language: Language): string;
};

/** Accepting an invitation to a role is identity's own purpose. */
const join: LinkPurpose = {
	path: (token) => `/link/${token}/join`,
	action: (language) => linkText[language].join.action,
};

const purposes = new Map([["join", join]]);

/** A room tells what its links are for. Called once per purpose, at start-up. */
export function registerLinkPurpose(name: string, purpose: LinkPurpose): void {
	const other = purposes.get(name);
	if (other && other !== purpose) throw new Error(`link purpose ${name} is registered twice`);
	purposes.set(name, purpose);
}

export function findLinkPurpose(name: string): LinkPurpose | undefined {
	return purposes.get(name);
}
