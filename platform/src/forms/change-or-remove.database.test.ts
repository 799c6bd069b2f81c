import { expect, it } from "vitest";
import { z } from "zod";
import { openTestDatabase } from "../../test/database.ts";
import { makeActor } from "../../test/make.ts";
import { refused } from "../outcome.ts";
import { changeOrRemove } from "./change-or-remove.server.ts";

const database = await openTestDatabase();
const actor = await makeActor(database);
const schema = z.object({ title: z.string().min(1).max(10), version: z.int() });

/** Sends one of the two forms to a page whose verbs refuse with these codes, and tells what was asked of them. */
async function send(fields: Readonly<Record<string, string>>, code = "changed-by-another") {
	const form = new URLSearchParams(fields);
	const asked: unknown[] = [];
	const answer = await changeOrRemove(
		{ commanding: (work) => database.commanding(actor, work) },
		new Request("http://localhost/here", { method: "POST", body: form }),
		{
			schema,
			async change(_work, values) {
				asked.push(values);
				return refused(code);
			},
			async remove(_work, version) {
				asked.push(version);
				return refused(code);
			},
			changed: () => ({ to: "/", toast: "" }),
			removed: { to: "/", toast: "" },
		},
	);
	return { asked, answer };
}

it("gives what was refused to the form that was sent, with what was typed in it", async () => {
	expect(await send({ do: "change", version: "2", title: "" })).toMatchObject({
		asked: [],
		answer: { init: { status: 422 }, data: { deed: "change", given: { title: "" }, refusals: [{ field: "title" }] } },
	});
	expect(await send({ do: "change", version: "2", title: "Ny" })).toMatchObject({
		asked: [{ title: "Ny", version: 2 }],
		answer: {
			init: { status: 422 },
			data: { deed: "change", given: { title: "Ny" }, refusals: [{ code: "changed-by-another" }] },
		},
	});
	expect(await send({ do: "remove", version: "2" })).toMatchObject({
		asked: [2],
		answer: { init: { status: 422 }, data: { deed: "remove", given: {}, refusals: [{ code: "changed-by-another" }] } },
	});
	// A button that is not one of the two does nothing.
	expect((await send({ do: "burn", version: "2", title: "Ny" })).asked).toEqual([]);
});

it("answers that there is nothing, where another has taken it away", async () => {
	for (const what of ["change", "remove"])
		await expect(send({ do: what, version: "2", title: "Ny" }, "missing")).rejects.toMatchObject({
			init: { status: 404 },
		});
});
