import { sql } from "kysely";
import pg from "pg";
import { readConfiguration } from "../src/configuration.server.ts";
import { type EmbeddedPostgres, startEmbedded } from "../src/database/embedded/embedded.server.ts";
import { migrate } from "../src/database/migrate.server.ts";
import { type Database, openDatabase, type Work } from "../src/database/work.server.ts";
import { system } from "../src/identity/actor.ts";
import { hashSecret } from "../src/identity/secret.server.ts";
import { beginSession, sessionCookie } from "../src/identity/session.server.ts";
import { seedNationalAgreements } from "../src/modules/agreement/demo/national.server.ts";
import { type NationalDevelopment, seedNationalDevelopment } from "../src/modules/development/demo/national.server.ts";
import { type NationalFunding, seedNationalFunding } from "../src/modules/funding/demo-national/national.server.ts";
import { seedReference } from "../src/modules/organisation/reference.server.ts";
import { type NationalGivers, seedNational, seedNationalGivers } from "../src/modules/organisation/service.server.ts";
import { done } from "../src/outcome.ts";
// A call is made with forms, whose purposes the rooms register.
import "../src/registrations.server.ts";

export type Country = {
	readonly postgres: EmbeddedPostgres;
	/** As the program's own role. */
	readonly database: Database;
	/** For the product and the bare server. */
	readonly databaseUrl: string;
	readonly size: { readonly municipalities: number; readonly units: number; readonly people: number };
	/** Who assesses the applications to the national call. */
	readonly givers: NationalGivers;
	readonly funding: NationalFunding;
	readonly development: NationalDevelopment;
	close(): Promise<void>;
};

/** PostgreSQL with the settings of a real installation and the national data set; a folder that has it is used as it is. */
export async function openCountry(
	folder: string,
	say: (line: string) => void,
	size?: Parameters<typeof seedNational>[1],
): Promise<Country> {
	const postgres = await startEmbedded({ dataFolder: folder });
	try {
		return await fill(postgres, say, size);
	} catch (error) {
		await postgres.stop();
		throw error;
	}
}

async function fill(
	postgres: EmbeddedPostgres,
	say: (line: string) => void,
	size: Parameters<typeof seedNational>[1],
): Promise<Country> {
	await migrate(postgres.connection);
	const database = openDatabase({ connection: postgres.connection, poolSize: 4, statementTimeout: 600_000 });
	await database.commanding(system("bench"), seedReference);
	if ((await sizeOf(database)).people === 0) {
		say("Seeding the national data set …");
		await database.commanding(system("bench"), (work) => seedNational(work, size));
	}
	await database.commanding(system("bench"), seedNationalAgreements);
	const { givers, funding } = await seedFunding(database);
	const seeded = await database.commanding(system("bench", givers.organisationId), (work) =>
		seedNationalDevelopment(work, givers.organisationId),
	);
	if (seeded.refused) throw new Error("the programmes were not made");
	// What autovacuum does within minutes in a real installation.
	await asOwner(postgres, (client) => client.query("vacuum analyze"));
	return {
		postgres,
		database,
		databaseUrl: addressOf(postgres),
		size: await sizeOf(database),
		...{ givers, funding, development: seeded.done },
		async close() {
			await database.close();
			await postgres.stop();
		},
	};
}

async function seedFunding(database: Database): Promise<Pick<Country, "givers" | "funding">> {
	let givers: NationalGivers | undefined;
	await database.commanding(system("bench"), async (work) => {
		givers = await seedNationalGivers(work);
		return done(undefined);
	});
	if (!givers) throw new Error("nobody gives grants");
	const made = givers;
	const funding = await database.commanding(system("bench", made.organisationId), (work) =>
		seedNationalFunding(work, made),
	);
	if (funding.refused) throw new Error("the applications were not made");
	return { givers, funding: funding.done };
}

/** As the owner of the tables, whom no policy narrows. */
export async function asOwner<Value>(
	postgres: EmbeddedPostgres,
	work: (client: pg.Client) => Promise<Value>,
): Promise<Value> {
	const client = new pg.Client(postgres.connection);
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}

