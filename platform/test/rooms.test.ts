import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

/** Who may import whom. A new room adds one line here. */
const rooms: Readonly<Record<string, readonly string[]>> = {
	organisation: [],
	agreement: ["organisation"],
	competence: ["organisation"],
	development: ["organisation", "meeting"],
	funding: ["organisation", "competence", "agreement", "meeting"],
	meeting: ["organisation", "agreement"],
	placement: ["organisation", "agreement", "competence"],
};

/** Folders every room may use; none of them knows a room. */
const kernel = [
	"database",
	"identity",
	"forms",
	"file",
	"import",
	"statistic",
	"involvement",
	"spreadsheet",
	"notice",
	"job",
	"geography",
	"ui",
	"registry",
	"api",
	"draft",
	"paper",
];

/** The one folder beside them that puts rooms together. */
const composition = ["commands"];

const source = join(import.meta.dirname, "..", "src");
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
	.map((file) => file.replaceAll("\\", "/"))
	.filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".gen.ts"));

type Import = { readonly from: string; readonly to: string };

const imports: Import[] = files.flatMap((from) =>
	[...readFileSync(join(source, from), "utf8").matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)].flatMap((match) => {
		const target = resolve(source, dirname(from), match[1] ?? "");
		const to = relative(source, target).replaceAll("\\", "/");
		return existsSync(target) ? [{ from, to }] : [];
	}),
);

function roomOf(file: string): string | null {
	return /^modules\/([^/]+)\//.exec(file)?.[1] ?? null;
}

function isTest(file: string): boolean {
	return /\.test\.tsx?$/.test(file);
}

describe("the rooms graph", () => {
	it("knows every room there is", () => {
		const found = existsSync(join(source, "modules")) ? readdirSync(join(source, "modules")) : [];
		expect(found.sort()).toEqual(Object.keys(rooms).sort());
	});

	it("lets a room import only rooms below it, and only their contract, codes, the words for them, and service", () => {
		const wrong = imports.filter(({ from, to }) => {
			const [here, there] = [roomOf(from), roomOf(to)];
			if (here === null || there === null || here === there) return false;
			return !rooms[here]?.includes(there) || !/\/(contract\.ts|codes\.ts|text\.ts|service\.server\.ts)$/.test(to);
		});
		expect(wrong).toEqual([]);
	});

	it("has no circle", () => {
		const seen = (room: string, path: readonly string[]): void => {
			expect(path, `${[...path, room].join(" → ")}`).not.toContain(room);
			for (const below of rooms[room] ?? []) seen(below, [...path, room]);
		};
		for (const room of Object.keys(rooms)) seen(room, []);
	});

	it("keeps the kernel free of rooms", () => {
		const wrong = imports.filter(({ from, to }) => {
			const folder = from.split("/")[0] ?? "";
			return !isTest(from) && kernel.includes(folder) && roomOf(to) !== null;
		});
		expect(wrong).toEqual([]);
	});

	it("has no folder that is neither kernel, rooms nor composition", () => {
		const folders = readdirSync(source, { withFileTypes: true })
			.filter((entry) => entry.isDirectory())
			.map((entry) => entry.name);
		expect(
			folders.filter((folder) => folder !== "modules" && !kernel.includes(folder) && !composition.includes(folder)),
		).toEqual([]);
	});

	it("goes one way inside a room: pages to service to rules to contract", () => {
		const wrong = imports.filter(({ from, to }) => {
			if (roomOf(from) === null || roomOf(from) !== roomOf(to) || isTest(from)) return false;
			const [here, there] = [from.split("/").at(-1) ?? "", to];
			if (here === "contract.ts") return /(rules|service\.server|store\.server)\.ts$|\/pages\//.test(there);
			if (here === "rules.ts") return /(service\.server|store\.server)\.ts$|\/pages\//.test(there);
			if (here === "store.server.ts") return /service\.server\.ts$|\/pages\//.test(there);
			if (here === "service.server.ts") return /\/pages\//.test(there);
			return false;
		});
		expect(wrong).toEqual([]);
	});
});
