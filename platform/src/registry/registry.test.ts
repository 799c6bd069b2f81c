import { afterAll, describe, expect, it, vi } from "vitest";
import type { Work } from "../database/work.server.ts";
import type { DeliveryQuestion } from "./deliveries.server.ts";
import type { WaitingItem } from "./waiting.server.ts";

// Registries of this file's own: others of the same process have the whole house in theirs.
vi.resetModules();
const { findConcerning, registerConcerning } = await import("./concerning.server.ts");
const { countDeliveries, registerDelivery } = await import("./deliveries.server.ts");
const { findObjects, registerObjectKind, registerObjectSearch, searchObjects } = await import("./objects.server.ts");
const { findShortcuts, registerShortcuts } = await import("./shortcuts.server.ts");
const { findWaiting, registerWaiting } = await import("./waiting.server.ts");
afterAll(() => {
	vi.resetModules();
});

const work = {} as Work; // the registries only hand it on

describe("the registry of objects", () => {
	it("asks each room once, keeps the order asked for, and leaves out what may not be seen", async () => {
		const asked: string[][] = [];
		registerObjectKind("plan", async (_work, ids) => {
			asked.push([...ids]);
			return ids
				.filter((id) => id !== "secret")
				.map((id) => ({ kind: "plan", id, title: `Plan ${id}`, path: `/plans/${id}` }));
		});
		const cards = await findObjects(work, [
			{ kind: "plan", id: "b" },
			{ kind: "unknown", id: "x" },
			{ kind: "plan", id: "secret" },
			{ kind: "plan", id: "a" },
			{ kind: "plan", id: "b" },
		]);
		expect(cards.map((card) => card.title)).toEqual(["Plan b", "Plan a", "Plan b"]);
		expect(asked).toEqual([["b", "secret", "a"]]);
	});
	it("asks for no more at once than a statement takes", async () => {
		const asked: number[] = [];
		registerObjectKind("line", async (_work, ids) => {
			asked.push(ids.length);
			return ids.map((id) => ({ kind: "line", id, title: id, path: "/" }));
		});
		const references = Array.from({ length: 25_000 }, (_, at) => ({ kind: "line", id: String(at) }));
		expect(await findObjects(work, references)).toHaveLength(25_000);
		expect(Math.max(...asked)).toBeLessThanOrEqual(10_000);
	});
	it("refuses a kind twice", () => {
		expect(() => registerObjectKind("plan", async () => [])).toThrow(/twice/);
	});
});

describe("the search for objects to point at", () => {
	it("asks every kind that can be searched, and none where nothing is searched for", async () => {
		registerObjectSearch("plan", async (_work, words, most) => [
			{ kind: "plan", id: "a", title: `${words.join(" ")} ${most}`, path: "/plans/a" },
		]);
		expect((await searchObjects(work, ["eik", "by"])).map(({ title }) => title)).toEqual(["eik by 8"]);
		expect(await searchObjects(work, [])).toEqual([]);
		expect(() => registerObjectSearch("plan", async () => [])).toThrow(/twice/);
	});
});

describe("what concerns an object", () => {
	it("is gathered from the rooms that have something about it, in the reader's language", async () => {
		const title = { nb: "Beslutninger", nn: "Avgjerder", en: "Decisions" };
		const concern = { id: "d", title: "Ti plasser", path: "/d", note: "" };
		registerConcerning("plan.decisions", { title, find: async (_work, { id }) => (id === "a" ? [concern] : []) });
		expect(await findConcerning(work, { kind: "plan", id: "a" }, "nn")).toEqual([
			{ title: "Avgjerder", concerns: [concern] },
		]);
		expect(await findConcerning(work, { kind: "plan", id: "b" }, "nn")).toEqual([]);
		expect(() => registerConcerning("plan.decisions", { title, find: async () => [] })).toThrow(/twice/);
	});
});

describe("the registry of deliveries", () => {
	const question: DeliveryQuestion = {
		...{ commitmentId: "c", measure: "places", parties: [], deliveredBy: "", profession: null, yearOfStudy: null },
		...{ unitName: null, unitId: null, from: "2026-01-01", to: "2026-12-31" },
	};
	it("tells 'nobody counts this' from zero", async () => {
		expect(await countDeliveries(work, [question])).toEqual([null]);
		registerDelivery("places", async (_work, asked) => asked.map(() => ({ amount: 0, items: [] })));
		expect(await countDeliveries(work, [question])).toMatchObject([{ amount: 0 }]);
	});
	it("asks each room once, and answers in the order asked", async () => {
		const asked: string[][] = [];
		registerDelivery("courses", async (_work, questions) => {
			asked.push(questions.map(({ commitmentId }) => commitmentId));
			return questions.map(({ commitmentId }) => {
				const item = { kind: "course", id: commitmentId, title: "", path: null, amount: 2, date: "2026-01-01" };
				return commitmentId === "b" ? null : { amount: 2, items: [item] };
			});
		});
		const about = (commitmentId: string, measure: string) => ({ ...question, commitmentId, measure });
		const found = await countDeliveries(work, [about("a", "courses"), about("x", "unknown"), about("b", "courses")]);
		expect(found.map((one) => one?.amount ?? null)).toEqual([2, null, null]);
		expect(asked).toEqual([["a", "b"]]);
	});
	it("throws when a number is not the sum of its list", async () => {
		registerDelivery("meetings", async () => [
			{ amount: 3, items: [{ kind: "meeting", id: "1", title: "", path: null, amount: 1, date: "2026-01-01" }] },
		]);
		await expect(countDeliveries(work, [{ ...question, measure: "meetings" }])).rejects.toThrow(/not the sum/);
	});
});

describe("the registry of what waits", () => {
	const item = (key: string, urgency: WaitingItem["urgency"], dueOn?: string): WaitingItem => ({
		...{ key, title: key, path: "/", urgency },
		...(dueOn === undefined ? {} : { dueOn }),
	});
	it("gathers from every room, the most urgent first, then what is due first", async () => {
		registerWaiting("one", async () => [item("one:late", "soon"), item("one:now", "now")]);
		registerWaiting("two", async () => [item("two:june", "soon", "2026-06-01"), item("two:may", "soon", "2026-05-01")]);
		registerWaiting("three", async () => []);
		expect((await findWaiting(work)).map(({ key }) => key)).toEqual(["one:now", "two:may", "two:june", "one:late"]);
	});
	it("refuses a room twice", () => {
		expect(() => registerWaiting("one", async () => [])).toThrow(/twice/);
	});
});

describe("the registry of shortcuts", () => {
	it("asks every room, in their order, what it offers here or from an object", async () => {
		registerShortcuts("one", async (_work, about) => (about === null ? [{ path: "/one", label: "One" }] : []));
		registerShortcuts("two", async (_work, about) => [{ path: `/two/${about?.id ?? ""}`, label: "Two" }]);
		expect((await findShortcuts(work, null)).map(({ path }) => path)).toEqual(["/one", "/two/"]);
		expect(await findShortcuts(work, { kind: "organisation", id: "a" })).toEqual([{ path: "/two/a", label: "Two" }]);
		expect(() => registerShortcuts("one", async () => [])).toThrow(/twice/);
	});
});
