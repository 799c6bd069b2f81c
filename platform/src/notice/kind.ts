import type { z } from "zod";
import type { Language } from "../language.ts";

/** How often what a kind of notice says is also mailed. In the inbox it always stands. */
export const frequencies = ["now", "daily", "never"] as const;
export type Frequency = (typeof frequencies)[number];

export function isFrequency(value: unknown): value is Frequency {
	return frequencies.some((frequency) => frequency === value);
}

/** What a notice says: a title of one line and, where there is more to say, a body of a few sentences. */
export type Words<Detail> = {
	readonly title: (detail: Detail) => string;
	readonly body?: (detail: Detail) => string;
};

export type NoticeDefinition<Detail> = {
	/** Names the kind for good: `room.what-happened`. */
	readonly kind: string;
	/** The facts its text is made of; plain JSON, and read again each time it is shown. */
	readonly detail: z.ZodType<Detail, Detail>;
	/** What people choose how often to be mailed: "Noen ber deg om svar". */
	readonly name: Readonly<Record<Language, string>>;
	readonly text: Readonly<Record<Language, Words<Detail>>>;
	/** What holds until a person chooses; `now` unless given. */
	readonly frequency?: Frequency;
};

export type Told = { readonly title: string; readonly body: string };

/** A kind of notice, as those see it who show and mail notices without knowing what they are about. */
export type NoticeKind<Detail = unknown> = {
	readonly kind: string;
	readonly detail: z.ZodType<unknown, Detail>;
	readonly name: Readonly<Record<Language, string>>;
	readonly frequency: Frequency;
	/** What a stored notice says; null when its facts are no longer understood. */
	tell(language: Language, stored: unknown): Told | null;
};

/**
 * Defines a kind of notice. It is sent with `notify`, and known to the inbox when it stands in registrations.server.ts.
 * @example
 * export const handedOver = defineNotice({
 *   kind: "organisation.handed-over",
 *   detail: z.object({ from: z.string() }),
 *   name: { nb: "Du overtar oppgaver", nn: "Du tek over oppgåver", en: "You take over tasks" },
 *   text: defineText({ nb: { title: ({ from }: { from: string }) => `Du overtar etter ${from}` }, nn: …, en: … }),
 * });
 */
export function defineNotice<Detail>(definition: NoticeDefinition<Detail>): NoticeKind<Detail> {
	const { kind, detail, name, text, frequency = "now" } = definition;
	return {
		kind,
		detail,
		name,
		frequency,
		tell(language, stored) {
			const parsed = detail.safeParse(stored);
			if (!parsed.success) return null;
			const words = text[language];
			return { title: oneLine(words.title(parsed.data)), body: words.body?.(parsed.data) ?? "" };
		},
	};
}

/** Titles become subjects of mail and labels of links: no line breaks, no control characters. */
export function oneLine(text: string): string {
	return text.replace(/[\p{Cc}\s]+/gu, " ").trim();
}
