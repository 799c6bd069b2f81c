import { createServer } from "node:net";
import pg from "pg";
import { z } from "zod";
import { type Configuration, ConfigurationFault, readConfiguration } from "../configuration.server.ts";
import { diagnoseEmbedded, findingMessage, findingRemedy } from "../database/embedded/embedded.server.ts";
import { listMigrations } from "../database/migrate.server.ts";
import type { Command } from "./command.ts";

type Severity = "good" | "notice" | "fault";
type Line = { readonly severity: Severity; readonly message: string; readonly remedy?: string };

const marks: Readonly<Record<Severity, string>> = { good: "✓", notice: "!", fault: "✗" };

export const doctorCommand: Command = {
	usage: "",
	summary: "Se etter hva som er galt med denne installasjonen, og si hva du kan gjøre. Endrer ingenting.",
	options: {},
	async run() {
		const lines = await examine();
		for (const { severity, message, remedy } of lines)
			process.stdout.write(`${marks[severity]} ${message}\n${remedy ? `    ${remedy}\n` : ""}`);
		const faults = lines.filter((line) => line.severity === "fault").length;
		process.stdout.write(faults === 0 ? "\nIngen feil funnet.\n" : `\n${faults} feil må rettes.\n`);
		return faults === 0 ? 0 : 1;
	},
};

async function examine(): Promise<Line[]> {
	const lines: Line[] = [
		{ severity: "good", message: `Node ${process.version} på ${process.platform} ${process.arch}.` },
	];
	let configuration: Configuration;
	try {
		configuration = readConfiguration(process.env);
	} catch (error) {
		if (!(error instanceof ConfigurationFault)) throw error;
		return [
			...lines,
			{ severity: "fault", message: error.message, remedy: "Se tabellen over innstillinger i docs/operations.md." },
		];
	}
	lines.push(lookedAt(configuration), ...settings(configuration));
	lines.push(
		...(configuration.databaseUrl === undefined
			? await embedded(configuration)
			: await outside(configuration.databaseUrl)),
	);
	lines.push(await port(configuration));
	return lines;
}

/** Another installation on this machine has other settings; what is said here is about these alone. */
function lookedAt({ databaseUrl, dataFolder, port, host }: Configuration): Line {
	const data = databaseUrl === undefined ? `datamappen ${dataFolder}` : "databasen i DATABASE_URL";
	return {
		severity: "good",
		message: `Ser på ${data} og port ${port} på ${host}.`,
		remedy: "Kjører Læringsarena med andre innstillinger, gi doctor de samme (LAERINGSARENA_DATA, DATABASE_URL, PORT).",
	};
}

function settings({ mail, providers, demo, url }: Configuration): Line[] {
	return [
		mail.smtpUrl === undefined
			? {
					severity: "notice",
					message: "E-post er ikke satt opp; meldinger holdes igjen.",
					remedy: "Sett LAERINGSARENA_SMTP_URL.",
				}
			: { severity: "good", message: "E-post er satt opp." },
		providers.length === 0 && !demo
			? {
					severity: "notice",
					message: "Ingen kan logge inn: ingen innloggingstjeneste er satt opp.",
					remedy: "Sett LAERINGSARENA_PROVIDERS.",
				}
			: {
					severity: "good",
					message: `Innlogging: ${[...providers.map((provider) => provider.name), ...(demo ? ["demopersoner"] : [])].join(", ")}.`,
				},
		url.startsWith("https:") || /^http:\/\/(localhost|127\.0\.0\.1)(:|$)/.test(url)
			? { severity: "good", message: `Adressen folk bruker: ${url}.` }
			: {
					severity: "fault",
					message: `Adressen ${url} er ikke kryptert.`,
					remedy: "Sett LAERINGSARENA_URL til en adresse som begynner med https:.",
				},
	];
}

async function embedded(configuration: Configuration): Promise<Line[]> {
	const findings = await diagnoseEmbedded({ dataFolder: configuration.dataFolder });
	return findings.map((finding) => {
		const remedy = findingRemedy("nb", finding.code, finding.data);
		return {
			severity: finding.severity,
			message: findingMessage("nb", finding.code, finding.data),
			...(remedy ? { remedy } : {}),
		};
	});
}

async function outside(databaseUrl: string): Promise<Line[]> {
	const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
	try {
		await client.connect();
		const { rows } = await client.query<{ version: string; found: boolean }>(
			"select current_setting('server_version') as version, to_regclass('migration.applied') is not null as found",
		);
		const server: Line = { severity: "good", message: `PostgreSQL ${rows[0]?.version} svarer.` };
		if (!rows[0]?.found)
			return [
				server,
				{ severity: "notice", message: "Databasen er tom.", remedy: "Den fylles når du starter Læringsarena." },
			];
		const applied = await client.query<{ count: number }>("select count(*)::int as count from migration.applied");
		const [have, want] = [applied.rows[0]?.count ?? 0, listMigrations().length];
		if (have > want)
			return [
				server,
				{
					severity: "fault",
					message: "Databasen er oppgradert av en nyere versjon.",
					remedy: "Bruk den nyere versjonen.",
				},
			];
		return [
			server,
			have === want
				? { severity: "good", message: "Databasen er oppdatert." }
				: {
						severity: "notice",
						message: `${want - have} oppgraderinger mangler.`,
						remedy: "De kjøres når du starter Læringsarena.",
					},
		];
	} catch (error) {
		return [
			{
				severity: "fault",
				message: `Databasen svarer ikke: ${error instanceof Error ? error.message : String(error)}`,
				remedy: "Sjekk DATABASE_URL, og at PostgreSQL kjører.",
			},
		];
	} finally {
		await client.end().catch(() => {
			// never connected
		});
	}
}

function port(configuration: Configuration): Promise<Line> {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once("error", async (error) => {
			const isTaken = "code" in error && error.code === "EADDRINUSE";
			if (isTaken && (await isOurs(configuration)))
				return resolve({ severity: "good", message: `Læringsarena kjører og svarer på port ${configuration.port}.` });
			resolve({
				severity: "fault",
				message: `Port ${configuration.port} er ${isTaken ? "opptatt av et annet program" : "sperret"}.`,
				remedy: "Stopp det andre programmet, eller velg en annen port med PORT.",
			});
		});
		probe.listen(configuration.port, configuration.host, () =>
			probe.close(() => resolve({ severity: "good", message: `Port ${configuration.port} er ledig.` })),
		);
	});
}

const health = z.object({ status: z.literal("ok") });

/** Whether what answers on the port is Læringsarena. */
async function isOurs({ host, port }: Configuration): Promise<boolean> {
	try {
		const answer = await fetch(`http://${host}:${port}/health`, { signal: AbortSignal.timeout(3000) });
		return answer.headers.has("X-Request-Id") && health.safeParse(await answer.json()).success;
	} catch {
		return false;
	}
}
