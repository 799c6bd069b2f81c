import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of the platform workspace, found from wherever this module runs: as source, in a test, or in the build. */
export const platformFolder: string = findPlatform(import.meta.dirname);

/** The folder of the whole project, above both workspaces. */
export const projectFolder: string = dirname(platformFolder);

function findPlatform(start: string): string {
	for (let folder = start; ; folder = dirname(folder)) {
		const manifest = join(folder, "package.json");
		if (existsSync(manifest) && readFileSync(manifest, "utf8").includes('"@laeringsarena/platform"')) return folder;
		if (dirname(folder) === folder) throw new Error(`no platform workspace above ${start}`);
	}
}
