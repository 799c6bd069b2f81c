import { ConfigurationFault } from "../configuration.server.ts";
import { EmbeddedPostgresFault } from "../database/embedded/embedded.server.ts";
import { MigrationFault } from "../database/migrate.server.ts";

/** Something whoever runs the command can put right: said in words, with the remedy, and without a stack. */
export class Problem extends Error {
	readonly remedy: string | null;
	readonly exitCode: number;

	constructor(message: string, remedy: string | null = null, exitCode = 1) {
		super(message);
		this.remedy = remedy;
		this.exitCode = exitCode;
	}
}

/** Turns the faults an operator can mend into problems; anything else stays a fault with its stack. */
export function explain(error: unknown): unknown {
	if (error instanceof EmbeddedPostgresFault) return new Problem(error.message, error.remedy);
	if (error instanceof ConfigurationFault)
		return new Problem(
			`Innstillingene i miljøet er feil:\n${error.message}`,
			"Se tabellen over innstillinger i docs/operations.md.",
		);
	if (error instanceof MigrationFault) return explainMigration(error);
	if (error instanceof Error && "code" in error) {
		if (error.code === "EADDRINUSE")
			return new Problem(
				"Porten er opptatt av et annet program.",
				"Stopp det andre programmet, eller velg en annen port: PORT=3001 npm start",
			);
		if (error.code === "ECONNREFUSED")
			return new Problem("Databasen svarer ikke.", "Sjekk at DATABASE_URL peker på en PostgreSQL-tjener som kjører.");
	}
	return error;
}

function explainMigration({ code, migration, message }: MigrationFault): Problem {
	const otherwise =
		"Har du bare demodata, kan du i stedet velge en ny datamappe med LAERINGSARENA_DATA, eller slette den gamle.";
	const restore = `Hent filen tilbake slik den var: git checkout platform/database/migrations/${migration}.`;
	switch (code) {
		case "unknown":
			return new Problem(
				`Databasen kan ikke brukes: en nyere utgave av Læringsarena har oppgradert den (${migration}).`,
				`Start den nyere utgaven. ${otherwise}`,
			);
		case "changed":
			return new Problem(
				`Databasen kan ikke oppgraderes: ${migration} er endret etter at den ble kjørt på denne databasen.`,
				`${restore} Endringer hører hjemme i en ny fil. ${otherwise}`,
			);
		case "misnamed":
			return new Problem(
				`Databasen kan ikke oppgraderes: filen ${migration} i platform/database/migrations har feil nummer eller navn.`,
				"Filene skal hete 0001_navn.sql og oppover, uten hull i nummereringen.",
			);
		case "failed":
			return new Problem(
				`Databasen kan ikke oppgraderes: ${migration} stoppet, og ingenting i den er endret. Databasen sa: ${message.replace(/^migration .* failed: /, "")}`,
				`Er databasen laget av en utgave som ikke er sluppet, passer den ikke til denne. ${otherwise}`,
			);
	}
}
