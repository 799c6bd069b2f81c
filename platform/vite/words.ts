import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Plugin, parseAst } from "vite";
import { type Language, languages } from "../src/language.ts";

/**
 * Gives browsers the words of one language. Every script is written once for each, in a folder named after it, where what
 * `defineText` was given is cut down to that language, said whichever is asked for; scripts name each other by file, so a
 * folder is a whole. Which one a page loads from is told in its document (`scripts.server.ts`). The server has all words.
 */
export function wordsOfOneLanguage(folder: string): Plugin {
	return {
		name: "words-of-one-language",
		apply: "build",
		applyToEnvironment: ({ name }) => name === "client",
		closeBundle() {
			if (!existsSync(folder)) return;
			const scripts = readdirSync(folder).filter((name) => name.endsWith(".js"));
			for (const language of languages) mkdirSync(join(folder, language), { recursive: true });
			for (const name of scripts) {
				const said = scriptsOf(readFileSync(join(folder, name), "utf8"));
				for (const language of languages) writeFileSync(join(folder, language, name), said[language]);
				rmSync(join(folder, name));
			}
		},
	};
}

/** A bundled script with the words of one language, for each. */
export function scriptsOf(script: string): Readonly<Record<Language, string>> {
	const found = findWords(parseAst(script));
	return { nb: cut(script, found, "nb"), nn: cut(script, found, "nn"), en: cut(script, found, "en") };
}

type Span = { readonly start: number; readonly end: number };
/** A call of `defineText`, and where in it the words of each language stand. */
type Words = Span & { readonly of: Readonly<Record<Language, Span>> };

function cut(script: string, found: readonly Words[], language: Language): string {
	const parts: string[] = [];
	let end = 0;
	for (const words of found) {
		const { start, end: last } = words.of[language];
		parts.push(script.slice(end, words.start), `(w=>({nb:w,nn:w,en:w}))(${script.slice(start, last)})`);
		end = words.end;
	}
	parts.push(script.slice(end));
	// Scripts that are loaded later are told beforehand by their whole address.
	return parts.join("").replaceAll(/"assets\/([^"/]+\.js)"/g, `"assets/${language}/$1"`);
}

type Node = Span & { readonly type: string } & Readonly<Record<string, unknown>>;

/** Every call with one object of three languages, in order. Nothing else in a script looks like that. */
function findWords(node: unknown): Words[] {
	if (Array.isArray(node)) return node.flatMap(findWords);
	if (!isNode(node)) return [];
	const words = asWords(node);
	return words ? [words] : Object.values(node).flatMap(findWords);
}

function asWords(node: Node): Words | null {
	if (node.type !== "CallExpression" || !Array.isArray(node.arguments) || node.arguments.length !== 1) return null;
	const [given]: unknown[] = node.arguments;
	if (!isNode(given) || given.type !== "ObjectExpression" || !Array.isArray(given.properties)) return null;
	const said = new Map(given.properties.map((property: unknown) => [nameOf(property), wordsIn(property)]));
	const [nb, nn, en] = languages.map((language) => said.get(language));
	return said.size === 3 && nb && nn && en ? { start: node.start, end: node.end, of: { nb, nn, en } } : null;
}

function nameOf(property: unknown): unknown {
	return isNode(property) && isNode(property.key) ? property.key.name : undefined;
}

function wordsIn(property: unknown): Span | undefined {
	if (!isNode(property) || !isNode(property.value)) return undefined;
	return property.value.type === "ObjectExpression" ? property.value : undefined;
}

function isNode(value: unknown): value is Node {
	return typeof value === "object" && value !== null && "type" in value;
}
