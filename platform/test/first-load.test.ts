import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { RouteConfigEntry } from "@react-router/dev/routes";
import ts from "typescript";
import { expect, it } from "vitest";
import routes from "../src/routes.ts";

/**
 * What a browser loads to show a page, followed through the imports without building: a page's loader and action stay
 * on the server with all that only they use, and so does every `.server` module. Of other modules everything imported
 * counts, types left out.
 */
const source = join(import.meta.dirname, "..", "src");

/** What a page module exports for the server alone; React Router takes it out of what browsers load. */
const serverExports = new Set(["loader", "action", "middleware", "headers"]);
/** Too large to be sent with every page: a schema belongs in a `contract.ts`, and its plain lists beside it. */
const heavy = new Set(["zod"]);

type Imported = { readonly names: readonly string[]; readonly from: string };

it("keeps schemas on the server: no page brings them to the browser", () => {
	const pages = ["root.tsx", ...routes.flatMap(filesOf)].map((file) => join(source, file));
	expect(pages.length).toBeGreaterThan(30);
	const found = pages.map((page) => wayToHeavy(page)).filter((way) => way !== null);
	expect(found).toEqual([]);
});

it("sees a schema in what a page shows, and not in its loader", () => {
	const page = (use: string) => `
		import { z } from "zod";
		import { helper } from "./helper.ts";
		const shape = z.object({});
		export function loader() { return shape.parse({}); }
		export default function Page({ data }) { return <a title={data.shape} loader={${use}} />; }`;
	const heard = (text: string) => browserImports(parse("page.tsx", text), true).map((one) => one.from);
	expect(heard(page("helper()"))).toEqual(["./helper.ts"]);
	expect(heard(page("shape.safeParse(1).success"))).toEqual(["zod"]);
	expect(heard(page("[1].map((shape) => { const z = shape; return z; })"))).toEqual([]);
	expect(heard(page("[1].map((other) => { const z = other; return z; }) && shape"))).toEqual(["zod"]);
	expect(heard(`import { type Shape } from "zod"; export default function Page(): Shape { return 1; }`)).toEqual([]);
});

function filesOf(entry: RouteConfigEntry): string[] {
	return [entry.file, ...(entry.children ?? []).flatMap(filesOf)];
}

/** The chain of files by which a page reaches a heavy package, or null. */
function wayToHeavy(page: string): string | null {
	const seen = new Set([page]);
	const queue: (readonly string[])[] = [[page]];
	for (let way = queue.shift(); way; way = queue.shift()) {
		const file = way.at(-1) ?? page;
		for (const { from, target } of importsOf(file, file === page)) {
			if (heavy.has(from)) return [...way.map((one) => relative(source, one)), from].join(" → ");
			if (target === null || seen.has(target)) continue;
			seen.add(target);
			queue.push([...way, target]);
		}
	}
	return null;
}

type Found = Imported & {
	/** The module of ours it is; null for a package, or a style sheet. */
	readonly target: string | null;
};

/** Most modules are reached from many pages: each is read, and what it imports looked up, once. */
const known = new Map<string, readonly Found[]>();

function importsOf(file: string, isPage: boolean): readonly Found[] {
	const key = `${file} ${isPage}`;
	const imports =
		known.get(key) ??
		browserImports(parse(file, readFileSync(file, "utf8")), isPage).map((one) => ({
			...one,
			target: targetOf(file, one.from),
		}));
	known.set(key, imports);
	return imports;
}

function targetOf(file: string, from: string): string | null {
	const target = resolve(dirname(file), from);
	return from.startsWith(".") && /\.tsx?$/.test(target) && existsSync(target) ? target : null;
}

function parse(file: string, text: string): ts.SourceFile {
	const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
	return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
}

