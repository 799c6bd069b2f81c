import { beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../test/database.ts";
import { doing } from "../../../test/doing.ts";
import { makeActor, makeOrganisation } from "../../../test/make.ts";
import { system } from "../../identity/actor.ts";
import { openLink } from "../../identity/link-token.server.ts";
import { agreementOwnData } from "./own-data.server.ts";
import * as service from "./service.server.ts";
import { listKeepers } from "./tell.server.ts";

const database = await openTestDatabase();

type Made = Awaited<ReturnType<typeof makeActor>>;
let municipality: Made;
let university: Made;
let address: string;

beforeEach(async () => {
	address = `liv${Math.random()}@example.no`;
	const organisation = await makeOrganisation(database, { kind: "municipality" });
	municipality = await makeActor(database, { organisation, roles: ["manager"], name: "Kari Nes" });
	university = await makeActor(database, {
		...{ organisation: await makeOrganisation(database, { kind: "institution" }), roles: ["employee"] },
		...{ name: "Liv Moe", email: address },
	});
});

const { does } = doing(database);
const open = (id: string) => does(municipality, (work) => service.openAgreement(work, id, null));

async function draft(): Promise<string> {
	const { id } = await does(municipality, (work) =>
		service.createAgreement(work, {
			...{ kind: "framework", level: "top", title: "Samarbeid", purpose: "", legalForm: null, sector: null },
			...{ parentId: null, firstDay: "2026-01-01", lastDay: null, noticeMonths: 6, renewalMonths: 6 },
			...{ partyIds: [university.organisationId], themes: ["research"] },
		}),
	);
	return id;
}

async function name(id: string, email: string): Promise<void> {
	const { parties, themes } = await open(id);
	const party = parties.find(({ organisationId }) => organisationId === university.organisationId);
	if (!party) throw new Error("no party");
	const { side, signs, version } = party;
	await does(municipality, (work) =>
		service.changeParty(work, id, university.organisationId, {
			...{ side, signs, version, coordinatorName: "Liv Moe", coordinatorEmail: email },
			...{ deputyName: null, deputyEmail: null },
		}),
	);
	await does(municipality, (work) =>
		service.setContact(work, id, {
			...{ themeId: themes[0]?.id ?? "", partyId: university.organisationId, name: "Ola Vik", email: null },
			...{ deputyName: "Liv Moe", deputyEmail: email.toUpperCase() },
		}),
	);
}

describe("who is named in an agreement", () => {
	it("sees it in what is held about them, by their own address, whomever they act for, and nobody else does", async () => {
		const id = await draft();
		await name(id, address);
		const [part] = agreementOwnData;
		const rows = async (actor: Made | (Omit<Made, "organisationId"> & { organisationId: null })) =>
			database.reading(actor, async (work) => part?.read(work, actor));
		for (const actor of [university, { ...university, organisationId: null }])
			expect(await rows(actor)).toEqual([
				{ agreement: "Samarbeid", theme: null, as: "Samordner", name: "Liv Moe", email: address },
				{
					...{ agreement: "Samarbeid", theme: "Forskning og utvikling", as: "Stedfortreder", name: "Liv Moe" },
					email: address.toUpperCase(),
				},
			]);
		expect(await rows(municipality)).toEqual([]);
	});
});

describe("parties without an account", () => {
	const putForward = async (id: string) => {
		const { version } = (await open(id)).agreement;
		await does(municipality, (work) => service.putForward(work, id, { version, message: "" }));
	};
	const mail = (id: string, mails = true) =>
		does(municipality, async (work) => ({
			done: await service.mailParties(work, id, "answer", { mails }),
		}));
	/** What the university has said that letters to it are written in. */
	const letters = (language: "nb" | "nn") =>
		database.commanding(system("test", university.organisationId), async (work) => {
			await work.db
				.updateTable("organisation.organisation")
				.set({ language })
				.where("id", "=", university.organisationId)
				.execute();
			return { done: undefined };
		});
	const sent = () =>
		database.reading(system("test"), async (work) =>
			(await work.db.selectFrom("notice.mail").select(["recipient", "subject", "body"]).execute()).filter(
				({ recipient }) => recipient === address,
			),
		);

	it("are sent a link to the coordinator the agreement names, by which they answer, and nobody with an account is", async () => {
		const id = await draft();
		await name(id, address);
		await putForward(id);
		await letters("nn");
		expect(await mail(id)).toEqual({ mailed: [university.organisationName], silent: [] });
		const [letter, ...more] = await sent();
		expect(more).toEqual([]);
		expect(letter?.subject).toBe(`${municipality.organisationName} har lagt fram ein avtale: Samarbeid`);
		expect(letter?.body).toContain("Du treng ingen brukar.");
		const token = /\/link\/([\w-]+)/.exec(letter?.body ?? "")?.[1] ?? "";
		const link = await openLink(database, token);
		if (link.refused) throw new Error("the link in the letter leads nowhere");
		const { party } = await does(link.done.actor, service.openAnswerLink);
		expect(party.organisationId).toBe(university.organisationId);
	});

	it("are told of where nobody can be reached, or the house sends no mail", async () => {
		const id = await draft();
		await putForward(id);
		expect(await mail(id)).toEqual({ mailed: [], silent: [university.organisationName] });
		await name(id, address);
		expect(await mail(id, false)).toEqual({ mailed: [], silent: [university.organisationName] });
		expect(await sent()).toEqual([]);
	});

	it("are told by account where only an administrator is there, and by those who keep agreements where there are some", async () => {
		const { organisationId: id, organisationName, organisationKind } = university;
		const organisation = { id, name: organisationName ?? "", kind: organisationKind ?? "" };
		const told = () => database.reading(system("test"), (work) => listKeepers(work, university.organisationId));
		expect(await told()).toEqual([]);
		const administrator = await makeActor(database, { organisation, roles: ["administrator"] });
		expect(await told()).toEqual([administrator.personId]);
		const keeper = await makeActor(database, { organisation, roles: ["agreement-coordinator"] });
		expect(await told()).toEqual([keeper.personId]);
	});
});
