import type { Work } from "../../../database/work.server.ts";
import type { FormDefinition } from "../../../forms/definition.ts";
import { writeFormParts } from "../../../forms/pdf.server.ts";
import { openAnswer } from "../../../forms/stored/answer.server.ts";
import { listFileNames } from "../../../forms/stored/file.server.ts";
import type { AnswerValues } from "../../../forms/walk.ts";
import { formatMoment, formatNumber, formatShortDate, type Language } from "../../../language.ts";
import {
	block,
	heading,
	openPaper,
	quietColour,
	rule,
	shortened,
	sizes,
	table,
	write,
} from "../../../paper/paper.server.ts";
import { kronerOf } from "../amounts.ts";
import type { HeldFact, LineFacts } from "./contract.ts";
import { sumByYear, sumOfLines, totalOf } from "./rules.ts";
import { type OpenedApplication, readAnswersOf } from "./service.server.ts";
import { applyText } from "./text.ts";

/** What is on the paper: an application as it stands, or as it was sent. */
export type PrintedApplication = {
	readonly title: string;
	readonly about: readonly string[];
	readonly reference: string;
	readonly parties: readonly { readonly id: string; readonly name: string; readonly part: string }[];
	readonly lines: readonly (LineFacts & { readonly partyId: string })[];
	readonly categories: readonly { readonly id: string; readonly name: string }[];
	readonly years: readonly number[];
	readonly facts: readonly HeldFact[];
	readonly answers: {
		readonly definition: FormDefinition;
		readonly values: AnswerValues;
		readonly names: Readonly<Record<string, string>>;
	} | null;
};

/** An application as a tagged PDF (A4): who applies, for what, with which facts and answers. */
export async function writePrinted(language: Language, printed: PrintedApplication): Promise<Buffer> {
	const text = applyText[language];
	const paper = openPaper(language, printed.title);
	block(paper, "H1", () => write(paper, printed.title, { weight: "bold", size: sizes.title, gap: 8 }));
	for (const line of printed.about.filter((one) => one !== ""))
		block(paper, "P", () => write(paper, line, { colour: quietColour, gap: 2 }));
	rule(paper);
	paper.document.moveDown(0.6);
	if (printed.parties.length > 1) {
		heading(paper, text.partiesTitle);
		for (const { name, part } of printed.parties)
			block(paper, "P", () => write(paper, [name, part].filter(Boolean).join(": ")));
	}
	const names = new Map([...printed.categories, ...printed.parties].map(({ id, name }) => [id, name]));
	heading(paper, text.linesTitle);
	const kroner = (amount: number) => kronerOf(language, amount);
	table(
		paper,
		[0.46, 0.18, 0.12, 0.12, 0.12],
		[text.measure, printed.parties.length > 1 ? text.party : text.category, text.people, text.applied, text.own],
		[
			...printed.lines.map((line) => [
				[line.title, line.novelty && text.claims[line.novelty], line.argued].filter(Boolean).join(". "),
				names.get(printed.parties.length > 1 ? line.partyId : line.category) ?? "",
				formatNumber(language, line.people),
				kroner(totalOf(line).applied),
				kroner(totalOf(line).own),
			]),
			...sumByYear(printed.lines, printed.years).map((one) => [
				String(one.year),
				"",
				"",
				kroner(one.applied),
				kroner(one.own),
			]),
			[
				...[text.sum, "", formatNumber(language, sumOfLines(printed.lines).people)],
				...[kroner(sumOfLines(printed.lines).applied), kroner(sumOfLines(printed.lines).own)],
			],
		],
	);
	if (printed.facts.length > 0) {
		heading(paper, text.facts);
		for (const { label, value, source, asOf } of printed.facts)
			block(paper, "P", () =>
				write(
					paper,
					`${label}: ${value} (${[source, asOf && text.asOf(formatShortDate(language, asOf))].filter(Boolean).join(", ")})`,
				),
			);
	}
	if (printed.answers) {
		heading(paper, text.answers);
		writeFormParts(paper, { language, ...printed.answers });
	}
	return paper.finish((page, count) => ({
		left: `${shortened(printed.title)} · ${printed.reference}`,
		right: `${formatNumber(language, page)} / ${formatNumber(language, count)}`,
	}));
}

/** An application as it stands, or one of its sendings; undefined where there is no such sending. */
export async function writeApplicationPdf(
	work: Work,
	language: Language,
	opened: OpenedApplication,
	number: number | null,
) {
	const { application, content, call, own, parties, lines, years, facts, sendings } = opened;
	const text = applyText[language];
	const sending = number === null ? undefined : sendings.find((one) => one.number === number);
	if (number !== null && !sending) return undefined;
	const lead = parties.find(({ state }) => state === "lead")?.name ?? own.name;
	const title = `${text.title}: ${content.title}`;
	const said = sending?.content ?? { parties: parties.filter(({ state }) => state !== "left"), lines, facts };
	const pdf = await writePrinted(language, {
		...{ title, reference: application.reference, categories: content.categories, years },
		about: [
			lead,
			call.way === "outside" ? content.issuer : call.organisationName,
			sending
				? `${text.receipt(application.reference, formatNumber(language, sending.number))}: ${[formatMoment(language, sending.sentAt), sending.sentBy].filter(Boolean).join(", ")}`
				: `${application.reference}, ${text.states[application.changing ? "changing" : application.state]}`,
		],
		...{ parties: said.parties, lines: said.lines, facts: said.facts },
		answers: await answersOf(work, opened, sending?.answerId ?? null),
	});
	return { title: `${title} ${application.reference}`, pdf };
}

async function answersOf(work: Work, opened: OpenedApplication, answerId: string | null) {
	if (answerId === null) {
		const answers = await readAnswersOf(work, opened);
		const { organisationId, answerId: id } = opened.application;
		return answers && { ...answers, names: id === null ? {} : await listFileNames(work, { organisationId, id }) };
	}
	const answer = (await openAnswer(work, answerId)).done;
	if (!answer) return null;
	const names = await listFileNames(work, answer.answer);
	return { definition: answer.definition, values: answer.answers.values, names };
}
