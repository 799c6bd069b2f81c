import { expect, it } from "vitest";
import { system } from "../../../identity/actor.ts";
import { done } from "../../../outcome.ts";
import { makePlacementLink } from "./link.server.ts";
import { finished, openRegions } from "./test/region.ts";

const { database, as, read, published, region } = await openRegions();

it("students are written to in their own language, sites in the host's, and their links open in it", async () => {
	database.setNow("2026-11-20T09:00:00Z");
	const { owner, school, host, roundId, all } = await region();
	await database.commanding(system("make"), async ({ db }) => {
		await db
			.updateTable("placement.student")
			.set({ language: "en" })
			.where("organisation_id", "=", school.id)
			.execute();
		await db.updateTable("organisation.organisation").set({ language: "nn" }).where("id", "=", host.id).execute();
		return done(undefined);
	});
	expect(await published(owner, roundId)).toMatchObject({ state: "done" });
	const sent = () =>
		read(system("test"), (work) =>
			work.db
				.selectFrom("notice.mail")
				.select(["recipient", "language", "subject"])
				.where("organisation_id", "=", school.id)
				.orderBy("created_at")
				.execute(),
		);
	const links = () =>
		read(system("test"), (work) =>
			work.db
				.selectFrom("identity.link_token")
				.select(["purpose", "language", "reason"])
				.where("organisation_id", "=", school.id)
				.execute(),
		);
	expect(await sent()).toContainEqual({
		...{ recipient: "student@example.no", language: "en", subject: "Your placement in Praksis i hjemmetjeneste" },
	});
	expect(await links()).toContainEqual({
		...{ purpose: "placement-answer", language: "en", reason: "You have a placement in Praksis i hjemmetjeneste." },
	});
	// A link made by hand is the reader's, whatever language the maker reads.
	const one = (await all()).find(({ organisationId }) => organisationId === school.id);
	for (const to of ["site", "student"] as const)
		finished(await as(owner, (work) => makePlacementLink(work, one?.id ?? "", to)));
	expect((await links()).filter(({ purpose }) => purpose === "placement-confirm")).toContainEqual({
		...{ purpose: "placement-confirm", language: "nn", reason: "Stadfest studentane de får i runden Vår 2027." },
	});
});
