import type { Work } from "../../../database/work.server.ts";
import { formatShortDate, type Language } from "../../../language.ts";
import type { Written, WrittenInAll } from "../../../registry/written.server.ts";
import { readVocabulary } from "../../organisation/service.server.ts";
import { changesBetween, isRewritten } from "./changes.ts";
import { planDocumentText } from "./document.text.ts";
import { sectionsOfPlan } from "./document.ts";
import { type OpenedPlan, openPlan } from "./service.server.ts";
import { planText } from "./text.ts";

/** What a plan holds for, in words: a sector, or the whole organisation. */
export async function scopeOf(work: Work, sector: string | null): Promise<Readonly<Record<Language, string>>> {
	const found = sector === null ? undefined : (await readVocabulary(work)).sectors.find(({ code }) => code === sector);
	return found ? found.name : { nb: planText.nb.whole, nn: planText.nn.whole, en: planText.en.whole };
}

/** Which version a plan as it stands now is, in words. */
export function editionOf(language: Language, { versions, content }: Pick<OpenedPlan, "versions" | "content">): string {
	const text = planDocumentText[language];
	const [latest] = versions;
	if (!latest) return text.notAdopted;
	if (isRewritten(changesBetween(latest.content, content))) return text.changedSince(latest.number);
	return text.version(latest.number, latest.decision, formatShortDate(language, latest.adoptedOn));
}

/** What a plan says as it stands now, for those who are asked about it. */
export async function writeOutPlan(work: Work, id: string): Promise<WrittenInAll | null> {
	const opened = await openPlan(work, id);
	if (!opened) return null;
	const scope = await scopeOf(work, opened.plan.sector);
	const of = (language: Language): Written => ({
		edition: `${editionOf(language, opened)}, ${formatShortDate(language, work.today)}`,
		sections: sectionsOfPlan(language, opened.content, scope[language]),
	});
	return { nb: of("nb"), nn: of("nn"), en: of("en") };
}
