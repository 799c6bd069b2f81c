import { Fragment, isValidElement, type ReactNode } from "react";
import { Link } from "./Link.tsx";
import { NoValue } from "./NoValue.tsx";
import { Status, Tag } from "./Tag.tsx";

/**
 * What stands in an element, for the many that are alike: rows of a list, marks of a map. The server has it written here
 * where it can, and a browser takes it over as if React had written it.
 * @param kept says that it is drawn of something kept from one request to the next, and of nothing else but what `as`
 * names: then it is written once.
 */
export function filled(
	draw: () => ReactNode,
	kept?: Kept,
): { children: ReactNode } | { dangerouslySetInnerHTML: { __html: string } } {
	const html = import.meta.env.SSR ? (kept ? writtenOnce(draw, kept) : written(draw())) : undefined;
	return html === undefined ? { children: draw() } : { dangerouslySetInnerHTML: { __html: html } };
}

/** As what something kept is drawn: the language, and whatever else a page draws it by. */
type Kept = { readonly of: object; readonly as: string };

const known = new WeakMap<object, Map<string, string>>();

function writtenOnce(draw: () => ReactNode, { of, as }: Kept): string | undefined {
	const found = known.get(of) ?? new Map<string, string>();
	known.set(of, found);
	const html = found.get(as) ?? written(draw());
	if (html !== undefined) found.set(as, html);
	return html;
}

/**
 * What React's server renderer would write of these elements, in a fraction of its time. Only elements whose writing is
 * nothing but names and values are known here; where anything else is among them the answer is undefined, and React
 * writes them all.
 */
export function written(node: ReactNode): string | undefined {
	const sheet: Sheet = { html: "", endsInText: false };
	return write(node, sheet) ? sheet.html : undefined;
}

type Sheet = {
	html: string;
	/** Texts that follow each other are kept apart, so that the browser finds as many as there were. */
	endsInText: boolean;
};

const tags = new Set([
	"tr",
	"th",
	"td",
	"a",
	"span",
	"time",
	"strong",
	"ul",
	"li",
	"g",
	"circle",
	"rect",
	"path",
	"text",
]);

/** Written as they are, but for those that go by another name in HTML. */
const attributes = new Map<string, string | null>([
	["className", "class"],
	["textAnchor", "text-anchor"],
	...["role", "scope", "dateTime", "lang", "href", "transform", "x", "y", "r", "rx", "width", "height", "d"].map(
		(name): [string, string] => [name, name],
	),
]);

/** What an attribute is called in HTML; null where it is not known here. */
function calledInHtml(name: string): string | null {
	const known = attributes.get(name);
	if (known !== undefined) return known;
	const called = /^(data|aria)-/.test(name) ? name : null;
	attributes.set(name, called);
	return called;
}

/** Made of such elements themselves, and without a state of their own. */
const parts = new Set<unknown>([Link, NoValue, Status, Tag]);

function isPart(type: unknown): type is (properties: object) => ReactNode {
	return parts.has(type);
}

/** Whether all of it could be written. */
function write(node: ReactNode, sheet: Sheet): boolean {
	if (node === null || node === undefined || typeof node === "boolean") return true;
	if (typeof node === "string" || typeof node === "number") {
		const text = String(node);
		if (text === "") return true;
		if (sheet.endsInText) sheet.html += "<!-- -->";
		sheet.html += escaped(text);
		sheet.endsInText = true;
		return true;
	}
	if (Array.isArray(node)) {
		for (const one of node) if (!write(one, sheet)) return false;
		return true;
	}
	if (!isValidElement<Properties>(node)) return false;
	const { type, props } = node;
	if (typeof type === "string") return tags.has(type) && writeElement(type, props, sheet);
	if (type === Fragment) return write(props.children, sheet);
	return isPart(type) && write(type(props), sheet);
}

type Properties = { readonly children?: ReactNode; readonly [name: string]: unknown };

function writeElement(tag: string, properties: Properties, sheet: Sheet): boolean {
	let opened = `<${tag}`;
	for (const name in properties) {
		const value = properties[name];
		if (name === "children" || value === null || value === undefined) continue;
		const called = calledInHtml(name);
		if (called === null) return false;
		// Of the others, what is said by yes or no is not said in words.
		if (typeof value !== "string" && typeof value !== "number" && !(typeof value === "boolean" && called.includes("-")))
			return false;
		// What an address may not be is for React to say.
		if (name === "href" && !isAddress.test(String(value))) return false;
		opened += ` ${called}="${escaped(String(value))}"`;
	}
	sheet.html += `${opened}>`;
	sheet.endsInText = false;
	if (!write(properties.children, sheet)) return false;
	sheet.html += `</${tag}>`;
	sheet.endsInText = false;
	return true;
}

const isAddress = /^(\/|\?|#|mailto:|tel:|https:)/;

const special = /["'&<>]/;
const every = /["'&<>]/g;
const signs: Readonly<Record<string, string>> = {
	'"': "&quot;",
	"'": "&#x27;",
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
};

function escaped(text: string): string {
	return special.test(text) ? text.replace(every, (sign) => signs[sign] ?? sign) : text;
}
