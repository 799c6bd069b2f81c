import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.join(import.meta.dirname, "..", "src");

/** Words of bokmål that nynorsk writes in another way. Words both have, as `fått` and `også`, are not among them. */
const bokmaal = `ikke hva hvordan hvem hvor hvilken hvilket hvilke hvorfor hver hvert hverandre fra jeg noe noen mye bare
	selv dere deres kun uten ennå siden endret lagret slettet skrevet åpnet valgt begynner ble være gjøre gjør
	kommer finnes finner tatt mangler følges lenken lenker hennes flere forrige kommuner praksisplasser enheter studenter
	veiledere veileder organisasjoner personer plasser beslutning beslutningen beslutninger opplysninger mulighet muligheter
	høring høringen henvendelse henvendelsen vises brukes legges sendes skrives ligger hvis
	enighet uenighet ansatte arbeidsgiver kontaktpunkter ukene uker måneder dager navn navnet skolen brukeren
	brukere svarene avtalene tjenesten tjenester tjenestene fylker institusjoner`;
/** Words of Norwegian that no English sentence has. */
const norwegian = `og ikke ikkje hva kva hvordan korleis hvem kven fra frå til som med av på er eller avtale avtalen kommune
	kommunen skriv velg vel møte møtet sak saken lagre frist fristen svar svaret du dere ein eit eg jeg noe noko nå
	enhet eining plass plassen lenke lenkje bruker`;

/** The words of a text file by the language they are written in. */
function wordsIn(name: string, source: string): readonly { line: number; language: string; words: string }[] {
	const found: { line: number; language: string; words: string }[] = [];
	const take = (line: number, language: string, text: string) =>
		found.push({
			...{ line, language },
			words: text.replace(/\$\{[^}]*\}|\{\w+\}|\S+@\S+|https?:\/\/\S+|<[^>]*>/g, " "),
		});
	// One file a language, as the templates of agreements are.
	let language = /\/(nn|en)\.ts$/.exec(name)?.[1];
	for (const [index, line] of source.split("\n").entries()) {
		if (/^\s*(\*|\/\/|\/\*)/.test(line)) continue;
		const inline = [...line.matchAll(/\b(nb|nn|en): ("(?:[^"\\]|\\.)*"|`[^`]*`)/g)];
		if (inline.length > 0) {
			for (const [, own = "", text = ""] of inline) take(index + 1, own, text);
			continue;
		}
		const opens = /^\t?(nb|nn|en): \{/.exec(line);
		if (opens) language = opens[1];
		else if (/^\}|^\t\},?$/.test(line) && !/\/(nn|en)\.ts$/.test(name)) language = undefined;
		if (language === undefined) continue;
		for (const [text] of line.matchAll(/"(?:[^"\\]|\\.)*"(?!:)|`[^`]*`/g)) take(index + 1, language, text);
	}
	return found;
}

const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
	(name) =>
		/(^|\/)(text|words|letter|notices|[\w-]+\.text|audit-words)\.ts$/.test(name) ||
		/\/template\/(nn|en)\.ts$/.test(name),
);

/** Where a language has words that are not its own: `file:line word`. */
function strangers(language: string, telltales: string): readonly string[] {
	const words = new Set(telltales.split(/\s+/));
	return files.flatMap((name) =>
		wordsIn(name, readFileSync(path.join(root, name), "utf8"))
			.filter((one) => one.language === language)
			.flatMap(({ line, words: text }) =>
				(text.toLocaleLowerCase("nb").match(/[\p{L}-]+/gu) ?? [])
					.filter((word) => words.has(word))
					.map((word) => `${name}:${line} ${word}`),
			),
	);
}

describe("every text", () => {
	it("in nynorsk is nynorsk", () => {
		expect(strangers("nn", bokmaal)).toEqual([]);
	});
	it("in English is English", () => {
		expect(strangers("en", norwegian)).toEqual([]);
	});
	it("is read by its language: a file with words in the wrong one is found", () => {
		const source = [
			'export const text = defineText({\n\tnb: {\n\t\tone: "Ikke",\n\t},\n\tnn: {\n\t\tone: "Ikke",',
			"\t\ttwo: (n: string) => `Frå $".concat("{n} fra`,\n\t},\n\ten: {\n\t\tone: `And og`,\n\t},\n});"),
		].join("\n");
		expect(wordsIn("text.ts", source).map(({ line, language, words }) => [line, language, words.trim()])).toEqual([
			...[
				[3, "nb", '"Ikke"'],
				[6, "nn", '"Ikke"'],
				[7, "nn", "`Frå   fra`"],
			],
			[10, "en", "`And og`"],
		]);
		expect(files.length).toBeGreaterThan(150);
	});
});
