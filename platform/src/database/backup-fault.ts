/** The backup cannot be used. Nothing in the database was changed. */
export class BackupFault extends Error {
	readonly remedy: string;
	constructor(message: string, remedy: string) {
		super(message);
		this.remedy = remedy;
	}
}

export function damaged(): BackupFault {
	return new BackupFault(
		"Filen er skadet eller ikke en sikkerhetskopi fra Læringsarena.",
		"Bruk en annen kopi. Databasen er ikke endret.",
	);
}
