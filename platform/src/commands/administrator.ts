import { z } from "zod";
import { saying } from "../forms/text.ts";
import type { House } from "../house.server.ts";
import { operatorOrganisationId, system } from "../identity/actor.ts";
import { email } from "../modules/organisation/contract.ts";
import { appointAdministrator } from "../modules/organisation/register/administrator.server.ts";
import { registerText } from "../modules/organisation/register/text.ts";
import type { Command, Values } from "./command.ts";
import { findByNumber } from "./organisation.ts";
import { prepare } from "./prepare.ts";
import { Problem } from "./problem.ts";
import { configure, open } from "./serve.ts";

const example = "laeringsarena administrator kari@kommune.no --name 'Kari Nordmann'";

export const administratorCommand: Command = {
	usage: "E-POST [--name NAVN] [--organisation NUMMER] [--kind SLAG]",
	summary:
		"Utnevn en administrator: for driften av Læringsarena, eller for en organisasjon. Gjelder fra personen logger inn med adressen.",
	options: { name: { type: "string" }, organisation: { type: "string" }, kind: { type: "string" } },
	async run({ values, positionals: [address] }) {
		const house = await open(configure({}));
		try {
			await prepare(house);
			process.stdout.write(`${await appoint(house, address, values)}\n`);
			return 0;
		} finally {
			await house.close();
		}
	},
};

/**
 * Gives the operator, or the organisation named, an administrator with this address, and says so.
 * @throws Problem where the address is none, or has the role already.
 */
export async function appoint(
	house: Pick<House, "database">,
	address: string | undefined,
	values: Values,
): Promise<string> {
	const parsed = email.safeParse(address);
	if (!parsed.success) throw new Problem("Hvilken e-postadresse logger administratoren inn med?", example, 2);
	const named = z.string().trim().min(1).max(200).safeParse(values.name);
	const organisation =
		values.organisation === undefined
			? { id: operatorOrganisationId, name: "driften av Læringsarena" }
			: await findByNumber(house, values);
	const outcome = await house.database.commanding(system("command"), (work) =>
		appointAdministrator(work, organisation.id, {
			name: named.data ?? parsed.data.split("@")[0] ?? parsed.data,
			email: parsed.data,
		}),
	);
	if (outcome.refused) throw new Problem(outcome.refused.map(saying("nb", registerText.nb.refusals)).join("\n"));
	return `${parsed.data} er administrator for ${organisation.name} fra første innlogging med denne adressen, bekreftet av innloggingstjenesten.`;
}
