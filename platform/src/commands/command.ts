export type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

export type Command = {
	/** Words after the command's name, as help shows them. */
	readonly usage: string;
	readonly summary: string;
	readonly options: Readonly<Record<string, { type: "string" | "boolean" }>>;
	/** Runs the command; returns its exit code. */
	run(given: { values: Values; positionals: readonly string[] }): Promise<number>;
};
