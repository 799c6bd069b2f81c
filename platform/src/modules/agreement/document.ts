import type { Language } from "../../language.ts";
import type { ProvisionKind } from "./codes.ts";
import { provisionKinds } from "./codes.ts";
import type { Content } from "./contract.ts";
import { documentText } from "./document.text.ts";
import { agreementText } from "./text.ts";
import { daysInWords, nameOfTheme } from "./words.ts";

type Promised = Content["commitments"][number];

/** A numbered part of the text, as it is read on a page, by a link, and on paper. */
export type DocumentPart = {
	/** What a link inside the page leads to, and what a comment is about. */
	readonly part: string;
	readonly of: "parties" | "facts" | "provision" | "theme";
	/** 4, or 4.2. */
	readonly number: string;
	readonly title: string;
	readonly level: 2 | 3;
	readonly paragraphs: readonly { readonly label: string | null; readonly text: string }[];
	readonly commitments: readonly Promised[];
};

/** The text of an agreement in the order it is read. Empty fields of a theme are left out. */
export function documentOf(language: Language, content: Content): readonly DocumentPart[] {
	const text = documentText[language];
	const words = agreementText[language];
	const { facts, parties } = content;
	const parts: DocumentPart[] = [];
	let [chapter, paragraph] = [0, 0];
	const add = (one: Omit<DocumentPart, "number" | "commitments"> & { readonly commitments?: readonly Promised[] }) => {
		if (one.level === 2) [chapter, paragraph] = [chapter + 1, 0];
		else paragraph++;
		const number = one.level === 2 ? String(chapter) : `${chapter}.${paragraph}`;
		parts.push({ commitments: [], ...one, number });
	};
	add({
		...{ part: "parties", of: "parties", title: text.parties, level: 2 },
		paragraphs: [{ label: null, text: parties.map(({ name }) => name).join("\n") }],
	});
	add({
		...{ part: "facts", of: "facts", title: text.purpose, level: 2 },
		paragraphs: [
			{ label: null, text: facts.purpose },
			{ label: text.level, text: words.levels[facts.level] },
			...(facts.legalForm === null ? [] : [{ label: text.legalForm, text: words.legalForms[facts.legalForm] }]),
		],
	});
	add({
		...{ part: "days", of: "facts", title: text.days, level: 2 },
		paragraphs: [
			{ label: null, text: daysInWords(language, facts) ?? text.noDays },
			...(facts.noticeMonths === null ? [] : [{ label: null, text: text.notice(facts.noticeMonths) }]),
		],
	});
	const provisions = [...content.provisions].sort((one, other) => orderOf(one.kind) - orderOf(other.kind));
	if (provisions.length > 0) {
		add({ ...{ part: "provisions", of: "provision", title: text.provisions, level: 2 }, paragraphs: [] });
		for (const { kind, body } of provisions)
			add({
				...{ part: kind, of: "provision", title: words.provisions[kind], level: 3 },
				paragraphs: [{ label: null, text: body }],
			});
	}
	if (content.themes.length > 0) {
		add({ ...{ part: "themes", of: "theme", title: text.themes, level: 2 }, paragraphs: [] });
		for (const theme of content.themes)
			add({
				...{ part: theme.id, of: "theme", level: 3, title: nameOfTheme(language, theme.theme, theme.name) },
				paragraphs: themeParagraphs(language, theme),
				commitments: content.commitments.filter(({ themeId }) => themeId === theme.id),
			});
	}
	return parts.map((part) => ({ ...part, paragraphs: part.paragraphs.filter((one) => one.text !== "") }));
}

function orderOf(kind: ProvisionKind): number {
	return provisionKinds.indexOf(kind);
}

function themeParagraphs(language: Language, theme: Content["themes"][number]): DocumentPart["paragraphs"] {
	const text = documentText[language];
	const years = [theme.planFrom, theme.planUntil].filter((year) => year !== null).join("–");
	const plan = [theme.planName, theme.planDecision, years].filter((one) => one !== "").join(", ");
	const meetings = theme.meetingsAYear === null ? "" : text.meetings(theme.meetingsAYear);
	return [
		{ label: text.fields.goal, text: theme.goal },
		{ label: text.fields.responsibility, text: theme.responsibility },
		{ label: text.fields.obligations, text: theme.obligations },
		{ label: text.fields.payer, text: theme.payer },
		{ label: text.fields.arena, text: [theme.arena, meetings].filter((one) => one !== "").join(", ") },
		{ label: text.fields.plan, text: plan },
		{ label: text.fields.note, text: theme.note },
	];
}
