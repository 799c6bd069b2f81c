import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { renderSample } from "../../test/ui/render.tsx";
import { samplePages } from "../../test/ui/samples.tsx";
import { languages } from "../language.ts";

async function show(path: string, init?: RequestInit): Promise<{ status: number; html: string }> {
	const answer = await renderSample(new Request(new URL(path, "http://localhost"), init));
	return { status: answer.status, html: (await answer.text()).split("<script")[0] ?? "" };
}

function all(html: string, pattern: RegExp): readonly string[] {
	return [...html.matchAll(pattern)].map((match) => match[1] ?? "");
}

const complain = vi.spyOn(console, "error");
beforeEach(() => void complain.mockReset());
afterEach(() => expect(complain.mock.calls).toEqual([]));

describe.each(languages)("in %s", (language) => {
	test.each(samplePages)("%s is whole", async (path) => {
		const { status, html } = await show(`${path}${path.includes("?") ? "&" : "?"}language=${language}`);
		expect(status).toBe(200);
		expect(html.match(/<h1/g)).toHaveLength(1);
		expect(html.match(/<title/g)).toHaveLength(1);
		expect(html).not.toMatch(/undefined|\[object|NaN/);
		const ids = all(html, / id="([^"]+)"/g);
		expect(ids).toEqual([...new Set(ids)]);
		const named = all(html, / (?:for|list|form|aria-labelledby|aria-describedby)="([^"]+)"/g);
		for (const name of named.flatMap((one) => one.split(" "))) expect(ids).toContain(name);
	});
});

describe("a form that is refused", () => {
	const typed = new URLSearchParams({ name: "", email: "nei", places: "mange", from: "2026-09-01", weeks: "spring" });
	const send = () => show("/form", { method: "POST", body: typed });

	test("comes back with 422, what was typed, and each error tied to its field", async () => {
		const { status, html } = await send();
		expect(status).toBe(422);
		const input = (part: string) => all(html, /(<input[^>]*>)/g).find((one) => one.includes(part));
		expect(input('id="email"')).toContain('aria-invalid="true"');
		expect(input('id="email"')).toContain('aria-describedby="email-hint email-error"');
		expect(input('id="email"')).toContain('value="nei"');
		expect(input('value="spring"')).toContain('checked=""');
		expect(input('value="nurse"')).not.toContain("checked");
	});

	test("begins with a summary that takes focus, names every field and links to it", async () => {
		const { html } = await send();
		const summary = html.match(/<section class="ds-error-summary".*?<\/section>/)?.[0] ?? "";
		expect(summary).toContain('autofocus=""');
		expect(all(summary, /href="#([^"]+)"/g)).toEqual(["name", "email", "places", "kind", "professions"]);
		expect(all(summary, />([^<:]+): [^<]+<\/a>/g)).toEqual([
			"Navn på stedet",
			"E-post",
			"Plasser",
			"Type sted",
			"Utdanninger stedet kan ta imot",
		]);
		for (const id of all(summary, /href="#([^"]+)"/g)) expect(html).toContain(`id="${id}"`);
	});

	test("is answered with 303 when it is right", async () => {
		const right = new URLSearchParams(typed);
		for (const [name, value] of Object.entries({
			name: "Åsly",
			email: "",
			places: "1 2",
			kind: "home",
			professions: "nurse",
		}))
			right.set(name, value);
		const answer = await renderSample(new Request("http://localhost/form", { method: "POST", body: right }));
		expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/list?toast=saved"]);
	});
});

describe("a list", () => {
	test("says what it shows, how it is sorted, and where the other pages are", async () => {
		const { html } = await show("/list?sort=-places&page=2");
		expect(html).toContain("Viser 21–40 av 357");
		expect(html).toMatch(/aria-sort="descending"[^>]*><a[^>]*>Plasser/);
		expect(html).toMatch(/aria-sort="none"[^>]*><a[^>]*>Sted/);
		expect(html).toMatch(/aria-current="page"[^>]*aria-label="Side 2"|aria-label="Side 2"[^>]*aria-current="page"/);
		expect(all(html, /<tr role="row"><td[^>]*class="list-select"(.)/g)).toHaveLength(20);
		expect(html).toContain("/list?sort=-places&amp;format=xlsx");
	});

	test("says so when nothing is found, and leads back", async () => {
		const { html } = await show("/list?q=finnes-ikke");
		expect(html).toContain("Ingen treff");
		expect(html).not.toContain("<table");
		expect(html).toMatch(/href="\/list"[^>]*>Nullstill/);
	});
});

test("every chart has the same numbers as a table, with what they are counted from", async () => {
	const { html } = await show("/chart");
	expect(html.match(/<figure/g)?.length).toBe(html.match(/<table/g)?.length);
	expect(html).toContain("55 av 114");
	expect(html).toMatch(/<td[^>]*><span class="quiet">skjult<\/span>/);
});

test("a form drawn from a definition sends nothing of what is hidden", async () => {
	const { html } = await show("/questions");
	expect(html).toMatch(/<fieldset class="form-section" hidden="" disabled=""/);
	const { status, html: refused } = await show("/questions", {
		method: "POST",
		body: new URLSearchParams({ hasNeed: "yes", places: "0" }),
	});
	expect(status).toBe(422);
	expect(refused).not.toMatch(/<fieldset class="form-section" hidden=""/);
	expect(refused).toContain("Tallet kan ikke være mindre enn 1.");
});
