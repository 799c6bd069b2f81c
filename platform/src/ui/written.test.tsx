import fc from "fast-check";
import { createElement, Fragment, type ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { Link } from "./Link.tsx";
import { LanguageContext } from "./language.tsx";
import { NoValue } from "./NoValue.tsx";
import { Status, Tag } from "./Tag.tsx";
import { filled, written } from "./written.ts";

let ours: string | undefined;

/** Within a page, so that what is written may ask for its language. */
function Read({ node }: { node: ReactNode }) {
	ours = written(node);
	return null;
}

function both(node: ReactNode): { readonly ours: string | undefined; readonly reacts: string } {
	const inEnglish = (inside: ReactNode) => renderToString(<LanguageContext value="en">{inside}</LanguageContext>);
	inEnglish(<Read node={node} />);
	return { ours, reacts: inEnglish(node) };
}

const text = fc.string({ unit: fc.constantFrom("a", "ø", " ", "'", '"', "<", ">", "&", "\n", "–", "😀") });
const properties = fc.record(
	{
		className: fc.option(text),
		"data-align": fc.option(text, { nil: undefined }),
		"data-is": fc.boolean(),
		"aria-label": text,
		"aria-hidden": fc.boolean(),
		dateTime: text,
		textAnchor: fc.constantFrom("start", "end"),
		href: text.map((part) => `/${part}`),
		x: fc.double({ noNaN: true }),
		role: text,
	},
	{ requiredKeys: [] },
);
const tag = fc.constantFrom("tr", "td", "th", "a", "span", "time", "strong", "ul", "li", "g", "rect", "text");
const tree = fc.letrec<{ node: ReactNode }>((tie) => ({
	node: fc.oneof(
		{ maxDepth: 4, withCrossShrink: true },
		fc.oneof(text, fc.integer(), fc.constantFrom(null, undefined, true, false, "")),
		fc.array(tie("node"), { maxLength: 4 }).map((children) => createElement(Fragment, null, ...children)),
		fc
			.tuple(tag, properties, fc.array(tie("node"), { maxLength: 4 }))
			.map(([name, given, children]) => createElement(name, given, ...children)),
		fc.tuple(text, tie("node")).map(([to, children]) => createElement(Link, { to: `/${to}`, children })),
		tie("node").map((children) => createElement(Status, { tone: "warning", children })),
		tie("node").map((children) => createElement(Tag, { children })),
		fc.constant(<NoValue />),
	),
}));

test("what is written is what React writes, sign for sign", () => {
	fc.assert(
		fc.property(tree.node, (node) => {
			const { ours, reacts } = both(node);
			expect(ours).toBe(reacts);
		}),
		{ numRuns: 1000 },
	);
});

const nowhere = "javascript:alert(1)";

test.each([
	{ what: "a part it does not know", node: createElement(Unknown) },
	{ what: "an element that React treats in its own way", node: createElement("option", null, "a") },
	{ what: "an attribute it does not know", node: createElement("td", { style: { color: "red" } }) },
	{ what: "an attribute that is yes or no", node: createElement("td", { hidden: true }) },
	{ what: "something to do", node: createElement("td", { onClick: () => {} }) },
	{ what: "an address nobody should follow", node: createElement("a", { href: nowhere }) },
	{
		what: "markup",
		node: createElement("td", { ...filled(() => "already") }),
	},
])("$what is left to React, with all around it", ({ node }) => {
	expect(both(createElement("tr", null, createElement("td", null, 1), node)).ours).toBeUndefined();
});

function Unknown() {
	return <td>a</td>;
}

test("what is drawn of something kept is written once for each of its names", () => {
	let drawn = 0;
	const draw = () => createElement("td", null, ++drawn);
	const rows = [1];
	const asked = ["nb", "nb", "en", "nb"].map((as) => filled(draw, { of: rows, as }));
	expect(asked).toEqual([1, 1, 2, 1].map((time) => ({ dangerouslySetInnerHTML: { __html: `<td>${time}</td>` } })));
	expect(filled(draw, { of: [1], as: "nb" })).toEqual({ dangerouslySetInnerHTML: { __html: "<td>3</td>" } });
});
