import type { Work } from "../../database/work.server.ts";
import { formatShortDate, type Language } from "../../language.ts";
import type { Written, WrittenInAll } from "../../registry/written.server.ts";
import { contentOf } from "./content.ts";
import type { Content } from "./contract.ts";
import { documentText } from "./document.text.ts";
import { documentOf } from "./document.ts";
import { listVersions } from "./negotiate.server.ts";
import { readWhole } from "./open.server.ts";
import { amountInWords, scopeInWords } from "./words.ts";

/** The text of an agreement as it stands now, and which version of it that is. Who works with it is not part of the text. */
export async function writeOutAgreement(work: Work, id: string): Promise<WrittenInAll | null> {
	const whole = await readWhole(work, id);
	if (!whole) return null;
	const { versions, changedSince } = await listVersions(work, whole);
	const { contentVersion: number } = whole.agreement;
	const content = contentOf(whole);
	const of = (language: Language): Written => {
		const text = documentText[language];
		const edition =
			versions.length === 0 ? text.notPutForward : changedSince ? text.changedSince(number) : text.version(number);
		return { edition: `${edition}, ${formatShortDate(language, work.today)}`, sections: sectionsOf(language, content) };
	};
	return { nb: of("nb"), nn: of("nn"), en: of("en") };
}

function sectionsOf(language: Language, content: Content): Written["sections"] {
	const names = new Map(content.parties.map(({ id, name }) => [id, name]));
	return documentOf(language, content).map((part) => ({
		...{ title: `${part.number} ${part.title}`, level: part.level === 2 ? (1 as const) : (2 as const) },
		paragraphs: [...part.paragraphs],
		points: part.commitments.map((one) => {
			const scope = scopeInWords(language, one);
			const promised = `${names.get(one.partyId) ?? ""}: ${one.what}, ${amountInWords(language, one)}`;
			return scope === "" ? promised : `${promised} (${scope})`;
		}),
	}));
}
