import type { PublicFileId } from "../../../geography/public/files.ts";
import type { FactRefusal, PublicRefusal, PublicSource } from "../../../geography/public/refusal.ts";

/** Facts of one public file, read and found right, not yet taken in. */
export type ReadFacts = {
	readonly file: PublicFileId;
	readonly fileName: string;
	readonly sources: readonly PublicSource[];
	readonly rowCount: number;
	/** What the publisher itself has wrong: left out, and said. */
	readonly setAside: readonly FactRefusal[];
	/** SHA-256 of the file. */
	readonly hash: string;
};

export type UnreadFacts = {
	readonly refusals: readonly PublicRefusal[];
	readonly refusalCount: number;
};

export const factsRefusals = ["not-allowed", "file-unknown", "municipalities-unknown"] as const;
export type FactsRefusal = (typeof factsRefusals)[number];

/** What taking in a file did. Taking the same file again does nothing. */
export type TakenFacts = {
	readonly file: PublicFileId;
	readonly unchanged: boolean;
	/** Rows written or rewritten, by what they are. */
	readonly written: Readonly<Record<string, number>>;
};

/** A source that has been taken in, as it is shown beside its facts. */
export type ImportedSource = {
	readonly id: string;
	readonly title: string;
	readonly licence: string;
	readonly link: string | null;
	/** The day the facts hold for. */
	readonly date: string;
	readonly importedAt: Date;
	readonly rowCount: number;
};

/** One public file the product can take facts from, and whether it has. */
export type FileStatus = {
	readonly file: PublicFileId;
	readonly sources: readonly ImportedSource[];
	/** Null until it has been taken in. */
	readonly importedAt: Date | null;
};
