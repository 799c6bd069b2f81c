import type { Work } from "../database/work.server.ts";
import type { Language } from "../language.ts";
import type { PersonActor } from "./actor.ts";

type Words = Readonly<Record<Language, string>>;

/** One kind of thing held about a person, as rows under headings. */
export type OwnDataPart = {
	/** In the JSON file, e.g. `memberships`. */
	readonly name: string;
	readonly title: Words;
	/** Why it is held and for how long, in plain words. */
	readonly why: Words;
	/** The tables it reads, as schema.table: a test holds that no table about persons is left out of everything. */
	readonly tables: readonly string[];
	/** The order of columns in the sheet, and what each is called; keys as in the rows. */
	readonly columns: Readonly<Record<string, Words>>;
	/** Rows about this person only. Runs as the person: row-level security must let people see what is about them. */
	read(work: Work, actor: PersonActor): Promise<readonly OwnDataRow[]>;
};

export type OwnDataRow = Readonly<Record<string, string | number | boolean | Date | null>>;
