import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { TestBrowser } from "../../../test/browser.ts";
import { openTestDatabase } from "../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../test/make.ts";
import { openProduct, signedInBrowser } from "../../../test/product.ts";
import { eventually, workOn } from "../../../test/worker.ts";
import { newId } from "../../database/work.server.ts";
import { type PersonActor, system } from "../../identity/actor.ts";
import { done, refused } from "../../outcome.ts";
import { defineJob, type Job } from "../job.server.ts";
import { listJobs, registerJobs } from "../registry.server.ts";
import { jobRoutes } from "../routes.ts";
import { isOver } from "../rules.ts";
import { enqueueJob, jobPath } from "../service.server.ts";
import { findJobRow } from "../store.server.ts";

const database = await openTestDatabase();
const product = await openProduct(database, jobRoutes);

const counting = defineJob({
	kind: "pages.counting",
	input: z.object({ to: z.number() }),
	result: z.object({ counted: z.number() }),
	title: { nb: "Telling", nn: "Teljing", en: "Counting" },
	steps: { nb: { count: "Teller rader" }, nn: { count: "Tel rader" }, en: { count: "Counting rows" } },
	link: ({ counted }) => `/counted/${counted}`,
	say: (_language, refusal) => `Så langt går det ikke an å telle: ${refusal.detail?.limit}`,
	async run({ input, progress, finish }) {
		for (let count = 0; count < input.to; count++) {
			await progress(count, input.to, "count");
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
		await finish(async () =>
			input.to === 13 ? refused("unlucky", { detail: { limit: 13 } }) : done({ counted: input.to }),
		);
	},
});
const breaking = defineJob({
	kind: "pages.breaking",
	input: z.object({}),
	title: { nb: "Knuser", nn: "Knuser", en: "Breaking" },
	attempts: 1,
	run: async () => {
		throw new TypeError("Kari Nordmann");
	},
});
const others = listJobs();
registerJobs([...others, counting, breaking]);
afterAll(() => registerJobs(others));

async function ask<Input>(actor: PersonActor, job: Job<Input>, input: Input): Promise<string> {
	const asked = await database.commanding(actor, async (work) => done(await enqueueJob(work, job, input)));
	return asked.done ?? "";
}

function find(id: string) {
	return database.reading(system("test"), (work) => findJobRow(work, id));
}

function over(id: string) {
	return eventually(async () => {
		const job = await find(id);
		return job !== undefined && isOver(job.state);
	});
}

describe("the page of a job", () => {
	it("shows how far it has come, refreshes itself without script, and can be held still", async () => {
		await workOn(database, { jobs: [counting] });
		const actor = await makeActor(database);
		const browser = await signedInBrowser(product, actor);
		const id = await ask(actor, counting, { to: 100_000 });
		await eventually(async () => ((await find(id))?.progressDone ?? 0) > 0);
		const page = await browser.get(jobPath(id));
		expect(page.status).toBe(200);
		expect(page.body).toMatch(/<progress[^>]*max="100000"[^>]*value="\d+"/);
		expect(page.body).toContain("Teller rader");
		expect(page.body).toMatch(/<noscript><meta http-equiv="refresh"/i);
		const still = await browser.get(`/jobs/${id}?still=1`);
		expect(still.body).not.toMatch(/http-equiv="refresh"/i);

		const cancelled = await browser.post(`/jobs/${id}`, {});
		expect(cancelled.url).toBe(`${product.url}/jobs/${id}`);
		await over(id);
		const after = await browser.get(`/jobs/${id}`);
		expect(after.body).toContain("Jobben ble avbrutt. Ingenting er endret.");
		expect(after.body).not.toMatch(/http-equiv="refresh"|Avbryt jobben/i);
		const again = await browser.once(`/jobs/${id}`, {});
		expect(again.status).toBe(422);
		expect(again.body).toContain("Jobben er allerede avsluttet.");
	});

	it("goes on to the result for whoever has just asked, and links to it for others", async () => {
		await workOn(database, { jobs: [counting] });
		const actor = await makeActor(database);
		const browser = await signedInBrowser(product, actor);
		const id = await ask(actor, counting, { to: 2 });
		await over(id);
		const following = await browser.once(jobPath(id));
		expect([following.status, following.headers.get("Location")]).toEqual([303, "/counted/2"]);
		const looking = await browser.get(`/jobs/${id}`);
		expect(looking.body).toContain('href="/counted/2"');
		expect((await browser.get("/jobs")).body).toContain(`href="/jobs/${id}"`);
	});

	it("says in words why it was refused, and says nothing of what a fault said", async () => {
		await workOn(database, { jobs: [counting, breaking] });
		const actor = await makeActor(database);
		const browser = await signedInBrowser(product, actor);
		const unlucky = await ask(actor, counting, { to: 13 });
		const broken = await ask(actor, breaking, {});
		await over(unlucky);
		await over(broken);
		expect((await browser.get(`/jobs/${unlucky}`)).body).toContain("Så langt går det ikke an å telle: 13");
		const page = await browser.get(`/jobs/${broken}`);
		expect(page.body).toContain("TypeError at pages.database.test.ts");
		expect(page.body).not.toContain("Kari Nordmann");
	});

	it("is there for those who may see it, and for nobody else", async () => {
		const organisation = await makeOrganisation(database);
		const asker = await makeActor(database, { organisation, roles: ["employee"] });
		const id = await ask(asker, counting, { to: 1 });
		const colleague = await makeActor(database, { organisation, roles: ["employee"] });
		const administrator = await makeActor(database, { organisation });
		const stranger = await makeActor(database);
		for (const path of [`/jobs/${id}`, `/jobs/${id}/events`]) {
			for (const actor of [colleague, stranger])
				expect((await (await signedInBrowser(product, actor)).get(path)).status).toBe(404);
			const nobody = await new TestBrowser(product).once(path);
			expect(nobody.headers.get("Location")).toContain("/sign-in");
		}
		expect((await (await signedInBrowser(product, administrator)).get(`/jobs/${id}`)).status).toBe(200);
		const browser = await signedInBrowser(product, asker);
		for (const forged of [newId(), "x", "1%27%20or%201=1"])
			for (const path of [`/jobs/${forged}`, `/jobs/${forged}/events`])
				expect((await browser.get(path)).status).toBe(404);
		for (const actor of [colleague, stranger])
			expect((await (await signedInBrowser(product, actor)).once(`/jobs/${id}`, {})).status).toBe(404);
		expect(await find(id)).toMatchObject({ state: "waiting", cancelRequestedAt: null });
	});
});

describe("the stream of a job", () => {
	it("tells that it has moved on, and that it is over, and ends", async () => {
		const actor = await makeActor(database);
		const browser = await signedInBrowser(product, actor);
		const id = await ask(actor, counting, { to: 20 });
		const reading = browser.once(`/jobs/${id}/events`);
		await workOn(database, { jobs: [counting] });
		const stream = await reading;
		expect(stream.headers.get("Content-Type")).toBe("text/event-stream");
		expect(stream.headers.get("Cache-Control")).toContain("no-transform");
		const events = [...stream.body.matchAll(/^event: (\w+)$/gm)].map((match) => match[1]);
		expect(events[0]).toBe("moved");
		expect(events.at(-1)).toBe("over");
	});
});
