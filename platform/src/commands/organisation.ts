import { sql } from "kysely";
import { dayOf } from "../day.ts";
import type { House } from "../house.server.ts";
import type { PersonActor } from "../identity/actor.ts";
import { system } from "../identity/actor.ts";
import { actorOf } from "../identity/actor-of.server.ts";
import type { Values } from "./command.ts";
import { Problem } from "./problem.ts";

export type NamedOrganisation = { readonly id: string; readonly name: string; readonly kind: string };

/**
 * The organisation that `--organisation NUMBER` means today; `--kind` tells apart a municipality and an institution
 * with one number.
 * @throws Problem where there is none, or more than one.
 */
export async function findByNumber(house: Pick<House, "database">, values: Values): Promise<NamedOrganisation> {
	const { organisation: number, kind } = values;
	if (typeof number !== "string")
		throw new Problem("Hvilken organisasjon gjelder det?", "Skriv --organisation og nummeret, for eksempel 5035.", 2);
	const today = dayOf(new Date());
	const { rows } = await house.database.reading(system("command"), (work) =>
		sql<NamedOrganisation>`
			select o.id, o.kind, i.name from organisation.identity i
			join organisation.organisation o on o.id = i.organisation_id
			where i.number = ${number} and i.valid_from <= ${today} and (i.valid_to is null or i.valid_to >= ${today})
			order by o.kind`.execute(work.db),
	);
	const found = typeof kind === "string" ? rows.filter((row) => row.kind === kind) : rows;
	const [one, second] = found;
	if (!one)
		throw new Problem(
			`Ingen organisasjon har nummeret ${number} i dag.`,
			"Nummeret står på organisasjonens side i Læringsarena.",
		);
	if (second)
		throw new Problem(
			`Flere har nummeret ${number}:\n${found.map((row) => `  ${row.name} (--kind ${row.kind})`).join("\n")}`,
			"Velg en av dem med --kind.",
			2,
		);
	return one;
}

/**
 * A person with an account, as they stand today at an organisation.
 * @throws Problem where nobody has the address.
 */
export async function personAt(house: House, email: string, organisationId: string): Promise<PersonActor> {
	const actor = await house.database.reading(system("command"), async (work) => {
		const { rows } = await sql<{ id: string }>`
			select id from identity.person where lower(email) = lower(${email}) and deactivated_at is null
			order by created_at limit 1`.execute(work.db);
		return rows[0] ? actorOf(work, rows[0].id, organisationId) : null;
	});
	if (!actor) throw new Problem(`Ingen med konto har e-postadressen ${email}.`);
	return actor;
}