function addressOf({ connection }: EmbeddedPostgres): string {
	const { host, port, user, database } = connection;
	return `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
}

async function sizeOf(database: Database): Promise<Country["size"]> {
	return database.reading(system("bench"), async ({ db }) => {
		const { rows } = await sql<Country["size"]>`select
			(select count(*) from organisation.organisation where kind = 'municipality') municipalities,
			(select count(*) from organisation.unit) units, (select count(*) from identity.person) people`.execute(db);
		return rows[0] ?? { municipalities: 0, units: 0, people: 0 };
	});
}

/** A person with a session, who represents a municipality. */
export type User = {
	readonly cookie: string;
	readonly personId: string;
	readonly organisationId: string;
	readonly role: string;
	/** A unit of the municipality; the call, for those who assess. */
	readonly unitId: string;
	/** Another municipality, which the person looks at; an application, for those who assess. */
	readonly otherId: string;
	/** Its name, or number. */
	readonly otherName: string;
	readonly development: NationalDevelopment;
};

/** Every user represents another municipality, and the roles take turns. */
const rolesInTurn = ["administrator", "placement-coordinator", "unit-leader", "supervisor", "employee"];

/** Signs in as many people as asked for, spread over the country and over roles. */
export async function signIn(country: Country, count: number, roles: readonly string[] = rolesInTurn): Promise<User[]> {
	const { database } = country;
	const found = await database.commanding(system("bench"), async (work) => {
		const { rows } = await sql<Omit<User, "cookie" | "development">>`
			with place as (
				select i.organisation_id id, i.name, row_number() over (order by i.number) at, count(*) over () of
				from organisation.identity i join organisation.organisation o on o.id = i.organisation_id
				where o.kind = 'municipality' and i.valid_to is null
			)
			select p.person_id "personId", here.id "organisationId", p.role, u.id "unitId", there.id "otherId", there.name "otherName"
			from generate_series(0, ${count - 1}::int) turn
			join place here on here.at = 1 + turn * (here.of / ${count})
			join place there on there.at = 1 + (here.at + 7) % here.of
			join lateral (
				select person_id, role from organisation.membership m where m.organisation_id = here.id and m.person_id is not null
				order by role <> (${[...roles]}::text[])[1 + turn % ${roles.length}::int], id limit 1
			) p on true
			join lateral (select id from organisation.unit where organisation_id = here.id and parent_id is not null order by id limit 1) u on true
			order by turn`.execute(work.db);
		const users: User[] = [];
		for (const row of rows)
			users.push({ ...row, development: country.development, cookie: await sessionOf(work, row) });
		return done(users);
	});
	if (found.refused || found.done.length !== count) throw new Error(`${count} people to sign in were not found`);
	return found.done;
}

async function sessionOf(work: Work, user: Pick<User, "personId" | "organisationId">): Promise<string> {
	const token = await beginSession(work, user.personId, "bench", null);
	await work.db
		.updateTable("identity.session")
		.set({ organisation_id: user.organisationId })
		.where("token_hash", "=", hashSecret(token))
		.execute();
	return (await sessionCookie(readConfiguration({})).serialize(token)).split(";")[0] ?? "";
}

/** Signs in those who assess the applications to the national call, each of whom looks at another application. */
export async function signInGivers(
	{ database, givers, funding, development }: Country,
	count: number,
): Promise<User[]> {
	const { organisationId } = givers;
	const found = await database.commanding(system("bench"), async (work) => {
		const { rows } = await sql<{ readonly id: string; readonly name: string }>`
			select a.id, a.reference name from funding.application a where a.call_id = ${funding.callId} order by a.id limit ${count}`.execute(
			work.db,
		);
		const users: User[] = [];
		for (const [at, { id, name }] of rows.entries()) {
			const person = givers.people[at % givers.people.length];
			if (!person) continue;
			const user = { personId: person.id, organisationId, role: "case-officer", unitId: funding.callId, development };
			users.push({ ...user, otherId: id, otherName: name, cookie: await sessionOf(work, user) });
		}
		return done(users);
	});
	if (found.refused || found.done.length !== count) throw new Error(`${count} case officers were not found`);
	return found.done;
}
