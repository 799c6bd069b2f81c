import pg from "pg";
import { asRole } from "../src/database/migrate.server.ts";
import type { Country } from "./national.ts";
import type { Recording, Statement } from "./recording.ts";
import { median } from "./spread.ts";

export type PolicyCost = {
	readonly statement: string;
	readonly rows: number;
	/** Prepared, as the product sends it: planning and execution as PostgreSQL counts them, milliseconds, the median. */
	readonly withPolicies: number;
	readonly without: number;
};

const runs = 101;
/** Below this a statement is no list query. */
const fewestRows = 2;

/**
 * What row-level security costs: every list query of the pages, as the program with the actor of a page set and as the
 * owner of the tables, whom no policy concerns, turn by turn on two connections. Both find the same rows, or it throws.
 */
export async function policyCosts(country: Country, recording: Recording): Promise<PolicyCost[]> {
	const program = new pg.Client(asRole(country.postgres.connection, "laeringsarena_program"));
	const owner = new pg.Client(country.postgres.connection);
	await Promise.all([program.connect(), owner.connect()]);
	try {
		const costs: PolicyCost[] = [];
		const seen = new Set<string>();
		for (const { units } of recording)
			for (const [begin, ...statements] of units)
				for (const statement of statements) {
					if (begin === undefined || seen.has(statement.text) || !/^\s*(select|with)\b/i.test(statement.text)) continue;
					seen.add(statement.text);
					const cost = await costOf(program, owner, begin, statement);
					if (cost.rows >= fewestRows) costs.push(cost);
				}
		return costs;
	} finally {
		await Promise.all([program.end(), owner.end()]);
	}
}

async function costOf(
	program: pg.Client,
	owner: pg.Client,
	begin: Statement,
	statement: Statement,
): Promise<PolicyCost> {
	for (const client of [program, owner]) await client.query(begin.text);
	try {
		const rows = (await program.query(statement.text, statement.values)).rowCount ?? 0;
		const unpoliced = (await owner.query(statement.text, statement.values)).rowCount ?? 0;
		if (rows !== unpoliced)
			throw new Error(`not the same query: ${rows} rows with policies, ${unpoliced} without:\n${statement.text}`);
		const given = statement.values.length === 0 ? "" : `(${statement.values.map(literal).join(", ")})`;
		const call = `explain (analyze, timing off, format json) execute measured${given}`;
		for (const client of [program, owner]) await client.query(`prepare measured as ${statement.text}`);
		// PostgreSQL settles on a plan after five.
		for (let run = 0; run < 6; run++) for (const client of [program, owner]) await serverTime(client, call);
		const times: { readonly withPolicies: number[]; readonly without: number[] } = { withPolicies: [], without: [] };
		for (let run = 0; run < runs; run++) {
			times.withPolicies.push(await serverTime(program, call));
			times.without.push(await serverTime(owner, call));
		}
		return {
			...{ statement: inOneLine(statement.text), rows },
			...{ withPolicies: median(times.withPolicies), without: median(times.without) },
		};
	} finally {
		for (const client of [program, owner]) await client.query("rollback");
		for (const client of [program, owner]) await client.query("deallocate all");
	}
}

/** A parameter as PostgreSQL reads it in a statement. */
function literal(value: Statement["values"][number]): string {
	if (value === null) return "null";
	const text = Array.isArray(value) ? `{${value.map((one) => JSON.stringify(String(one))).join(",")}}` : String(value);
	return pg.escapeLiteral(text);
}

async function serverTime(client: pg.Client, call: string): Promise<number> {
	const { rows } = await client.query<{ "QUERY PLAN": [{ "Planning Time": number; "Execution Time": number }] }>(call);
	const [plan] = rows[0]?.["QUERY PLAN"] ?? [];
	if (!plan) throw new Error("PostgreSQL gave no plan");
	return plan["Planning Time"] + plan["Execution Time"];
}

function inOneLine(text: string): string {
	return text.replace(/\s+/g, " ").trim();
}
