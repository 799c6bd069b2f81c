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
	if (error instanceof MigrationFault) return new Problem(`Databasen kan ikke oppgraderes: ${error.message}`);
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
