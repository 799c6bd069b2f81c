/** The three languages every text exists in, and the words of numbers and dates in each. */
export const languages = ["nb", "nn", "en"] as const;
export type Language = (typeof languages)[number];

/** What each language is called by those who speak it. */
export const languageNames: Readonly<Record<Language, string>> = {
	nb: "Norsk bokmål",
	nn: "Norsk nynorsk",
	en: "English",
};

export function isLanguage(value: unknown): value is Language {
	return value === "nb" || value === "nn" || value === "en";
}

/** The shape bokmål sets and the others must fill: literal words become text, functions keep their parameters. */
type Shape<Words> = {
	readonly [Key in keyof Words]: Words[Key] extends string
		? string
		: Words[Key] extends (...parameters: infer Parameters) => string
			? (...parameters: Parameters) => string
			: Shape<Words[Key]>;
};

/**
 * What a room says to people, in three languages. Bokmål sets the shape; a word missing in another language does not
 * compile. Browsers are sent the words of one language only, and find those whichever language they ask for.
 * @example const text = defineText({ nb: { save: "Lagre" }, nn: { save: "Lagre" }, en: { save: "Save" } });
 *          text.nb.save
 */
export function defineText<const Words extends object>(words: {
	nb: Words;
	nn: Shape<NoInfer<Words>>;
	en: Shape<NoInfer<Words>>;
}): Readonly<Record<Language, Shape<Words>>> {
	return { nb: shape(words.nb), nn: words.nn, en: words.en };
}

function shape<Words extends object>(words: Words): Shape<Words> {
	// Words always has its own shape; the compiler cannot see that through a mapped conditional type.
	return words as Shape<Words>;
}

/** The same said in every language, ready to be kept until it is known who reads it. */
export function inEachLanguage<Said>(say: (language: Language) => Said): Readonly<Record<Language, Said>> {
	return { nb: say("nb"), nn: say("nn"), en: say("en") };
}

/**
 * The locale whose numbers, dates and order each language uses. Chromium knows no nn-NO and would write nynorsk pages the
 * American way; numbers, dates and names of months are the same in bokmål.
 */
export const localeOf: Readonly<Record<Language, string>> = { nb: "nb-NO", nn: "nb-NO", en: "en-GB" };

const dates = memo(
	(language: Language) => new Intl.DateTimeFormat(localeOf[language], { dateStyle: "long", timeZone: "Europe/Oslo" }),
);
const shortDates = memo(
	(language: Language) =>
		new Intl.DateTimeFormat(localeOf[language], {
			// 01/02/2026 is two different days to readers of English.
			...(language === "en"
				? ({ day: "numeric", month: "short" } as const)
				: ({ day: "2-digit", month: "2-digit" } as const)),
			year: "numeric",
			timeZone: "Europe/Oslo",
		}),
);
const moments = memo(
	(language: Language) =>
		new Intl.DateTimeFormat(localeOf[language], { dateStyle: "medium", timeStyle: "short", timeZone: "Europe/Oslo" }),
);
const numbers = memo((language: Language) => new Intl.NumberFormat(localeOf[language]));
const lists = memo((language: Language) => new Intl.ListFormat(localeOf[language], { type: "conjunction" }));
const collators = memo((language: Language) => new Intl.Collator(localeOf[language], { numeric: true }));

/** A date in words (1. februar 2026). Takes a plain date YYYY-MM-DD or a moment. */
export function formatDate(language: Language, date: string | Date): string {
	return dates(language).format(toMoment(date));
}

/** A short date (01.02.2026, in English 1 Feb 2026). */
export function formatShortDate(language: Language, date: string | Date): string {
	const known = writtenDates(language);
	const key = typeof date === "string" ? date : date.toISOString();
	const written = known.get(key) ?? shortDates(language).format(toMoment(date));
	if (known.size >= mostWritten) known.clear();
	known.set(key, written);
	return written;
}
/** Lists show the same days over and over; writing one out takes longer than all else in its cell. */
const writtenDates = memo((_language: Language) => new Map<string, string>());
const mostWritten = 2_000;

/** Date and time of day, Norwegian time. */
export function formatMoment(language: Language, moment: string | Date): string {
	return moments(language).format(typeof moment === "string" ? new Date(moment) : moment);
}

export function formatNumber(language: Language, value: number): string {
	// Small whole numbers, which most are, are written alike everywhere, and Intl takes long to say so.
	if (value > 0 && value < 1000 && Number.isInteger(value)) return String(value);
	return numbers(language).format(value);
}

/** Words in a row, with "og" before the last. */
export function formatList(language: Language, words: readonly string[]): string {
	return lists(language).format(words);
}

/** Norwegian order: æ ø å last, numbers by value. */
export function compareText(language: Language): (a: string, b: string) => number {
	return collators(language).compare;
}

function toMoment(date: string | Date): Date {
	return typeof date === "string" ? new Date(date.length === 10 ? `${date}T12:00:00Z` : date) : date;
}

function memo<Value>(make: (language: Language) => Value): (language: Language) => Value {
	const made = new Map<Language, Value>();
	return (language) => {
		let value = made.get(language);
		if (!value) {
			value = make(language);
			made.set(language, value);
		}
		return value;
	};
}