/** What a module brings along to a browser; of a page only what is left without its loader and action. */
function browserImports(file: ts.SourceFile, isPage: boolean): Imported[] {
	const live = isPage ? liveNames(file) : null;
	return file.statements.flatMap(importOf).filter(({ names, from }) => {
		if (/\.server\.tsx?$/.test(from) || from.includes("/+types/")) return false;
		return live === null || names.length === 0 || names.some((name) => live.has(name));
	});
}

function importOf(statement: ts.Statement): Imported[] {
	if (ts.isExportDeclaration(statement) && !statement.isTypeOnly && statement.moduleSpecifier)
		return [{ names: [], from: wordOf(statement.moduleSpecifier) }];
	if (!ts.isImportDeclaration(statement)) return [];
	const { importClause, moduleSpecifier } = statement;
	const from = wordOf(moduleSpecifier);
	if (!importClause) return [{ names: [], from }];
	if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
	const { name, namedBindings } = importClause;
	const named =
		namedBindings === undefined
			? []
			: ts.isNamespaceImport(namedBindings)
				? [namedBindings.name.text]
				: namedBindings.elements.filter((one) => !one.isTypeOnly).map((one) => one.name.text);
	const names = [...(name ? [name.text] : []), ...named];
	return names.length === 0 ? [] : [{ names, from }];
}

function wordOf(specifier: ts.Expression): string {
	return ts.isStringLiteral(specifier) ? specifier.text : "";
}

/** Every name that what a page shows leans on, however far. */
function liveNames(file: ts.SourceFile): ReadonlySet<string> {
	const declared = new Map<string, ts.Node[]>();
	const queue: ts.Node[] = [];
	for (const statement of file.statements) {
		if (ts.isImportDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) continue;
		const parts = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [statement];
		for (const part of parts) {
			const names = namesOf(part);
			for (const name of names) declared.set(name, [...(declared.get(name) ?? []), part]);
			if (names.length === 0 || (isExported(statement) && !names.some((name) => serverExports.has(name))))
				queue.push(part);
		}
	}
	const live = new Set<string>();
	for (let node = queue.shift(); node; node = queue.shift()) {
		for (const name of identifiersIn(node)) {
			if (live.has(name)) continue;
			live.add(name);
			queue.push(...(declared.get(name) ?? []));
		}
	}
	return live;
}

function namesOf(node: ts.Node): string[] {
	if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) return node.name ? [node.name.text] : [];
	if (!ts.isVariableDeclaration(node)) return [];
	return ts.isIdentifier(node.name) ? [node.name.text] : [];
}

function isExported(statement: ts.Statement): boolean {
	const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
	return modifiers.some((one) => one.kind === ts.SyntaxKind.ExportKeyword);
}

/**
 * Names a piece of code leans on: not those of properties, none it declares itself, and none in types, which are not
 * there when it runs.
 */
function identifiersIn(node: ts.Node, own: ReadonlySet<string> = new Set()): string[] {
	if (ts.isTypeNode(node)) return [];
	if (ts.isIdentifier(node)) return isPropertyName(node) || own.has(node.text) ? [] : [node.text];
	const inner = ts.isFunctionLike(node) || ts.isBlock(node) ? new Set([...own, ...declaredIn(node)]) : own;
	const found: string[] = [];
	node.forEachChild((child) => void found.push(...identifiersIn(child, inner)));
	return found;
}

/** What a function or a block declares for itself; what is inside functions of its own is theirs. */
function declaredIn(node: ts.Node): string[] {
	const found: string[] = [];
	node.forEachChild((child) => {
		const isDeclaration = ts.isVariableDeclaration(child) || ts.isParameter(child) || ts.isBindingElement(child);
		if (isDeclaration && ts.isIdentifier(child.name)) found.push(child.name.text);
		if (!ts.isFunctionLike(child) && !ts.isBlock(child)) found.push(...declaredIn(child));
	});
	return found;
}

function isPropertyName(node: ts.Identifier): boolean {
	const { parent } = node;
	if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) return parent.name === node;
	return ts.isJsxAttribute(parent) || (ts.isBindingElement(parent) && parent.propertyName === node);
}
