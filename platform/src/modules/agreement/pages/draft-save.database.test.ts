import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { doing } from "../../../../test/doing.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { wordsOf } from "../../../draft/merge.ts";
import { saveDraft } from "../../../draft/save.server.ts";
import { themeFacts, versionOnly } from "../contract.ts";
import * as service from "../service.server.ts";

const database = await openTestDatabase();

type Made = Awaited<ReturnType<typeof makeActor>>;
let parties: readonly [Made, Made];
let agreementId: string;

const { does } = doing(database);

/** A text that two parties negotiate: both may write in it. */
beforeAll(async () => {
	const make = async (kind: string) =>
		makeActor(database, { organisation: await makeOrganisation(database, { kind }), roles: ["manager"] });
	parties = [await make("municipality"), await make("institution")];
	const [keeper, other] = parties;
	const { id } = await does(keeper, (work) =>
		service.createAgreement(work, {
			...{ kind: "framework", level: "top", title: "Samarbeid", purpose: "", legalForm: null, sector: null },
			...{ parentId: null, firstDay: "2026-01-01", lastDay: null, noticeMonths: 6, renewalMonths: 6 },
			...{ partyIds: [other.organisationId], themes: ["research"] },
		}),
	);
	agreementId = id;
	const { version } = (await does(keeper, (work) => service.openAgreement(work, id, null))).agreement;
	await does(keeper, (work) => service.putForward(work, id, { version, message: "" }));
});

const fields = ["goal", "responsibility", "obligations", "payer"] as const;
const written = themeFacts.omit({ theme: true, name: true });

async function theme() {
	const { themes } = await does(parties[0], (work) => service.openAgreement(work, agreementId, null));
	const [one] = themes;
	if (!one) throw new Error("no theme");
	return { ...one, words: wordsOf(written.parse(one)) };
}

/** Saves as the page does: words written from what was seen, whatever stands there by then. */
async function save(
	actor: Made,
	seen: Awaited<ReturnType<typeof theme>>,
	words: Readonly<Partial<Record<(typeof fields)[number], string>>>,
) {
	const form = new FormData();
	for (const [name, value] of Object.entries({ ...seen.words, ...words })) form.set(name, value);
	form.set("version", String(seen.version));
	form.set("base", JSON.stringify(seen.words));
	return saveDraft(form, written.extend(versionOnly.shape), {
		async save(values) {
			const { theme: code, name } = seen;
			const changed = await database.commanding(actor, (work) =>
				service.changeTheme(work, agreementId, seen.id, { ...values, theme: code, name }),
			);
			return changed.refused ? changed : { done: { version: values.version + 1 } };
		},
		current: theme,
	});
}

const edit = fc.record(Object.fromEntries(fields.map((field) => [field, fc.constantFrom("Én", "To", "Tre og fire")])), {
	requiredKeys: [],
});

describe("a draft that several write at the same moment", () => {
	it("never loses a word: what is said to be saved stands, and what is not comes back beside what stands", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(edit, { minLength: 2, maxLength: 4 }), async (edits) => {
				const seen = await theme();
				const answers = await Promise.all(
					edits.map((words, index) => save(parties[index % 2 === 0 ? 0 : 1], seen, words)),
				);
				const now = (await theme()).words;
				for (const [index, answer] of answers.entries()) {
					const own = Object.entries(edits[index] ?? {}).filter(([field, words]) => words !== seen.words[field]);
					for (const [field, words] of own) expect((answer.saved ? now : answer.given)[field]).toBe(words);
					for (const { field, theirs } of answer.saved ? [] : (answer.clashes ?? [])) expect(now[field]).toBe(theirs);
				}
				// Whatever changed was written by somebody who was told that it is saved.
				for (const field of fields)
					if (now[field] !== seen.words[field])
						expect(edits.filter((_, index) => answers[index]?.saved).map((words) => words[field])).toContain(
							now[field],
						);
			}),
			{ numRuns: 25 },
		);
	}, 60_000);
});
