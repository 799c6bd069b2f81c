import type { Work } from "../../../database/work.server.ts";
import { questionsOf } from "../../../forms/parts.ts";
import { formatNumber, formatShortDate, type Language } from "../../../language.ts";
import type { Written, WrittenInAll } from "../../../registry/written.server.ts";
import { kronerOf, percentOf } from "../amounts.ts";
import { fundingText } from "../text.ts";
import type { CallContent, CallVersion } from "./contract.ts";
import { factsOf } from "./pages/content-facts.ts";
import { preparedWords } from "./pages/prepared-words.ts";
import { changedFields } from "./rules.ts";
import { openCall, readForms } from "./service.server.ts";
import { callText } from "./text.ts";

type Forms = Awaited<ReturnType<typeof readForms>>;

/**
 * What a call says, with what its two forms ask, for those who are asked about it: the draft to those who write it, else what
 * was published last. Null where it may not be read.
 */
export async function writeOutCall(work: Work, id: string): Promise<WrittenInAll | null> {
	const opened = (await openCall(work, id)).done;
	const [newest] = opened?.versions ?? [];
	const said = opened?.draft ?? newest;
	if (!opened || !said) return null;
	const forms = await readForms(work, said);
	const of = (language: Language): Written => ({
		edition: `${editionOf(language, newest, said.content)}, ${formatShortDate(language, work.today)}`,
		sections: sectionsOf(language, said.content, forms),
	});
	return { nb: of("nb"), nn: of("nn"), en: of("en") };
}

function editionOf(language: Language, newest: CallVersion | undefined, said: CallContent): string {
	const text = callText[language];
	if (!newest) return fundingText[language].standings.draft;
	const version = text.version(formatNumber(language, newest.number));
	return changedFields(newest.content, said).length > 0 ? `${version}. ${text.unpublished}` : version;
}

function sectionsOf(language: Language, content: CallContent, { application, report }: Forms): Written["sections"] {
	const text = callText[language];
	const source = preparedWords(language, content, application?.definition);
	const section = (title: string, said: string, points: readonly string[] = []): Written["sections"][number] => ({
		...{ title, level: 1, points: [...points] },
		paragraphs: said === "" ? [] : [{ label: null, text: said }],
	});
	const listed = (words: readonly string[]) => words.filter((word) => word !== "").join(". ");
	return [
		section(text.purpose, content.purpose),
		{
			...{ title: text.facts, level: 1 as const, points: [] },
			paragraphs: factsOf(language, content)
				.filter(({ value }) => value !== "")
				.map(({ label, value }) => ({ label, text: value })),
		},
		section(text.conditions, content.conditions),
		section(
			text.categories,
			"",
			content.categories.map(({ name, about, highest, novelty }) =>
				listed([
					...[name, about, fundingText[language].novelties[novelty]],
					highest === null ? "" : `${text.highest}: ${kronerOf(language, highest)}`,
				]),
			),
		),
		section(
			text.criteria,
			"",
			content.criteria.map(({ name, about, weight }) =>
				listed([name, about, `${text.weight}: ${percentOf(language, weight)}`]),
			),
		),
		section(
			text.measures,
			"",
			content.measures.map(({ name, about }) => listed([name, about])),
		),
		section(
			text.application,
			"",
			questionsOf(application?.definition.parts ?? []).map(({ label }) => label[language]),
		),
		section(
			text.report,
			"",
			questionsOf(report?.definition.parts ?? []).map((one) => `${one.label[language]} (${source(one)})`),
		),
	].filter(({ paragraphs, points }) => paragraphs.length + points.length > 0);
}
