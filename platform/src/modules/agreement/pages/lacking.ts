import type { Language } from "../../../language.ts";
import type { WholeAgreement } from "../contract.ts";
import { type Weakness, weaknesses } from "../rules.ts";
import { agreementText } from "../text.ts";
import { nameOfTheme } from "../words.ts";
import type { Lacking } from "./Weaknesses.tsx";
import { weaknessText } from "./weakness.text.ts";

/** What is vague in an agreement, gathered by the part it is in, with where it is mended. */
export function lackingIn(language: Language, whole: WholeAgreement, canEdit: boolean): readonly Lacking[] {
	const here = `/agreements/${whole.agreement.id}`;
	const gathered = new Map<string, { name: string; href: string | null; kinds: Weakness["kind"][] }>();
	for (const weakness of weaknesses(whole)) {
		const { name, path, always } = placeOf(language, whole, weakness);
		const key = `${name} ${path}`;
		const one = gathered.get(key) ?? { name, href: canEdit || always ? `${here}/${path}` : null, kinds: [] };
		one.kinds.push(weakness.kind);
		gathered.set(key, one);
	}
	return [...gathered.values()];
}

function placeOf(
	language: Language,
	{ themes, commitments, parties }: WholeAgreement,
	{ kind, part = "" }: Weakness,
): { readonly name: string; readonly path: string; readonly always: boolean } {
	const theme = themes.find(({ id }) => id === part);
	if (theme) {
		const name = nameOfTheme(language, theme.theme, theme.name);
		const isContact = kind === "no-contact" || kind === "no-deputy";
		return { name, path: isContact ? `themes/${part}/contacts` : `themes/${part}`, always: isContact };
	}
	const commitment = commitments.find(({ id }) => id === part);
	if (commitment) return { name: `«${commitment.what}»`, path: `commitments/${part}`, always: false };
	const party = parties.find(({ organisationId }) => organisationId === part);
	if (party) return { name: party.name, path: `parties/${part}`, always: true };
	const words = agreementText[language].provisions;
	const name = Object.entries(words).find(([code]) => code === part)?.[1];
	if (name !== undefined) return { name, path: `provisions/${part}`, always: false };
	const whole = weaknessText[language].theAgreement;
	return { name: whole, path: kind === "no-effort" ? "commitments/new" : "facts", always: false };
}
