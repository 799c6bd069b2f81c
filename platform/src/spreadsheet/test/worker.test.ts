import { describe, expect, it } from "vitest";
import { defineContract } from "../contract.ts";
import { readSheet } from "../read.server.ts";
import { piecesOf } from "../thread-messages.ts";
import { readSheetInWorker } from "../worker.server.ts";
import { writeWorkbook } from "../write.server.ts";
import { sheetOf } from "../written.ts";
import { people, units } from "./contracts.ts";
import { codesOf, readCsv, rowsOf, text } from "./files.ts";

const csv = text("Navn;Alder\nKari Ødegård;41\nOla;\n");

describe("reading in a thread", { timeout: 120_000 }, () => {
	it("answers as reading here does, for rows and for refusals", async () => {
		expect(await readSheetInWorker(csv, "fil.csv", people)).toEqual(readSheet(csv, "fil.csv", people));
		const wrong = text("Navn;Kommunenummer;Type\n;abc;Skip\n");
		expect(await readSheetInWorker(wrong, "fil.csv", units)).toEqual(readSheet(wrong, "fil.csv", units));
		const moved = text("Navn,Alder\nHansen, Kari,41\n");
		expect(await readSheetInWorker(moved, "fil.csv", people)).toEqual(readSheet(moved, "fil.csv", people));
		expect(csv.length).toBeGreaterThan(0); // The bytes are copied, not taken.
	});

	it("takes 200,000 rows of eight columns while others get their turn", async () => {
		const list = Array.from({ length: 200_000 }, (_, index) => ({
			name: `Solbakken sykehjem ${index}`,
			municipality: "0301",
			setting: "nursingHome" as const,
			places: index % 500,
			share: index / 7,
			opened: "2024-02-29",
			active: index % 2 === 0,
			email: `post${index}@solbakken.no`,
			postcode: null,
			latitude: null,
			longitude: null,
			position: null,
		}));
		const bytes = await writeWorkbook({ sheets: [sheetOf(units, list, { name: "Enheter" })], language: "nb" });
		let turns = 0;
		const counter = setInterval(() => {
			turns += 1;
		}, 5);
		const result = await readSheetInWorker(bytes, "stor.xlsx", units);
		clearInterval(counter);
		expect(rowsOf(result)).toEqual(list);
		expect(turns).toBeGreaterThan(20);
	});

	it("gives up when the time is out, and frees the thread", async () => {
		const slow = await writeWorkbook({
			sheets: [
				sheetOf(
					people,
					Array.from({ length: 100_000 }, (_, age) => ({ name: "Kari", age })),
					{ name: "A" },
				),
			],
			language: "nb",
		});
		expect(codesOf(await readSheetInWorker(slow, "fil.xlsx", people, { timeLimit: 1 }))).toEqual(["timeLimit"]);
	});

	it("takes many at once, each in its turn", async () => {
		const files = Array.from({ length: 7 }, (_, age) =>
			text(age === 3 ? "Navn;Alder\nKari;x\n" : `Navn;Alder\nKari;${age}\n`),
		);
		const results = await Promise.all(files.map((file) => readSheetInWorker(file, "fil.csv", people)));
		expect(results).toEqual(files.map((file) => readSheet(file, "fil.csv", people)));
	});

	it("stops when asked to", async () => {
		const stopped = new Error("Nok");
		const controller = new AbortController();
		const reading = readSheetInWorker(csv, "fil.csv", people, { signal: controller.signal });
		controller.abort(stopped);
		await expect(reading).rejects.toBe(stopped);
		await expect(readSheetInWorker(csv, "fil.csv", people, { signal: controller.signal })).rejects.toBe(stopped);
	});

	it("refuses a file that takes too much memory, and the program lives on", async () => {
		const wide = defineContract({
			title: { nb: "A", nn: "A", en: "A" },
			columns: [{ key: "name", kind: "text", headers: { nb: "Navn", nn: "Namn", en: "Name" } }],
			unique: [["name"]],
		});
		const names = Array.from(
			{ length: 200_000 },
			(_, index) => `${index} ${"x".repeat(60)}æ${String.fromCodePoint(0x4e00)}`,
		);
		const bytes = text(`Navn\n${names.join("\n")}\n`);
		const result = await readSheetInWorker(bytes, "fil.csv", wide, { memoryLimit: 24 });
		expect(codesOf(result)).toEqual(["memoryLimit"]);
		expect(rowsOf(await readSheetInWorker(csv, "fil.csv", people))).toHaveLength(2);
	});
});

describe("pieces", () => {
	it("are light, whole, and in order", () => {
		const values = Array.from({ length: 5000 }, (_, index) => ["x".repeat(index % 7 === 0 ? 5000 : 5), index]);
		const numbers = values.map((_, index) => index + 2);
		const pieces = [...piecesOf(numbers, values, new Map([[3, ["name"]]]))];
		expect(pieces.flatMap((piece) => piece.values)).toEqual(values);
		expect(pieces.flatMap((piece) => piece.sheetRows)).toEqual(numbers);
		expect(pieces.flatMap((piece) => piece.broken)).toEqual([[3, ["name"]]]);
		expect(pieces.length).toBeGreaterThan(10);
		for (const piece of pieces) expect(JSON.stringify(piece.values).length).toBeLessThan(250_000);
		expect([...piecesOf([], [], new Map())]).toEqual([]);
	});

	it("hold nothing when there are no rows", async () => {
		expect(rowsOf(await readSheetInWorker(text("Navn;Alder\n"), "fil.csv", people))).toEqual([]);
		expect(rowsOf(readCsv("Navn\n", people))).toEqual([]);
	});
});
